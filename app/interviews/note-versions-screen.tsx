// Every version of one interview note, the newest first. Nothing can be changed here.
import { type InterviewNoteContent, noteAnswerWords, noteQuestions, noteQuestionWords } from "../../domain/note-words";
import type { NotePast } from "../../server/context/notes";
import { Moment } from "../ui/moment";
import { Panel } from "../ui/panel";

export const NoteVersionsScreen = ({ past: { author, isMine, versions } }: { past: NotePast }) => (
  <>
    <p className="max-w-[70ch] text-muted">
      {isMine ? "Your note" : `The note of ${author}`}, as it was at each save. What was said before stays on record.
      {!isMine && " That you read this is on record too."}
    </p>
    {versions.map(({ version, content, at, isTyped }, index) => (
      <Panel key={version} title={index === 0 ? `Version ${version}, the last` : `Version ${version}`}>
        <p className="text-meta text-muted">
          <Moment at={at} /> · {isTyped ? "written" : "by an imported file"}
        </p>
        <NoteContent content={content} />
      </Panel>
    ))}
  </>
);

function NoteContent({ content: { score, answers, worksWithSince, text } }: { content: InterviewNoteContent }) {
  const said = noteQuestions.flatMap((question) => {
    const { answer, evidence } = answers?.[question] ?? {};
    const words = [answer && noteAnswerWords[answer], evidence].filter(Boolean).join(". ");
    return words === "" ? [] : [{ what: noteQuestionWords[question], words }];
  });
  const lines = [
    ...(worksWithSince ? [{ what: "I’d work with them", words: "Yes" }] : []),
    ...said,
    ...(score === undefined ? [] : [{ what: "Score", words: String(score) }]),
    ...(text ? [{ what: "Anything else", words: text }] : []),
  ];
  if (lines.length === 0) return <p className="text-muted">Nothing was written in it.</p>;
  return (
    <dl className="flex w-full flex-col gap-2">
      {lines.map(({ what, words }) => (
        <div key={what} className="grid gap-x-4 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <dt className="text-muted">{what}</dt>
          <dd className="break-words whitespace-pre-line">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
