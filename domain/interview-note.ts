// An interview note: what one interviewer wrote of one applicant. The four questions are the director's (DOMAIN, mechanism 24);
// each is answered with a word and a sentence of evidence. Everything is optional: a note grows on a phone between two doors.
import { z } from "zod";
import {
  EVIDENCE_MAX,
  type InterviewNoteContent,
  NOTE_TEXT_MAX,
  noteAnswers,
  noteQuestions,
  SCORE_MAX,
} from "./note-words";
import { writable } from "./schemas";

const text = (max: number) => z.string().max(max).transform(writable);

export const interviewNoteContentSchema: z.ZodType<InterviewNoteContent> = z.object({
  score: z.number().min(0).max(SCORE_MAX).optional(),
  answers: z
    .partialRecord(
      z.enum(noteQuestions),
      z.object({ answer: z.enum(noteAnswers).optional(), evidence: text(EVIDENCE_MAX).optional() }),
    )
    .optional(),
  worksWithSince: z.iso.datetime().optional(),
  text: text(NOTE_TEXT_MAX).optional(),
});

export type { InterviewNoteContent } from "./note-words";
