// How lenient each interviewer is: for the program director alone (SCORE-5).
import type { LeniencyLine } from "../../server/context/scores";
import { Panel } from "../ui/panel";
import { Cell, ColumnHeading, Table } from "../ui/table";
import { differenceWords, figureWords } from "./figure-words";

const kindWords: Record<LeniencyLine["kind"], string> = {
  own: "",
  few: "Too few scores to say",
  flat: "Always the same score",
};

export const LeniencyPanel = ({ lines }: { lines: readonly LeniencyLine[] }) => (
  <Panel title="Interviewers’ leniency">
    <p className="max-w-[70ch] text-muted">
      For you alone as program director. “Over others” compares only applicants whom others scored too, so that whoever
      met strong applicants does not look lenient.
    </p>
    <Table caption="How each interviewer uses the scale" isCaptionHidden>
      <thead>
        <tr>
          <ColumnHeading>Interviewer</ColumnHeading>
          <ColumnHeading className="text-right">Over others</ColumnHeading>
          <ColumnHeading className="text-right">Mean</ColumnHeading>
          <ColumnHeading className="text-right">Spread</ColumnHeading>
          <ColumnHeading className="text-right">Scores</ColumnHeading>
          <ColumnHeading>Note</ColumnHeading>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ raterId, name, overOthers, mean, spread, count, kind }) => (
          <tr key={raterId}>
            <Cell className="font-bold whitespace-nowrap">{name}</Cell>
            <Cell isNumber>{overOthers === null ? "–" : differenceWords(overOthers)}</Cell>
            <Cell isNumber>{figureWords(mean)}</Cell>
            <Cell isNumber>{count > 1 ? figureWords(spread) : "–"}</Cell>
            <Cell isNumber>{count}</Cell>
            <Cell className="min-w-36">{kindWords[kind]}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  </Panel>
);
