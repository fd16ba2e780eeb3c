// An interview note: what one interviewer wrote of one applicant. The four questions are the director's (DOMAIN, mechanism 24);
// each is answered with a word and a sentence of evidence. Everything is optional: a note grows on a phone between two doors.
import { z } from "zod";

export const noteQuestions = ["passesExams", "showsUpSafely", "wantsToBeHere", "willStay"] as const;
export type NoteQuestion = (typeof noteQuestions)[number];

export const noteAnswers = ["yes", "unsure", "no"] as const;
export type NoteAnswer = (typeof noteAnswers)[number];

/** Longest free text, in characters. */
export const NOTE_TEXT_MAX = 4000;
const EVIDENCE_MAX = 500;

export const interviewNoteContentSchema = z.object({
  /** On the program's own scale. */
  score: z.number().min(0).max(1000).optional(),
  answers: z
    .partialRecord(
      z.enum(noteQuestions),
      z.object({ answer: z.enum(noteAnswers).optional(), evidence: z.string().max(EVIDENCE_MAX).optional() }),
    )
    .optional(),
  /** "I'd work with them": becomes an endorsement when the preliminary list is frozen. ISO time at which it was said. */
  worksWithSince: z.iso.datetime().optional(),
  text: z.string().max(NOTE_TEXT_MAX).optional(),
});
export type InterviewNoteContent = z.infer<typeof interviewNoteContentSchema>;
