// A note that the server does not have yet, and what becomes of it (NOTE-2). Pure: the store around it keeps it on the device and
// sends it. A save that left and was not answered is sent again as it was, by the same id, before anything newer: whether it
// arrived is not known.
import type { InterviewNoteContent } from "../../domain/note-words";
import { isSameNote } from "../../domain/note-words";
import type { NoteSave, SavedNote } from "../../server/context/notes";

type Base = NoteSave["base"];

export interface Sending {
  saveId: string;
  base: Base;
  content: InterviewNoteContent;
}

export interface Draft {
  /** The version it was begun on; null for a new note. */
  base: Base;
  content: InterviewNoteContent;
  /** What left and was not answered. */
  sending: Sending | null;
}

export const baseOf = (note: SavedNote | null): Base => (note ? { noteId: note.id, version: note.version } : null);

export function edited(draft: Draft | null, saved: SavedNote | null, content: InterviewNoteContent): Draft {
  return draft ? { ...draft, content } : { base: baseOf(saved), content, sending: null };
}

/** What to send now, and the draft that says it left. */
export function sent(draft: Draft, newId: () => string): { draft: Draft; sending: Sending } {
  const sending = draft.sending ?? { saveId: newId(), base: draft.base, content: draft.content };
  return { draft: { ...draft, sending }, sending };
}

/** Null: nothing is left to be sent. */
export function answered(draft: Draft, sending: Sending, note: SavedNote): Draft | null {
  if (isSameNote(draft.content, sending.content)) return null;
  return { base: baseOf(note), content: draft.content, sending: null };
}

/** The server has another version: nothing goes until a person has chosen. */
export const refused = (draft: Draft): Draft => ({ ...draft, sending: null });

/** Chosen against what the server has: saved over it, where it stays as an earlier version. */
export const rebased = (draft: Draft, theirs: SavedNote | null, content: InterviewNoteContent): Draft => ({
  base: baseOf(theirs),
  content,
  sending: draft.sending,
});

/** Texts and evidence one after the other where they differ; of answers and scores the first. */
export function together(mine: InterviewNoteContent, theirs: InterviewNoteContent): InterviewNoteContent {
  const answers = { ...theirs.answers };
  for (const [question, said] of Object.entries(mine.answers ?? {}) as [keyof typeof answers, Said][]) {
    const other = answers[question];
    answers[question] = {
      answer: said?.answer ?? other?.answer,
      evidence: joined(said?.evidence, other?.evidence, " / "),
    };
  }
  return {
    score: mine.score ?? theirs.score,
    answers,
    worksWithSince: mine.worksWithSince ?? theirs.worksWithSince,
    text: joined(mine.text, theirs.text, "\n\n"),
  };
}

type Said = NonNullable<InterviewNoteContent["answers"]>["willStay"];

function joined(mine = "", theirs = "", between: string): string | undefined {
  if (mine.includes(theirs)) return mine || undefined;
  if (theirs.includes(mine)) return theirs;
  return `${mine}${between}${theirs}`;
}
