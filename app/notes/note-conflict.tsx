// Two versions of one note, from two devices: both are shown whole, and a person says what it is to be. What is not chosen stays
// as an earlier version of the note.
import type { InterviewNoteContent } from "../../domain/note-words";
import { noteAnswerWords, noteQuestions, noteQuestionWords } from "../../domain/note-words";
import type { SavedNote } from "../../server/context/notes";
import { Button } from "../ui/button";
import { Moment } from "../ui/moment";
import { Panel } from "../ui/panel";
import { together } from "./draft";

interface NoteConflictProps {
  mine: InterviewNoteContent;
  /** Null: the note was struck meanwhile. */
  theirs: SavedNote | null;
  onSettle: (content: InterviewNoteContent) => void;
}

export function NoteConflict({ mine, theirs, onSettle }: NoteConflictProps) {
  if (theirs === null) {
    return (
      <Panel title="This note was struck meanwhile">
        <p>What you wrote on this device is still here. It can be saved as a new note.</p>
        <Button variant="primary" className="min-h-11" onClick={() => onSettle(mine)}>
          Save it as a new note
        </Button>
      </Panel>
    );
  }
  return (
    <Panel title="Changed on another device">
      <p>Both are kept, whatever you choose: the saved one stays as an earlier version.</p>
      <div className="grid w-full gap-3 sm:grid-cols-2">
        <Version title="On this device" content={mine} />
        <Version title="Saved" at={theirs.savedAt} content={theirs.content} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" className="min-h-11" onClick={() => onSettle(together(mine, theirs.content))}>
          Put both together
        </Button>
        <Button className="min-h-11" onClick={() => onSettle(mine)}>
          Keep what is on this device
        </Button>
      </div>
    </Panel>
  );
}

const Version = ({ title, at, content }: { title: string; at?: string; content: InterviewNoteContent }) => (
  <section aria-label={title} className="min-w-0 rounded-md border border-hairline p-3">
    <p className="text-meta text-muted">
      {title} {at && <Moment at={at} />}
    </p>
    <NoteLines content={content} />
  </section>
);

/** A note to be read, in lines. */
export function NoteLines({ content }: { content: InterviewNoteContent }) {
  const { answers = {}, score, text, worksWithSince } = content;
  return (
    <div className="flex flex-col gap-1">
      {worksWithSince && <p className="font-bold text-champion">I’d work with them</p>}
      {noteQuestions.map((question) => {
        const said = answers[question];
        if (!said?.answer && !said?.evidence) return null;
        return (
          <p key={question} className="break-words">
            <span className="text-muted">{noteQuestionWords[question]}: </span>
            {said.answer && <b>{noteAnswerWords[said.answer]}</b>}
            {said.answer && said.evidence && ". "}
            {said.evidence}
          </p>
        );
      })}
      {score !== undefined && (
        <p className="tabular">
          <span className="text-muted">Score: </span>
          {score}
        </p>
      )}
      {text && <p className="break-words whitespace-pre-line">{text}</p>}
    </div>
  );
}
