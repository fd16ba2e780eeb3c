// The lines with their weights and rules, and what two of them are not.
import { type Rubric, type RubricLine, rubricLines, rubricLineWords } from "../../domain/rubric";
import type { UnaskedLines } from "../../domain/rubric-asked";
import { ruleWords } from "../../domain/rubric-words";
import { Panel } from "../ui/panel";

/** Said wherever the line is read or changed. */
export const lineNotes: Partial<Record<RubricLine, string>> = {
  visa: "Whether the program can sponsor what somebody needs, not merit. Seen by the program director, the associate PD and the coordinator only.",
  school:
    "Starts at 0: a school's name says where somebody studied, and little of what they can do. Whoever gives it a weight says why.",
};

export const LinesPanel = ({ rubric, unasked }: { rubric: Rubric; unasked: UnaskedLines }) => {
  const whole = rubricLines.reduce((sum, line) => sum + rubric.weights[line], 0);
  return (
    <Panel title="Lines">
      <dl className="w-full">
        {rubricLines.map((line) => (
          <div
            key={line}
            className="grid gap-x-4 gap-y-1 border-b border-hairline py-3 first:pt-0 last:border-b-0 sm:grid-cols-[12rem_7rem_minmax(0,1fr)]"
          >
            <dt className="font-bold">{rubricLineWords[line]}</dt>
            <dd className="tabular">
              Weight {rubric.weights[line]} <span className="text-muted">of {whole}</span>
            </dd>
            <dd>
              {ruleWords(rubric, line)}
              {lineNotes[line] && <span className="block text-muted">{lineNotes[line]}</span>}
              {unasked.has(line) && <span className="block font-bold">{unasked.get(line)}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="max-w-[70ch] text-muted">
        What is not on file is missing, not zero: a total is taken over the weight that is known, and says how much that
        is. A line that is known of under half of a group, by school type or by need of sponsorship, is asked of nobody:
        it would compare people by different lines.
      </p>
    </Panel>
  );
};
