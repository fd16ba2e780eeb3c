// The checks beside the list: who has met whom, and above all which protected applicants nobody has met first-hand.
import { useMemo } from "react";
import { counted } from "../../domain/count-words";
import type { ApplicantId } from "../../domain/ids";
import { rankedIds, rankOf } from "../../domain/rank-list";
import type { ApplicantCheck, ListChecks } from "../../server/context/preliminary";
import { nameIn } from "../meeting/move-words";
import { useMeeting } from "../meeting-store/use-meeting";
import { Drawer } from "../ui/drawer";
import { AnswerNote } from "./answer-note";
import { useAnswer } from "./use-answer";
import { useSeason } from "./use-season";

interface ChecksPanelProps {
  onOpenFile: (applicantId: ApplicantId) => void;
  onClose: () => void;
}

export function ChecksPanel({ onOpenFile, onClose }: ChecksPanelProps) {
  const { id } = useSeason();
  const { answer, retry } = useAnswer<{ checks: ListChecks }>(`/seasons/${id}/preliminary/checks`);
  return (
    <Drawer title="Checks" onClose={onClose}>
      <AnswerNote answer={answer} retry={retry} />
      {answer.status === "ready" && <Findings people={answer.checks.people} onOpenFile={onOpenFile} />}
    </Drawer>
  );
}

interface FindingsProps {
  people: ListChecks["people"];
  onOpenFile: (applicantId: ApplicantId) => void;
}

function Findings({ people, onOpenFile }: FindingsProps) {
  const state = useMeeting((snapshot) => snapshot.state);
  const { order } = state;
  const ranked = useMemo(() => rankedIds(order), [order]);
  const unmet = order.protected.filter((id) => people[id]?.met.length === 0);
  const line = (id: ApplicantId) => ({ id, name: nameIn(state, id), rank: rankOf(order, id), onOpen: onOpenFile });
  return (
    <div className="flex flex-col gap-5">
      <section aria-labelledby="unmet" className="flex flex-col gap-2">
        <h3 id="unmet" className="font-bold">
          Protected, and nobody met them first-hand
        </h3>
        {unmet.length === 0 ? (
          <p className="text-muted">
            {order.protected.length === 0
              ? "Nobody is protected yet."
              : "Nobody: every protected applicant was met by somebody."}
          </p>
        ) : (
          <ul>
            {unmet.map((id) => (
              <Person key={id} {...line(id)}>
                {planned(people[id])}
              </Person>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="met" className="flex flex-col gap-2">
        <h3 id="met" className="font-bold">
          Who has met whom
        </h3>
        <p className="text-muted">
          From the interviews on record whose day has come, and from the notes. {unmetWords(ranked, people)}
        </p>
        <ul>
          {ranked.map((id) => (
            <Person key={id} {...line(id)}>
              {people[id]?.met.length ? people[id].met.join(", ") : planned(people[id])}
            </Person>
          ))}
        </ul>
      </section>
    </div>
  );
}

const planned = (check: ApplicantCheck | undefined): string =>
  check?.planned.length ? `nobody yet; planned with ${check.planned.join(", ")}` : "nobody";

function unmetWords(ranked: readonly ApplicantId[], people: ListChecks["people"]): string {
  const count = ranked.filter((id) => people[id]?.met.length === 0).length;
  return count === 0
    ? "Everybody who is ranked was met by somebody."
    : `${counted(count, "ranked applicant was", "ranked applicants were")} met by nobody.`;
}

interface PersonProps {
  id: ApplicantId;
  name: string;
  rank: number | undefined;
  onOpen: (applicantId: ApplicantId) => void;
  children: string;
}

const Person = ({ id, name, rank, onOpen, children }: PersonProps) => (
  <li className="flex items-baseline gap-2 border-b border-hairline py-1 last:border-b-0">
    <span className="tabular w-8 text-right font-bold">{rank}</span>
    <span className="min-w-0 flex-1">
      <button
        type="button"
        className="min-h-9 text-left font-bold underline pointer-coarse:min-h-11"
        onClick={() => onOpen(id)}
      >
        {name}
      </button>
      <span className="block text-meta text-muted">{children}</span>
    </span>
  </li>
);
