// The fields of a rubric, in the groups that the rubric's page has.

import type { ReactNode } from "react";
import { applicantTypes } from "../../domain/exam-floor";
import type { Rubric, RubricLine } from "../../domain/rubric";
import { RATING_MAX, rubricLineWords } from "../../domain/rubric";
import type { RubricApplicant } from "../../server/context/rubrics";
import { Refusal } from "../programs/ask-dialog";
import { Panel } from "../ui/panel";
import { SegmentedChoice } from "../ui/segmented-choice";
import { ImpactTable, typeFloorWarning } from "./floor-panel";
import { lineNotes } from "./lines-panel";
import { type FieldWiring, NumberField } from "./typed-field";

const Group = ({ children }: { children: ReactNode }) => (
  <div className="grid w-full gap-4 sm:grid-cols-2 lg:grid-cols-4">{children}</div>
);

interface LineProps {
  wiring: FieldWiring;
  line: RubricLine;
  note?: string;
  children?: ReactNode;
}

/** What is wrong of a line as a whole, such as a range upside down, stands under it. */
const Line = ({ wiring, line, note, children }: LineProps) => {
  const wrong =
    wiring.errorOf(line) ?? wiring.errorOf(`${line}.worth`) ?? (line === "step2" ? wiring.errorOf("comlex2") : null);
  return (
    <fieldset className="flex w-full flex-col gap-3 border-b border-hairline pb-4">
      <legend className="mb-1 font-bold">{rubricLineWords[line]}</legend>
      <Group>
        <NumberField wiring={wiring} name={`weights.${line}`} label="Weight" />
        {children}
      </Group>
      {wrong && <Refusal sentence={wrong} />}
      <p className="max-w-[70ch] text-muted">{note ?? lineNotes[line]}</p>
    </fieldset>
  );
};

const byHand = `Rated 0 to ${RATING_MAX} by hand for each applicant, with a source.`;

export const LineFields = ({ wiring }: { wiring: FieldWiring }) => {
  const usesComlex = wiring.typed.comlex2 === "yes";
  const weights = wiring.errorOf("weights");
  return (
    <Panel title="Lines">
      {weights && <Refusal sentence={weights} />}
      <Line
        wiring={wiring}
        line="clinicalExperience"
        note="What a month of each kind counts, in percent. The months worth most are counted first, so that much of little never becomes all."
      >
        <NumberField wiring={wiring} name="clinicalExperience.fullMonths" label="Months for all points" />
        <NumberField wiring={wiring} name="clinicalExperience.worth.handsOnInpatient" label="Hands-on inpatient, %" />
        <NumberField wiring={wiring} name="clinicalExperience.worth.externship" label="Externship with duties, %" />
        <NumberField wiring={wiring} name="clinicalExperience.worth.researchOnly" label="Research only, %" />
        <NumberField wiring={wiring} name="clinicalExperience.worth.unrecorded" label="Kind not on file, %" />
      </Line>
      <Line
        wiring={wiring}
        line="step2"
        note="In a straight line between the two scores. COMLEX Level 2 is looked at where there is no Step 2 CK, on its own scale; nothing is converted."
      >
        <NumberField wiring={wiring} name="step2.from" label="Step 2 CK, no points at" />
        <NumberField wiring={wiring} name="step2.to" label="Step 2 CK, all points at" />
        <SegmentedChoice
          legend="COMLEX Level 2"
          name="comlex2"
          value={usesComlex ? "yes" : "no"}
          onChange={(value) => wiring.onType("comlex2", value)}
          options={[
            { value: "yes", label: "Used" },
            { value: "no", label: "Not used" },
          ]}
        />
        {usesComlex && (
          <>
            <NumberField wiring={wiring} name="comlex2.from" label="COMLEX, no points at" />
            <NumberField wiring={wiring} name="comlex2.to" label="COMLEX, all points at" />
          </>
        )}
      </Line>
      <Line wiring={wiring} line="visa" />
      <Line wiring={wiring} line="school" note={`${lineNotes.school} ${byHand}`} />
      <Line
        wiring={wiring}
        line="gaps"
        note="What an interruption counts, in percent. Without an explanation it is a question to ask: left empty, the line is missing and not zero."
      >
        <NumberField wiring={wiring} name="gaps.explained" label="With its explanation, %" />
        <NumberField wiring={wiring} name="gaps.unexplained" label="Without one, %" />
      </Line>
      <Line wiring={wiring} line="lettersAndFit" note={byHand} />
    </Panel>
  );
};

export const SponsorFields = ({ wiring }: { wiring: FieldWiring }) => (
  <Panel title="What the program can sponsor">
    <SegmentedChoice
      legend="J-1"
      name="visa.sponsorsJ1"
      value={wiring.typed["visa.sponsorsJ1"] ?? ""}
      onChange={(value) => wiring.onType("visa.sponsorsJ1", value)}
      options={[
        { value: "yes", label: "Sponsored" },
        { value: "no", label: "Not sponsored" },
        { value: "", label: "Not set" },
      ]}
    />
    <Group>
      <NumberField
        wiring={wiring}
        name="visa.h1bSeats"
        label="H-1B seats"
        hint="0: not sponsored. Empty: not set. Any other number is a count, and earns nobody more or less."
      />
    </Group>
  </Panel>
);

interface FloorFieldsProps {
  wiring: FieldWiring;
  now: Rubric;
  then: Rubric;
  applicants: readonly RubricApplicant[];
}

const typeFields = applicantTypes.flatMap((type) =>
  ["step2", "comlex2"].map((exam) => ({ name: `floorsByType.${type}.${exam}`, from: `floor.${exam}` })),
);

export const FloorFields = ({ wiring, now, then, applicants }: FloorFieldsProps) => {
  const isByType = wiring.typed.floorsByType === "yes";
  return (
    <Panel title="Exam floor">
      <Group>
        <NumberField wiring={wiring} name="floor.step2" label="Step 2 CK" hint="Empty: no floor." />
        <NumberField wiring={wiring} name="floor.comlex2" label="COMLEX Level 2" hint="Empty: no floor." />
      </Group>
      <SegmentedChoice
        legend="Floors by applicant type"
        name="floorsByType"
        value={isByType ? "yes" : "no"}
        onChange={(value) => {
          wiring.onType("floorsByType", value);
          // From the one floor on: nobody's floor changes before somebody types another.
          if (value === "yes")
            for (const field of typeFields) wiring.onType(field.name, wiring.typed[field.from] ?? "");
        }}
        options={[
          { value: "no", label: "Off: one floor for everybody" },
          { value: "yes", label: "On" },
        ]}
      />
      {isByType && (
        <>
          <p className="max-w-[70ch] text-flag">{typeFloorWarning}</p>
          {applicantTypes.map((type) => (
            <fieldset key={type} className="w-full">
              <legend className="mb-1 font-bold">{type}</legend>
              <Group>
                <NumberField wiring={wiring} name={`floorsByType.${type}.step2`} label="Step 2 CK" />
                <NumberField wiring={wiring} name={`floorsByType.${type}.comlex2`} label="COMLEX Level 2" />
              </Group>
            </fieldset>
          ))}
        </>
      )}
      <ImpactTable now={now} then={then} applicants={applicants} />
    </Panel>
  );
};
