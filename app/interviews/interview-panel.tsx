// What the interviewers wrote of one applicant: who would work with them, the scores as given and standardised, the four questions
// with everybody's answer and evidence, and the texts. Narrow enough for the drawer.
import {
  type NoteQuestion,
  noteAnswers,
  noteAnswerWords,
  noteQuestions,
  noteQuestionWords,
} from "../../domain/note-words";
import type { InterviewNote, InterviewView } from "../../server/context/notes";
import { dayWords } from "../applicants/file-facts";
import { figureWords, interviewerCount } from "../scores/figure-words";
import { Moment } from "../ui/moment";
import { Cell, ColumnHeading, Table } from "../ui/table";

export function InterviewPanel({ view }: { view: InterviewView }) {
  const { notes, awaited, score } = view;
  if (notes.length === 0 && awaited.length === 0)
    return <p className="text-muted">Nobody is down as having interviewed them.</p>;
  const workers = notes.filter(({ content }) => content.worksWithSince);
  const texts = notes.filter(({ content }) => content.text);
  return (
    <div className="flex flex-col gap-4">
      {workers.length > 0 && (
        <p>
          <b className="text-champion">I’d work with them:</b> {workers.map(({ author }) => author).join(", ")}
        </p>
      )}
      {score && <Scores view={view} />}
      {noteQuestions.map((question) => (
        <Question key={question} question={question} notes={notes} />
      ))}
      {texts.length > 0 && (
        <section className="flex flex-col gap-2">
          <h3 className="font-bold">Notes</h3>
          {texts.map(({ noteId, author, content, savedAt }) => (
            <div key={noteId}>
              <p className="break-words whitespace-pre-line">{content.text}</p>
              <p className="text-meta text-muted">
                {author} · <Moment at={savedAt} />
              </p>
            </div>
          ))}
        </section>
      )}
      {awaited.length > 0 && <p className="text-muted">Not written yet: {awaited.join(", ")}</p>}
    </div>
  );
}

function Scores({ view: { notes, score } }: { view: InterviewView }) {
  const given = notes.filter(({ content }) => content.score !== undefined);
  if (!score) return null;
  const isLoose = given.some(({ standardised }) => standardised?.isLoose);
  return (
    <section className="flex flex-col gap-2">
      <Table caption="Scores">
        <thead>
          <tr>
            <ColumnHeading>Interviewer</ColumnHeading>
            <ColumnHeading className="text-right">Given</ColumnHeading>
            <ColumnHeading className="text-right">Standardised</ColumnHeading>
          </tr>
        </thead>
        <tbody>
          {given.map(({ noteId, author, heldOn, content, standardised }) => (
            <tr key={noteId}>
              <Cell>
                {author}
                {heldOn && <span className="tabular block text-meta text-muted">{dayWords(heldOn)}</span>}
              </Cell>
              <Cell isNumber>{content.score}</Cell>
              <Cell isNumber>
                {standardised && figureWords(standardised.score)}
                {standardised?.isLoose && "*"}
              </Cell>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-bold">
            <Cell>
              Mean of {interviewerCount(score.count)}
              <span className="block text-meta font-normal text-muted">spread</span>
            </Cell>
            <Cell isNumber>
              {figureWords(score.raw)}
              <Spread spread={score.spread} count={score.count} />
            </Cell>
            <Cell isNumber>
              {figureWords(score.standardised)}
              <Spread spread={score.standardisedSpread} count={score.count} />
            </Cell>
          </tr>
        </tfoot>
      </Table>
      <p className="text-meta text-muted">
        Standardised: each score as its distance from its interviewer’s own mean, on the scale of all.
        {isLoose && " * Gave under three scores, or always the same: that says little of how they use the scale."}
      </p>
    </section>
  );
}

/** Of a single score there is none. */
const Spread = ({ spread, count }: { spread: number; count: number }) => (
  <span className="block text-meta font-normal text-muted">{count < 2 ? "–" : figureWords(spread)}</span>
);

function Question({ question, notes }: { question: NoteQuestion; notes: readonly InterviewNote[] }) {
  const said = notes.flatMap(({ noteId, author, content }) => {
    const { answer, evidence } = content.answers?.[question] ?? {};
    return answer || evidence ? [{ noteId, author, answer, evidence }] : [];
  });
  const tally = noteAnswers
    .map(
      (answer) => [said.filter((one) => one.answer === answer).length, noteAnswerWords[answer].toLowerCase()] as const,
    )
    .filter(([count]) => count > 0);
  return (
    <section>
      <h3 className="font-bold">
        {noteQuestionWords[question]}{" "}
        <span className="tabular font-normal text-muted">
          {tally.length === 0 ? "nobody answered" : tally.map(([count, word]) => `${count} ${word}`).join(" · ")}
        </span>
      </h3>
      <ul>
        {said.map(({ noteId, author, answer, evidence }) => (
          <li key={noteId} className="border-b border-hairline py-1 break-words last:border-b-0">
            <span className="text-muted">{author}: </span>
            {answer && <b>{noteAnswerWords[answer]}</b>}
            {answer && evidence && ". "}
            {evidence}
          </li>
        ))}
      </ul>
    </section>
  );
}
