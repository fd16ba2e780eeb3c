// The funnel: this year's counts in a row, other years below, and what made the cut. What was typed stands before what is counted
// here; what nobody said is a dash.
import { useState } from "react";
import { FUNNEL_MAX, type FunnelStage, funnelStages, funnelStageWords } from "../../domain/funnel";
import type { FunnelYear } from "../../server/context/funnels";
import { AskDialog } from "../programs/ask-dialog";
import { Button } from "../ui/button";
import { TextAreaField, TextField } from "../ui/field";
import { Panel } from "../ui/panel";
import { Cell, ColumnHeading, Table } from "../ui/table";

interface FunnelPanelProps {
  matchYear: number;
  years: FunnelYear[];
  mayChange: boolean;
}

export function FunnelPanel({ matchYear, years, mayChange }: FunnelPanelProps) {
  const [asked, setAsked] = useState<FunnelYear | "another" | null>(null);
  const own = years.find((year) => year.matchYear === matchYear);
  const others = years.filter((year) => year.matchYear !== matchYear);
  return (
    <Panel title="From applications to ranks">
      {own && <OwnYear year={own} />}
      {others.length > 0 && <OtherYears years={others} onChange={mayChange ? setAsked : undefined} />}
      {mayChange && (
        <p className="flex flex-wrap gap-2">
          {own && <Button onClick={() => setAsked(own)}>Change the counts…</Button>}
          <Button onClick={() => setAsked("another")}>Another year…</Button>
        </p>
      )}
      {asked && <FunnelDialog year={asked === "another" ? null : asked} onClose={() => setAsked(null)} />}
    </Panel>
  );
}

/** As typed, else as counted here. */
const shown = ({ counts, counted }: FunnelYear, stage: FunnelStage): number | undefined =>
  counts[stage] ?? counted[stage];

const isCounted = ({ counts, counted }: FunnelYear, stage: FunnelStage): boolean =>
  counts[stage] === undefined && counted[stage] !== undefined;

const numberWords = (count: number | undefined): string => (count === undefined ? "–" : count.toLocaleString("en-US"));

const OwnYear = ({ year }: { year: FunnelYear }) => (
  <>
    <dl className="grid w-full grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-5">
      {funnelStages.map((stage) => (
        <div key={stage} className="flex flex-col-reverse justify-end">
          <dt className="text-meta text-muted">
            {funnelStageWords[stage]}
            {isCounted(year, stage) && ", counted here"}
          </dt>
          <dd className="tabular text-rank">{numberWords(shown(year, stage))}</dd>
        </div>
      ))}
    </dl>
    {year.criteria ? (
      <p className="max-w-[70ch] break-words">
        <span className="text-muted">What made the cut: </span>
        {year.criteria}
      </p>
    ) : (
      <p className="text-muted">Nobody has written down yet what made the cut.</p>
    )}
  </>
);

interface OtherYearsProps {
  years: FunnelYear[];
  onChange: ((year: FunnelYear) => void) | undefined;
}

const OtherYears = ({ years, onChange }: OtherYearsProps) => (
  <Table caption="Other match years" isCaptionHidden>
    <thead>
      <tr>
        <ColumnHeading>Match year</ColumnHeading>
        {funnelStages.map((stage) => (
          <ColumnHeading key={stage} className="text-right">
            {funnelStageWords[stage]}
          </ColumnHeading>
        ))}
        {onChange && (
          <ColumnHeading>
            <span className="sr-only">Change</span>
          </ColumnHeading>
        )}
      </tr>
    </thead>
    <tbody>
      {years.map((year) => (
        <tr key={year.matchYear}>
          <Cell className="tabular font-bold">{year.matchYear}</Cell>
          {funnelStages.map((stage) => (
            <Cell key={stage} isNumber>
              {numberWords(shown(year, stage))}
            </Cell>
          ))}
          {onChange && (
            <Cell className="text-right">
              <Button aria-label={`Change the counts of ${year.matchYear}`} onClick={() => onChange(year)}>
                Change…
              </Button>
            </Cell>
          )}
        </tr>
      ))}
    </tbody>
  </Table>
);

const FunnelDialog = ({ year, onClose }: { year: FunnelYear | null; onClose: () => void }) => (
  <AskDialog
    title={year ? `Counts of ${year.matchYear}` : "Counts of another year"}
    description="Every change is kept. What is left empty is not known, which is not zero."
    intent="changeFunnel"
    hidden={{ version: String(year?.version ?? 0), ...(year && { year: String(year.matchYear) }) }}
    submitLabel="Save"
    done="The counts are saved."
    fields={["year", ...funnelStages, "criteria"]}
    onClose={onClose}
  >
    {(errorOf) => (
      <>
        {!year && (
          <TextField label="Match year" name="year" inputMode="numeric" autoComplete="off" error={errorOf("year")} />
        )}
        {funnelStages.map((stage) => (
          <TextField
            key={stage}
            label={funnelStageWords[stage]}
            name={stage}
            inputMode="numeric"
            autoComplete="off"
            maxLength={String(FUNNEL_MAX).length}
            defaultValue={year?.counts[stage]}
            placeholder={year?.counted[stage] === undefined ? undefined : `${year.counted[stage]}, counted here`}
            error={errorOf(stage)}
          />
        ))}
        <TextAreaField
          isOfPerson={false}
          label="What made the cut"
          name="criteria"
          maxLength={1000}
          defaultValue={year?.criteria ?? undefined}
          error={errorOf("criteria")}
          hint="In a sentence, such as “Step 2 of 225 or more, two letters from medicine, and a reason to come here”."
        />
      </>
    )}
  </AskDialog>
);
