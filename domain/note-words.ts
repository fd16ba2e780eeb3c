// An interview note without its schema, which the browser's pages need and zod not: its shape, its words, and what can be said of
// one.

/** The director's four questions (DOMAIN, mechanism 24). */
export const noteQuestions = ["passesExams", "showsUpSafely", "wantsToBeHere", "willStay"] as const;
export type NoteQuestion = (typeof noteQuestions)[number];

export const noteQuestionWords: Record<NoteQuestion, string> = {
  passesExams: "Passes exams",
  showsUpSafely: "Shows up and is safe",
  wantsToBeHere: "Wants to be here",
  willStay: "Will stay",
};

export const noteAnswers = ["yes", "unsure", "no"] as const;
export type NoteAnswer = (typeof noteAnswers)[number];

export const noteAnswerWords: Record<NoteAnswer, string> = { yes: "Yes", unsure: "Unsure", no: "No" };

/** Longest free text, in characters. */
export const NOTE_TEXT_MAX = 4000;
export const EVIDENCE_MAX = 500;
/** Of a program's own scale. */
export const SCORE_MAX = 1000;

export interface InterviewNoteContent {
  /** On the program's own scale. */
  score?: number;
  answers?: { [question in NoteQuestion]?: { answer?: NoteAnswer; evidence?: string } };
  /** "I'd work with them": becomes an endorsement when the preliminary list is frozen. ISO time at which it was said. */
  worksWithSince?: string;
  text?: string;
}

/** Beside every field that people write into. */
export const discoverable = "May be discoverable: write what you would say aloud.";

/** Without what is empty, and always in the same order, so that two notes that say the same are the same. */
export function tidyNote({ score, answers, worksWithSince, text }: InterviewNoteContent): InterviewNoteContent {
  const said: NonNullable<InterviewNoteContent["answers"]> = {};
  for (const question of noteQuestions) {
    const { answer, evidence = "" } = answers?.[question] ?? {};
    if (answer || evidence.trim() !== "")
      said[question] = { ...(answer && { answer }), ...(evidence.trim() !== "" && { evidence: evidence.trim() }) };
  }
  return {
    ...(score !== undefined && { score }),
    ...(Object.keys(said).length > 0 && { answers: said }),
    ...(worksWithSince && { worksWithSince }),
    ...(text?.trim() && { text: text.trim() }),
  };
}

export const isSameNote = (one: InterviewNoteContent, other: InterviewNoteContent): boolean =>
  JSON.stringify(tidyNote(one)) === JSON.stringify(tidyNote(other));

/** "I'd work with them" alone is said in passing: a note is written once it has a score, an answer or a text. */
export function isWritten(content: InterviewNoteContent | undefined): boolean {
  const { score, answers, text } = tidyNote(content ?? {});
  return score !== undefined || text !== undefined || answers !== undefined;
}
