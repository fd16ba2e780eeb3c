// The director's four questions: yes, unsure or no under a thumb, and a sentence of evidence. A press on what is chosen takes it
// back.
import Check from "lucide-react/icons/check";
import { useId } from "react";
import type { InterviewNoteContent } from "../../domain/note-words";
import {
  EVIDENCE_MAX,
  type NoteQuestion,
  noteAnswers,
  noteAnswerWords,
  noteQuestions,
  noteQuestionWords,
} from "../../domain/note-words";
import { classNames } from "../ui/class-names";
import { TextAreaField } from "../ui/field";
import { TopicHints } from "../ui/topic-hints";

type Answers = NonNullable<InterviewNoteContent["answers"]>;

interface NoteQuestionsProps {
  answers: Answers;
  onChange: (answers: Answers) => void;
}

export const NoteQuestions = ({ answers, onChange }: NoteQuestionsProps) =>
  noteQuestions.map((question) => (
    <Question
      key={question}
      question={question}
      said={answers[question] ?? {}}
      onChange={(said) => onChange({ ...answers, [question]: said })}
    />
  ));

interface QuestionProps {
  question: NoteQuestion;
  said: NonNullable<Answers[NoteQuestion]>;
  onChange: (said: NonNullable<Answers[NoteQuestion]>) => void;
}

function Question({ question, said, onChange }: QuestionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2 rounded-md border border-hairline bg-surface p-4">
      <h2 id={id} className="font-bold">
        {noteQuestionWords[question]}
      </h2>
      <div className="grid grid-cols-3 gap-2">
        {noteAnswers.map((answer) => {
          const isChosen = said.answer === answer;
          return (
            <button
              key={answer}
              type="button"
              aria-pressed={isChosen}
              aria-describedby={id}
              onClick={() => onChange({ ...said, answer: isChosen ? undefined : answer })}
              className={classNames(
                "inline-flex min-h-12 items-center justify-center gap-1 rounded-md border disabled:opacity-50",
                isChosen ? "border-ink bg-middle-tint font-bold" : "border-control bg-surface hover:bg-middle-tint",
              )}
            >
              {isChosen && <Check size={16} aria-hidden />}
              {noteAnswerWords[answer]}
            </button>
          );
        })}
      </div>
      <TextAreaField
        isOfPerson={false}
        label={`What did you see? ${noteQuestionWords[question]}`}
        isLabelHidden
        placeholder="What did you see?"
        rows={2}
        maxLength={EVIDENCE_MAX}
        value={said.evidence ?? ""}
        onChange={({ target }) => onChange({ ...said, evidence: target.value || undefined })}
      />
      <TopicHints text={said.evidence ?? ""} />
    </section>
  );
}
