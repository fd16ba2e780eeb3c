// What is known of one applicant while the list is made: who has met them, how they were scored, and what the rubric suggests,
// line by line. What is missing is said to be missing.
import type { ReactNode } from "react";
import { counted } from "../../domain/count-words";
import type { ApplicantId } from "../../domain/ids";
import { type RubricScore, rubricLineWords } from "../../domain/rubric";
import { shownScore } from "../../domain/rubric-figures";
import { isKnownEnough } from "../../domain/rubric-order";
import type { ApplicantScore } from "../../domain/scores";
import type { ListChecks } from "../../server/context/preliminary";
import { knownWords, lineWords } from "../rubric/figures";
import { AnswerNote } from "./answer-note";
import { useAnswer } from "./use-answer";
import { useSeason } from "./use-season";

export function ChecksTab({ applicantId }: { applicantId: ApplicantId }) {
  const { id } = useSeason();
  const url = `/seasons/${id}/preliminary/checks?applicant=${applicantId}`;
  const { answer, retry } = useAnswer<{ checks: ListChecks }>(url);
  if (answer.status !== "ready") return <AnswerNote answer={answer} retry={retry} />;
  const { people, rubric } = answer.checks;
  const check = people[applicantId];
  return (
    <div className="flex flex-col gap-5">
      <Section heading="Met by">
        {check?.met.length ? (
          <p>{check.met.join(", ")}</p>
        ) : (
          <p className="text-muted">Nobody has met them first-hand.</p>
        )}
        {check?.planned.length ? <p className="text-muted">Planned: {check.planned.join(", ")}</p> : null}
      </Section>
      <Section heading="Interview score">{check && <ScoreLine score={check.score} />}</Section>
      {rubric && (
        <Section heading="The rubric's suggestion">
          <RubricLines version={rubric.version} score={rubric.score} />
        </Section>
      )}
    </div>
  );
}

const Section = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <section aria-label={heading} className="flex flex-col gap-1">
    <h3 className="border-b border-hairline pb-1 font-bold">{heading}</h3>
    {children}
  </section>
);

function ScoreLine({ score }: { score: ApplicantScore | null }) {
  if (!score) return <p className="text-muted">No score.</p>;
  return (
    <>
      <p className="tabular">
        <strong>{score.standardised.toFixed(1)}</strong> standardised per interviewer, {score.raw.toFixed(1)} as given
      </p>
      <p className="tabular text-meta text-muted">
        {counted(score.count, "interviewer", "interviewers")}, spread {score.spread.toFixed(1)}
      </p>
    </>
  );
}

function RubricLines({ version, score }: { version: number; score: RubricScore }) {
  const shown = shownScore(score);
  return (
    <>
      <p className="tabular">
        <strong>{shown.total === null ? "Nothing is known" : `${shown.total} of 100`}</strong>
        {shown.total !== null && `: ${shown.earned} of ${counted(score.known, "point")}. It ${knownWords(score)}.`}
      </p>
      {!isKnownEnough(score) && (
        <p className="text-muted">Less than half of the weight is known, so they have no place in its order.</p>
      )}
      <ul>
        {score.lines.map((line) => (
          <li key={line.line} className="border-b border-hairline py-1 last:border-b-0">
            <p className="flex gap-2">
              <span className="min-w-0 flex-1">{rubricLineWords[line.line]}</span>
              <span className="tabular">{lineWords(line, shown.points[line.line])}</span>
            </p>
            <p className="text-meta text-muted">{line.why}</p>
          </li>
        ))}
      </ul>
      <p className="text-meta text-muted">
        {version === 0 ? "The default rubric." : `Version ${version} of the rubric.`} It suggests and moves nobody.
      </p>
    </>
  );
}
