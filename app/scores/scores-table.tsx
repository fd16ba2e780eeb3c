// Every applicant with both means, spread and count beside them, and a hint where one interviewer decides the place. Whoever has
// no score stands at the end, whichever way it is sorted.
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import { useMemo, useState } from "react";
import type { OneRaterDecides } from "../../domain/score-hints";
import type { ScoreLine } from "../../server/context/scores";
import { Cell, ColumnHeading, Table } from "../ui/table";
import { figureWords } from "./figure-words";

const columns = [
  { key: "name", label: "Applicant" },
  { key: "standardised", label: "Standardised" },
  { key: "raw", label: "As given" },
  { key: "spread", label: "Spread" },
  { key: "count", label: "Interviewers" },
] as const;
type Column = (typeof columns)[number]["key"];
interface Sort {
  by: Column;
  isRising: boolean;
}

export function ScoresTable({ lines }: { lines: readonly ScoreLine[] }) {
  const [sort, setSort] = useState<Sort>({ by: "standardised", isRising: false });
  const sorted = useMemo(() => sortedBy(lines, sort), [lines, sort]);
  return (
    <Table caption="Scores by applicant. Sorting is yours alone and changes no list.">
      <thead>
        <tr>
          {columns.map(({ key, label }) => (
            <ColumnHeading
              key={key}
              aria-sort={sort.by !== key ? undefined : sort.isRising ? "ascending" : "descending"}
              className={key === "name" ? undefined : "text-right"}
            >
              <button
                type="button"
                onClick={() => setSort({ by: key, isRising: sort.by === key ? !sort.isRising : key === "name" })}
                className="inline-flex min-h-9 items-center gap-1 underline pointer-coarse:min-h-11"
              >
                {label}
                {sort.by === key &&
                  (sort.isRising ? <ArrowUp size={14} aria-hidden /> : <ArrowDown size={14} aria-hidden />)}
              </button>
            </ColumnHeading>
          ))}
          <ColumnHeading>One interviewer decides</ColumnHeading>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ id, name, score, decides }) => (
          <tr key={id}>
            <Cell className="font-bold whitespace-nowrap">{name}</Cell>
            <Cell isNumber>{score ? figureWords(score.standardised) : "–"}</Cell>
            <Cell isNumber>{score ? figureWords(score.raw) : "–"}</Cell>
            <Cell isNumber className="whitespace-nowrap">
              {score && score.count > 1
                ? `${figureWords(score.standardisedSpread)} (given ${figureWords(score.spread)})`
                : "–"}
            </Cell>
            <Cell isNumber>{score?.count ?? 0}</Cell>
            <Cell className="min-w-44 text-flag">{decides && decidesWords(decides)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

export const decidesWords = (decides: OneRaterDecides): string =>
  decides.kind === "alone"
    ? "Only one gave a score."
    : `Place ${decides.standing} of the means; without one score it would be ${decides.without}.`;

export function sortedBy(lines: readonly ScoreLine[], { by, isRising }: Sort): ScoreLine[] {
  const sign = isRising ? 1 : -1;
  const figure = ({ score }: ScoreLine) => (by === "name" ? null : (score?.[by] ?? null));
  return [...lines].sort((one, other) => {
    if (by === "name") return sign * one.name.localeCompare(other.name, "en");
    const [left, right] = [figure(one), figure(other)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right) || one.name.localeCompare(other.name, "en");
  });
}
