// The minutes: who is on record and what the room did, in its order. Made to be printed and filed; what is withheld from its reader is
// not in it, and what was taken back is.
import { Link } from "@remix-run/react";
import Printer from "lucide-react/icons/printer";
import { counted } from "../../domain/count-words";
import { roleWords } from "../../domain/member";
import type { MinutesEntry } from "../../domain/minutes";
import type { MinutesPage, MinutesPerson } from "../../server/context/looking-back";
import type { SignedInPerson } from "../../server/load-context";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { Moment } from "../ui/moment";
import { EmptyState } from "../ui/notice-panel";
import { LookingBackPage } from "./looking-back-page";
import { type MinutesLine, minutesWords } from "./minutes-words";

interface MinutesScreenProps {
  person: SignedInPerson;
  page: MinutesPage;
}

export function MinutesScreen({ person, page }: MinutesScreenProps) {
  const { programName, programCode, matchYear, quota, entries, part, parts, people, withheldCount } = page;
  const [first] = entries;
  return (
    <LookingBackPage title="Minutes" part="minutes" person={person} page={page}>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="max-w-[70ch] flex-1 basis-80">
          <p className="tabular">
            {page.title}: {programName}, {programCode}, Match {matchYear}, quota {quota}
          </p>
          {first && (
            <p className="tabular">
              {parts > 1 && `Part ${part} of ${parts}: from `}
              {parts === 1 && "From "}
              <Moment at={first.at} isDated /> to <Moment at={lastOf(entries)} isDated />
            </p>
          )}
        </div>
        <Button onClick={() => window.print()} className="print:hidden">
          <Printer size={16} aria-hidden />
          Print
        </Button>
      </div>
      <p className="max-w-[70ch] text-muted">
        The program director decides; marks, rounds and objections are advice. A list that is locked here is not
        certified: that is done in R3.
        {withheldCount > 0 &&
          ` ${counted(withheldCount, "applicant is", "applicants are")} withheld from you: these minutes and their ranks leave them out.`}
      </p>
      <section aria-labelledby="done" className="rounded-md border border-hairline bg-surface px-4 py-3">
        <h2 id="done" className="break-after-avoid font-bold">
          What the room did
        </h2>
        {entries.length === 0 ? (
          <EmptyState title="Nothing yet">The meeting has not been opened with its list.</EmptyState>
        ) : (
          <ol>
            {entries.map((entry) => (
              <Entry key={entry.seq} entry={entry} page={page} />
            ))}
          </ol>
        )}
      </section>
      {parts > 1 && <Parts part={part} parts={parts} />}
      <People people={people} />
      {page.head && (
        <p className="mt-6 text-meta text-muted">
          The log ends at <code className="tabular break-all text-ink">{page.head}</code>. Kept with these minutes, it
          proves later that nothing was cut off.
        </p>
      )}
    </LookingBackPage>
  );
}

/** A long meeting's: each part prints as a page of its own, with the members and the head of the log. */
const Parts = ({ part, parts }: { part: number; parts: number }) => (
  <nav aria-label="Parts of the minutes" className="flex flex-wrap items-center gap-2 print:hidden">
    {part > 1 && (
      <Link to={`?part=${part - 1}`} className={buttonStyle()}>
        Part {part - 1}
      </Link>
    )}
    <p className="tabular px-2 text-muted">
      Part {part} of {parts}
    </p>
    {part < parts && (
      <Link to={`?part=${part + 1}`} className={buttonStyle()}>
        Part {part + 1}
      </Link>
    )}
  </nav>
);

/** Moves in a row end with their last. */
function lastOf(entries: readonly MinutesEntry[]): string {
  const last = entries.at(-1);
  return last?.kind === "moves" ? last.until : (last?.at ?? "");
}

const People = ({ people }: { people: readonly MinutesPerson[] }) => (
  <section aria-labelledby="people" className="rounded-md border border-hairline bg-surface px-4 py-3">
    <h2 id="people" className="break-after-avoid font-bold">
      Members
    </h2>
    <p className="text-meta text-muted">
      Who sat in the room is not recorded. Marked are those of whom something is on record here.
    </p>
    <ul className="grid gap-x-6 sm:grid-cols-2">
      {people.map(({ name, role, hasActed, pledgedAt, recusals }) => (
        <li key={`${name} ${role}`} className="break-inside-avoid py-1">
          <span className={hasActed ? "font-bold" : undefined}>{name}</span>
          {hasActed && <span className="sr-only">, on record</span>}
          <span className="text-muted"> · {roleWords[role]}</span>
          {pledgedAt !== undefined && (
            <span className="block text-meta text-muted">
              {pledgedAt ? (
                <>
                  Pledged <Moment at={pledgedAt} />
                </>
              ) : (
                "Has not pledged"
              )}
              {recusals !== undefined && recusals > 0 && ` · recused from ${recusals}`}
            </span>
          )}
        </li>
      ))}
    </ul>
  </section>
);

const Entry = ({ entry, page }: { entry: MinutesEntry; page: MinutesPage }) => {
  const { heading, by, lines } = minutesWords(entry, page);
  return (
    <li className="grid gap-x-4 border-b border-hairline py-2 last:border-b-0 sm:grid-cols-[8rem_minmax(0,1fr)]">
      <p className="text-meta text-muted">
        <Moment at={entry.at} />
      </p>
      <div className="min-w-0">
        {heading && (
          <p className="break-after-avoid font-bold">
            {heading}
            {by && <span className="text-meta font-normal text-muted"> · {by}</span>}
          </p>
        )}
        {lines.length === 1 && lines[0] ? (
          <Line line={lines[0]} />
        ) : (
          <ul>
            {lines.map((line) => (
              <li key={line.key}>
                <Line line={line} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
};

const Line = ({ line: { name, what, words, by } }: { line: MinutesLine }) => (
  <p className="tabular break-inside-avoid break-words">
    {name && <span className="font-bold">{name} </span>}
    {what}
    {words && `: ${words}`}
    {by && <span className="text-meta text-muted"> · {by}</span>}
  </p>
);
