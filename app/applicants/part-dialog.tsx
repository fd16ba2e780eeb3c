// Writes one part of a file: an entry of the timeline, months by kind, a letter, a fit signal, an explanation. It carries the part
// as it was shown, so that nothing is written over somebody else's change.
import { useId } from "react";
import type { Applicant } from "../../domain/applicant";
import { clinicalKinds, clinicalKindWords, clinicalLadder } from "../../domain/clinical-experience";
import { timelineKinds, timelineKindWords } from "../../domain/timeline";
import type { FilePart } from "../../server/context/applicant-files";
import { AskDialog, type ErrorOf } from "../programs/ask-dialog";
import { SelectField, TextAreaField, TextField } from "../ui/field";
import type { PartEdit } from "./part-edit";

interface PartDialogProps {
  edit: PartEdit;
  applicant: Applicant;
  onClose: () => void;
}

const titles: Record<FilePart, string> = {
  timeline: "Timeline",
  clinicalExperience: "US clinical experience",
  letters: "Letter",
  fitSignals: "Fit signal",
  interruptedWhy: "Explanation of the interruption",
  examExplanation: "Explanation of attempts",
};

const fieldsOf: Record<FilePart, readonly string[]> = {
  timeline: ["kind", "from", "to", "what", "explanation"],
  clinicalExperience: clinicalKinds,
  letters: ["writer", "relation", "source"],
  fitSignals: ["what", "source"],
  interruptedWhy: ["sentence"],
  examExplanation: ["sentence"],
};

export function PartDialog({ edit, applicant, onClose }: PartDialogProps) {
  const { part, at } = edit;
  const shown = applicant[part];
  return (
    <AskDialog
      title={titles[part]}
      description="In the words of the application or of whoever said it. What is written here may be discoverable."
      intent="change"
      hidden={{
        part,
        was: shown === undefined ? "" : JSON.stringify(shown),
        ...(at !== undefined && { at: String(at) }),
      }}
      submitLabel="Save"
      done="The file was changed."
      fields={fieldsOf[part]}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <PartFields edit={edit} applicant={applicant} errorOf={errorOf} />
          {at !== undefined && <RemoveChoice />}
        </>
      )}
    </AskDialog>
  );
}

interface PartFieldsProps {
  edit: PartEdit;
  applicant: Applicant;
  errorOf: ErrorOf;
}

function PartFields(props: PartFieldsProps) {
  switch (props.edit.part) {
    case "timeline":
      return <TimelineFields {...props} />;
    case "clinicalExperience":
      return <LadderFields {...props} />;
    case "letters":
      return <LetterFields {...props} />;
    case "fitSignals":
      return <FitFields {...props} />;
    default:
      return <SentenceField {...props} part={props.edit.part} />;
  }
}

function TimelineFields({ edit: { at, gap }, applicant, errorOf }: PartFieldsProps) {
  const entry = at === undefined ? undefined : applicant.timeline?.[at];
  return (
    <>
      <SelectField
        label="What it was"
        name="kind"
        defaultValue={entry?.kind ?? (gap ? "gap" : "work")}
        error={errorOf("kind")}
      >
        {timelineKinds.map((kind) => (
          <option key={kind} value={kind}>
            {timelineKindWords[kind]}
          </option>
        ))}
      </SelectField>
      <div className="grid grid-cols-2 gap-4">
        <MonthField label="From" name="from" defaultValue={entry?.from ?? gap?.from} error={errorOf("from")} />
        <MonthField
          label="To"
          name="to"
          defaultValue={entry ? entry.to : gap?.to}
          error={errorOf("to")}
          hint="Empty if it goes on."
        />
      </div>
      <TextField
        isOfPerson
        label="In a few words"
        name="what"
        autoComplete="off"
        maxLength={200}
        defaultValue={entry?.what ?? (gap ? "Time off" : undefined)}
        error={errorOf("what")}
      />
      <TextAreaField
        label="Explanation, if there is one"
        name="explanation"
        maxLength={500}
        defaultValue={entry?.explanation}
        error={errorOf("explanation")}
      />
    </>
  );
}

/** Not every browser has a field for months; as text it is the same. */
const MonthField = (props: {
  label: string;
  name: string;
  defaultValue?: string | undefined;
  error: string | null;
  hint?: string;
}) => <TextField {...props} autoComplete="off" inputMode="numeric" placeholder="2024-06" className="min-w-0" />;

function LadderFields({ applicant: { clinicalExperience }, errorOf }: PartFieldsProps) {
  return (
    <>
      {clinicalLadder(clinicalExperience).map(({ kind, months }) => (
        <TextField
          key={kind}
          label={`Months, ${clinicalKindWords[kind]}`}
          name={kind}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={months}
          error={errorOf(kind)}
        />
      ))}
      <Choice name="none" isChosen={clinicalExperience?.length === 0}>
        There was none
      </Choice>
      <p className="text-meta text-muted">Left empty, it is shown as not given: nobody is taken to have had none.</p>
    </>
  );
}

function LetterFields({ edit: { at }, applicant, errorOf }: PartFieldsProps) {
  const letter = at === undefined ? undefined : applicant.letters?.[at];
  return (
    <>
      <TextField
        label="Who wrote it"
        name="writer"
        autoComplete="off"
        maxLength={200}
        defaultValue={letter?.writer}
        error={errorOf("writer")}
      />
      <TextField
        isOfPerson
        label="How they know the applicant"
        name="relation"
        autoComplete="off"
        maxLength={200}
        defaultValue={letter?.relation}
        error={errorOf("relation")}
      />
      <SourceField defaultValue={letter?.source} error={errorOf("source")} />
    </>
  );
}

function FitFields({ edit: { at }, applicant, errorOf }: PartFieldsProps) {
  const signal = at === undefined ? undefined : applicant.fitSignals?.[at];
  return (
    <>
      <TextAreaField
        label="What they say"
        name="what"
        maxLength={500}
        defaultValue={signal?.what}
        error={errorOf("what")}
        hint="Such as “Grew up nearby and wants to stay”."
      />
      <SourceField defaultValue={signal?.source} error={errorOf("source")} />
    </>
  );
}

const SourceField = ({ defaultValue, error }: { defaultValue: string | undefined; error: string | null }) => (
  <TextField
    label="Where it stands"
    name="source"
    autoComplete="off"
    maxLength={500}
    defaultValue={defaultValue}
    error={error}
    hint="An address, or words such as “Personal statement, page 2”."
  />
);

const SentenceField = ({
  part,
  applicant,
  errorOf,
}: PartFieldsProps & { part: "interruptedWhy" | "examExplanation" }) => (
  <TextAreaField
    label="Explanation"
    name="sentence"
    maxLength={500}
    defaultValue={applicant[part]}
    error={errorOf("sentence")}
    hint="Empty if there is none."
  />
);

const RemoveChoice = () => <Choice name="remove">Take it out of the file</Choice>;

function Choice({ name, isChosen, children }: { name: string; isChosen?: boolean; children: string }) {
  const id = useId();
  return (
    <p className="flex items-center gap-2">
      <input type="checkbox" id={id} name={name} value="yes" defaultChecked={isChosen} className="size-4" />
      <label htmlFor={id} className="inline-flex min-h-9 items-center pointer-coarse:min-h-11">
        {children}
      </label>
    </p>
  );
}
