// Why one applicant stands elsewhere: each reason of the log with who gave it; without one, who moved them (DIFF-1). Said alike
// wherever a change is told.
import type { ExplainedChange } from "../../domain/list-reasons";
import type { Signers } from "../../domain/meeting";
import { memberName } from "../meeting/drawer/mark-words";
import { Moment } from "../ui/moment";
import { reasonWords } from "./reason-words";

interface WhyChangedProps {
  line: ExplainedChange;
  signers: Signers;
}

export function WhyChanged({ line: { reasons, moves, lastMove }, signers }: WhyChangedProps) {
  if (reasons.length === 0) {
    return (
      <p className="text-muted">
        {lastMove ? (
          <>
            Moved {moves === 1 ? "once" : `${moves} times, last`} by {memberName(signers, lastMove.by)} ·{" "}
            <Moment at={lastMove.at} />
          </>
        ) : (
          "No move of theirs is in the log."
        )}
      </p>
    );
  }
  return (
    <ul className="flex flex-col gap-2">
      {reasons.map((reason) => {
        const { what, words, by } = reasonWords(reason, signers);
        return (
          <li key={`${reason.seq} ${reason.kind}`}>
            <p>
              {what}
              {words && <span className="break-words">: {words}</span>}
            </p>
            <p className="text-meta text-muted">
              {by} · <Moment at={reason.at} />
            </p>
          </li>
        );
      })}
    </ul>
  );
}
