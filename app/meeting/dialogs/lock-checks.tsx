// The checks before a lock, one line each: what blocks it, what wants a reason, or that nothing is in the way.
import CircleCheck from "lucide-react/icons/circle-check";
import OctagonX from "lucide-react/icons/octagon-x";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { type LockProblem, lockProblemSentence } from "../../../domain/lock-problem";

export const LockChecks = ({ problems }: { problems: readonly LockProblem[] }) => (
  <ul aria-label="Checks" className="flex flex-col gap-1">
    {problems.length === 0 && (
      <li className="flex gap-2">
        <CircleCheck size={16} className="mt-0.5 shrink-0 text-champion" aria-hidden />
        Nothing is in the way: ranks run without a gap, every identifier is there, nobody is on the list twice.
      </li>
    )}
    {problems.map((problem) => (
      <li key={problem.code} className="flex gap-2">
        {problem.severity === "block" ? (
          <OctagonX size={16} className="mt-0.5 shrink-0 text-red" aria-hidden />
        ) : (
          <TriangleAlert size={16} className="mt-0.5 shrink-0 text-flag" aria-hidden />
        )}
        <span>
          <strong className={problem.severity === "block" ? "text-red" : "text-flag"}>
            {problem.severity === "block" ? "Blocks the lock:" : "Wants a reason:"}
          </strong>{" "}
          {lockProblemSentence(problem)}
        </span>
      </li>
    ))}
  </ul>
);
