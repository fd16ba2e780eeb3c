// One applicant who stands elsewhere, and why: each reason of the log with who gave it; without one, who moved them (DIFF-1). Said
// alike wherever a change is told.
import type { ExplainedChange } from "../../domain/list-reasons";
import type { Signers } from "../../domain/meeting";
import { memberName } from "../meeting/drawer/mark-words";
import { changeWords, gainWords } from "../preliminary/change-words";
import { Moment } from "../ui/moment";
import { reasonWords } from "./reason-words";

interface ChangedLineProps {
  line: ExplainedChange;
  name: string | undefined;
  signers: Signers;
}

/** An item of a list. */
export const ChangedLine = ({ line, name, signers }: ChangedLineProps) => (
  <li className="grid break-inside-avoid gap-x-4 border-b border-hairline py-2 last:border-b-0 sm:grid-cols-[14rem_minmax(0,1fr)]">
    <div>
      <p className="font-bold break-words">{name}</p>
      <p className="tabular">
        {changeWords(line.change)} <span aria-hidden>{gainWords(line.change)}</span>
      </p>
    </div>
    <WhyChanged line={line} signers={signers} />
  </li>
);

type WhyChangedProps = Pick<ChangedLineProps, "line" | "signers">;

function WhyChanged({ line: { reasons, moves, lastMove }, signers }: WhyChangedProps) {
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
