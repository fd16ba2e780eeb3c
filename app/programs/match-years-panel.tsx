// The match years of a program with their dates, which change every year.
import { useState } from "react";
import { endOf, type MatchYear, matchYearDates, matchYearDateWords } from "../../domain/match-year";
import type { ProgramPage } from "../../server/load-context";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { Panel } from "../ui/panel";
import { Cell, ColumnHeading, Table } from "../ui/table";
import { AskDialog } from "./ask-dialog";

export function MatchYearsPanel({ program }: { program: ProgramPage }) {
  const [asked, setAsked] = useState<MatchYear | "new" | null>(null);
  const mayChange = program.may.includes("changeMatchYears");
  return (
    <Panel title="Match years">
      {program.matchYears.length === 0 ? (
        <p className="text-muted">There are none yet.</p>
      ) : (
        <Table caption="Each match year with its dates" isCaptionHidden>
          <thead>
            <tr>
              <ColumnHeading>Year</ColumnHeading>
              {matchYearDates.map((date) => (
                <ColumnHeading key={date}>{matchYearDateWords[date]}</ColumnHeading>
              ))}
              {mayChange && (
                <ColumnHeading>
                  <span className="sr-only">Change</span>
                </ColumnHeading>
              )}
            </tr>
          </thead>
          <tbody>
            {program.matchYears.map((matchYear) => (
              <tr key={matchYear.year}>
                <Cell className="tabular font-bold">{matchYear.year}</Cell>
                {matchYearDates.map((date) => (
                  <Cell key={date} className="tabular whitespace-nowrap">
                    {dayWords(date === "ends" ? endOf(matchYear) : matchYear.dates[date])}
                  </Cell>
                ))}
                {mayChange && (
                  <Cell className="text-right">
                    <Button aria-label={`Change ${matchYear.year}`} onClick={() => setAsked(matchYear)}>
                      Change…
                    </Button>
                  </Cell>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {mayChange && <Button onClick={() => setAsked("new")}>Add a match year…</Button>}
      {asked && <MatchYearDialog matchYear={asked === "new" ? null : asked} onClose={() => setAsked(null)} />}
    </Panel>
  );
}

const dayWords = (day: string | undefined): string =>
  day === undefined
    ? "–"
    : new Date(`${day}T00:00:00Z`).toLocaleDateString("en-US", { timeZone: "UTC", dateStyle: "medium" });

const hints = {
  quotaDeadline: "When the quota can be changed in R3 for the last time.",
  rankingOpens: "From then on R3 takes lists.",
  listDeadline: "9 pm Eastern Time on that day, in R3.",
  ends: "June 30 unless you say otherwise. Somebody new does not become a member of meetings of a year that is over.",
} as const;

const MatchYearDialog = ({ matchYear, onClose }: { matchYear: MatchYear | null; onClose: () => void }) => (
  <AskDialog
    title={matchYear ? `Match year ${matchYear.year}` : "Add a match year"}
    intent="saveMatchYear"
    hidden={matchYear ? { year: String(matchYear.year) } : {}}
    submitLabel="Save"
    done="Match year saved."
    fields={["year", ...matchYearDates]}
    onClose={onClose}
  >
    {(errorOf) => (
      <>
        {!matchYear && (
          <TextField label="Year" name="year" inputMode="numeric" autoComplete="off" error={errorOf("year")} />
        )}
        {matchYearDates.map((date) => (
          <TextField
            key={date}
            label={matchYearDateWords[date]}
            name={date}
            type="date"
            defaultValue={matchYear?.dates[date]}
            hint={hints[date]}
            error={errorOf(date)}
          />
        ))}
      </>
    )}
  </AskDialog>
);
