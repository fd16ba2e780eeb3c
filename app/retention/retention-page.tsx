// What a program keeps and until when: the rule, the legal hold, what is held by match year, and the purge of what is due.
import type { RetentionPage } from "../../server/load-context";
import { Moment } from "../ui/moment";
import { Panel } from "../ui/panel";
import { Cell, ColumnHeading, Table } from "../ui/table";
import { dayWords } from "./day-words";
import { HoldPanel } from "./hold-panel";
import { PurgePanel } from "./purge-panel";
import type { FormOutcome } from "./retention-answer";
import { YearsPanel } from "./years-panel";

interface RetentionScreenProps {
  page: RetentionPage;
  outcome: FormOutcome | null;
}

export const RetentionScreen = ({ page, outcome }: RetentionScreenProps) => (
  <>
    {outcome && <OutcomeLine {...outcome} />}
    <HeldPanel held={page.held} isOnHold={page.hold !== null} />
    <YearsPanel years={page.years} outcome={outcome} />
    <HoldPanel hold={page.hold} outcome={outcome} />
    <PurgePanel page={page} outcome={outcome} />
  </>
);

/** At a field where the sentence is about one; here otherwise. */
const OutcomeLine = ({ isDone, message, field }: FormOutcome) =>
  field ? null : (
    <p
      role={isDone ? "status" : "alert"}
      className="rounded-md border border-control bg-surface px-4 py-3 font-bold whitespace-pre-line"
    >
      {message}
    </p>
  );

const HeldPanel = ({ held, isOnHold }: { held: RetentionPage["held"]; isOnHold: boolean }) => (
  <Panel title="What is kept">
    {held.length === 0 ? (
      <p className="text-muted">There is no meeting yet.</p>
    ) : (
      <Table caption="What is kept, by match year" isCaptionHidden>
        <thead>
          <tr>
            <ColumnHeading>Match year</ColumnHeading>
            <ColumnHeading>Kept until</ColumnHeading>
            <ColumnHeading>Meetings</ColumnHeading>
            <ColumnHeading className="text-right">Applicants</ColumnHeading>
            <ColumnHeading className="text-right">Marks</ColumnHeading>
          </tr>
        </thead>
        <tbody>
          {held.map((year) => (
            <tr key={year.matchYear}>
              <Cell className="tabular align-top font-bold">{year.matchYear}</Cell>
              <Cell className="align-top whitespace-nowrap">{untilWords(year, isOnHold)}</Cell>
              <Cell className="min-w-40 align-top">
                {year.meetings.map(({ title, purgedAt }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two meetings may have one title, and their order stays.
                  <p key={index}>
                    {title}
                    {purgedAt && (
                      <span className="text-muted">
                        {" "}
                        · purged <Moment at={purgedAt} isDated />
                      </span>
                    )}
                  </p>
                ))}
              </Cell>
              <Cell isNumber className="align-top">
                {year.held.applicants}
              </Cell>
              <Cell isNumber className="align-top">
                {year.held.endorsements + year.held.flags}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    )}
  </Panel>
);

function untilWords({ keptUntil, isOver, meetings }: RetentionPage["held"][number], isOnHold: boolean): string {
  if (meetings.every(({ purgedAt }) => purgedAt !== null)) return "Purged";
  if (!isOver) return dayWords(keptUntil);
  return isOnHold ? `${dayWords(keptUntil)}; held` : `${dayWords(keptUntil)}; due`;
}
