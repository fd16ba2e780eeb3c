// The lines with their weights and rules, and what two of them are not.
import { type Rubric, type RubricLine, rubricLines, rubricLineWords } from "../../domain/rubric";
import { ruleWords } from "../../domain/rubric-words";
import { Panel } from "../ui/panel";
import { Cell, ColumnHeading, Table } from "../ui/table";

/** Said wherever the line is read or changed. */
export const lineNotes: Partial<Record<RubricLine, string>> = {
  visa: "Whether the program can sponsor what somebody needs, not merit. Seen by the program director, the associate PD and the coordinator only.",
  school:
    "Starts at 0: a school's name says where somebody studied, and little of what they can do. Whoever gives it a weight says why.",
};

export const LinesPanel = ({ rubric }: { rubric: Rubric }) => {
  const whole = rubricLines.reduce((sum, line) => sum + rubric.weights[line], 0);
  return (
    <Panel title="Lines">
      <Table caption="Each line with its weight and its rule" isCaptionHidden>
        <thead>
          <tr>
            <ColumnHeading>Line</ColumnHeading>
            <ColumnHeading className="text-right">Weight of {whole}</ColumnHeading>
            <ColumnHeading>What earns points</ColumnHeading>
          </tr>
        </thead>
        <tbody>
          {rubricLines.map((line) => (
            <tr key={line}>
              <th scope="row" className="border-b border-hairline px-3 py-2 align-top">
                {rubricLineWords[line]}
              </th>
              <Cell isNumber className="align-top">
                {rubric.weights[line]}
              </Cell>
              <Cell className="min-w-64 align-top">
                {ruleWords(rubric, line)}
                {lineNotes[line] && <span className="block text-muted">{lineNotes[line]}</span>}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="max-w-[70ch] text-muted">
        What is not on file is missing, not zero: a total is taken over the weight that is known.
      </p>
    </Panel>
  );
};
