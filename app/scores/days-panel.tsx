// Did the day of the interview count? Standardised means by day, and the first against the last.
import { counted } from "../../domain/count-words";
import { type DayFigures, dayEffect } from "../../domain/score-hints";
import { dayWords } from "../applicants/file-facts";
import { Panel } from "../ui/panel";
import { Cell, ColumnHeading, Table } from "../ui/table";
import { differenceWords, figureWords } from "./figure-words";

export function DaysPanel({ days }: { days: readonly DayFigures[] }) {
  const effect = dayEffect(days);
  return (
    <Panel title="First day and last day">
      {effect && (
        <p className="max-w-[70ch]">
          The first day’s mean is <b className="tabular">{figureWords(effect.first.mean)}</b> (
          {counted(effect.first.count, "score")}), the last day’s{" "}
          <b className="tabular">{figureWords(effect.last.mean)}</b> ({counted(effect.last.count, "score")}): a
          difference of <b className="tabular">{differenceWords(effect.difference)}</b>. Interviewers tend to be kinder
          on their first day; few scores a day prove nothing.
        </p>
      )}
      <Table caption="Standardised scores by day" isCaptionHidden>
        <thead>
          <tr>
            <ColumnHeading>Day</ColumnHeading>
            <ColumnHeading className="text-right">Mean</ColumnHeading>
            <ColumnHeading className="text-right">Spread</ColumnHeading>
            <ColumnHeading className="text-right">Scores</ColumnHeading>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, mean, spread, count }) => (
            <tr key={day}>
              <Cell className="tabular whitespace-nowrap">{dayWords(day)}</Cell>
              <Cell isNumber>{figureWords(mean)}</Cell>
              <Cell isNumber>{count > 1 ? figureWords(spread) : "–"}</Cell>
              <Cell isNumber>{count}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
