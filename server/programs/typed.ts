// What was typed into a form of a program, read by a schema; the first thing that is wrong becomes a sentence at its field.
import type { z } from "zod";
import { sentenceMissing } from "../../domain/sentence";
import type { ProgramRefusal, Typed } from "../load-context";
import { refuse } from "./access";

export type Reading<T> = { ok: true; value: T } | ProgramRefusal;

/** `sentences` says for each field what is expected. */
export function readTyped<Schema extends z.ZodType>(
  schema: Schema,
  typed: Typed,
  sentences: Readonly<Record<string, string>>,
): Reading<z.infer<Schema>> {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = parsed.error.issues[0];
  const field = String(issue?.path[0] ?? "");
  // A word where a sentence is asked for (WORDS-1).
  if (issue?.message === sentenceMissing) return refuse(400, sentenceMissing, field);
  return refuse(400, sentences[field] ?? "That form was not understood. Reload the page and try again.", field);
}
