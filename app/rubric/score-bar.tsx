// A score as a bar: a piece a line, as wide as its weight, filled as far as its points go; a missing line is hatched,
// and one that is asked of nobody is left out. It repeats what the figures beside it say, so it is hidden from screen readers.
import { type RubricScore, rubricLineWords } from "../../domain/rubric";

export const ScoreBar = ({ lines }: Pick<RubricScore, "lines">) => (
  <span aria-hidden className="flex h-3 w-full gap-0.5">
    {lines.map(({ line, weight, points, isAsked }) =>
      weight === 0 || !isAsked ? null : (
        <span
          key={line}
          title={rubricLineWords[line]}
          className={points === null ? "missing border border-hairline" : "bg-hairline"}
          style={{ flexGrow: weight, flexBasis: 0 }}
        >
          {points !== null && (
            <span className="block h-full bg-middle" style={{ width: `${(points / weight) * 100}%` }} />
          )}
        </span>
      ),
    )}
  </span>
);
