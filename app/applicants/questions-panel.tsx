// Open questions: what is not known, who finds out, and what they found. What facts leave open is offered to be asked.

import { useState } from "react";
import type { SuggestedQuestion } from "../../domain/open-questions";
import type { ApplicantFile, QuestionLine } from "../../server/context/applicant-files";
import { AskDialog } from "../programs/ask-dialog";
import { Button } from "../ui/button";
import { SelectField } from "../ui/field";
import { Moment } from "../ui/moment";
import { Panel } from "../ui/panel";
import { SentenceArea } from "../ui/sentence-area";
import { StrikeDialog } from "./strike-dialog";
import { StruckLine } from "./struck-line";

type Asked =
  | { what: "ask"; suggested?: SuggestedQuestion }
  | { what: "answer"; question: QuestionLine }
  | { what: "strike"; question: QuestionLine };

export function QuestionsPanel({ file }: { file: ApplicantFile }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const { questions, suggested } = file;
  return (
    <Panel title="Open questions">
      {questions.length === 0 && <p className="text-muted">Nobody has asked anything yet.</p>}
      <ul className="flex w-full flex-col gap-4">
        {questions.map((question) => (
          <QuestionItem key={question.id} question={question} onAsk={setAsked} />
        ))}
      </ul>
      {suggested.length > 0 && (
        <section aria-label="Left open by the file" className="w-full border-t border-hairline pt-3">
          <h3 className="text-meta text-muted">Left open by the file</h3>
          <ul className="mt-1 flex flex-col gap-2">
            {suggested.map((one) => (
              <li key={one.fact} className="flex flex-wrap items-start gap-x-3 gap-y-1">
                <p className="min-w-0 flex-1 basis-48">{one.question}</p>
                <Button aria-label={`Ask: ${one.question}`} onClick={() => setAsked({ what: "ask", suggested: one })}>
                  Ask…
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Button onClick={() => setAsked({ what: "ask" })}>Ask a question…</Button>
      {asked?.what === "ask" && <AskQuestion file={file} suggested={asked.suggested} onClose={close} />}
      {asked?.what === "answer" && <AnswerDialog question={asked.question} onClose={close} />}
      {asked?.what === "strike" && (
        <StrikeDialog
          title="Strike the question"
          intent="strikeQuestion"
          id={asked.question.id}
          about={asked.question.question}
          onClose={close}
        />
      )}
    </Panel>
  );
}

function QuestionItem({ question, onAsk }: { question: QuestionLine; onAsk: (asked: Asked) => void }) {
  const { owner, isMine, askedBy, askedAt, answer, struck, mayAnswer, mayStrike } = question;
  return (
    <li className="flex flex-col gap-1">
      <p className={struck ? "line-through" : "font-bold"}>{question.question}</p>
      <p className="text-meta text-muted">
        {askedBy} asked, <Moment at={askedAt} /> · {isMine ? "You find out" : `${owner} finds out`}
      </p>
      {answer && (
        <p>
          {answer.sentence}
          <span className="block text-meta text-muted">
            {answer.by}, <Moment at={answer.at} />
          </span>
        </p>
      )}
      <StruckLine struck={struck} />
      {(mayAnswer || mayStrike) && (
        <p className="flex flex-wrap gap-2">
          {mayAnswer && (
            <Button aria-label={`Answer: ${question.question}`} onClick={() => onAsk({ what: "answer", question })}>
              Answer…
            </Button>
          )}
          {mayStrike && (
            <Button aria-label={`Strike: ${question.question}`} onClick={() => onAsk({ what: "strike", question })}>
              Strike…
            </Button>
          )}
        </p>
      )}
    </li>
  );
}

interface AskQuestionProps {
  file: ApplicantFile;
  suggested: SuggestedQuestion | undefined;
  onClose: () => void;
}

const AskQuestion = ({ file, suggested, onClose }: AskQuestionProps) => (
  <AskDialog
    title="Ask a question"
    description="What is written here may be discoverable. Ask for a fact, and not about health, family, religion, age or origin."
    intent="ask"
    hidden={suggested ? { fact: suggested.fact } : {}}
    submitLabel="Ask"
    done="The question is open."
    fields={["question", "ownerId"]}
    onClose={onClose}
  >
    {(errorOf) => (
      <>
        <SentenceArea
          label="Question"
          name="question"
          maxLength={500}
          defaultValue={suggested?.question}
          error={errorOf("question")}
        />
        <SelectField label="Who finds out" name="ownerId" defaultValue="" error={errorOf("ownerId")}>
          <option value="">Choose somebody</option>
          {file.owners.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </>
    )}
  </AskDialog>
);

const AnswerDialog = ({ question: { id, question }, onClose }: { question: QuestionLine; onClose: () => void }) => (
  <AskDialog
    title="Answer"
    description={question}
    intent="answer"
    hidden={{ id }}
    submitLabel="Sign and save"
    done="The question is answered."
    fields={["answer"]}
    onClose={onClose}
  >
    {(errorOf) => (
      <SentenceArea
        label="What was found out"
        name="answer"
        maxLength={500}
        error={errorOf("answer")}
        hint="With where it comes from. It is signed with your name and cannot be changed."
      />
    )}
  </AskDialog>
);
