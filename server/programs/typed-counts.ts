// Counts of a match year as they are typed into a form: text that is a number, or nothing, which is not zero.
import { z } from "zod";
import { matchYearSchema } from "../../domain/schemas";

/** Undefined: left empty. */
const typedCount = (max: number) =>
  z
    .string()
    .trim()
    .regex(/^(\d{1,6})?$/)
    .transform((typed) => (typed === "" ? undefined : Number(typed)))
    .pipe(z.number().max(max).optional())
    .optional();

const typedCountWords = (max: number): string => `Enter a whole number up to ${max}, or leave it empty.`;

/** A form's counts by their names, and what is said where one is typed wrong. */
export function typedCounts<Name extends string>(names: readonly Name[], max: number) {
  const count = typedCount(max);
  return {
    fields: Object.fromEntries(names.map((name) => [name, count])) as Record<Name, typeof count>,
    sentences: Object.fromEntries(names.map((name) => [name, typedCountWords(max)])),
  };
}

export const typedMatchYear = z
  .string()
  .trim()
  .regex(/^\d{4}$/)
  .transform(Number)
  .pipe(matchYearSchema);

export const typedMatchYearWords = "Enter a match year, such as 2027.";

/** The version that was on the page, 0 for none: whoever changed it meanwhile is not overwritten. */
export const typedVersion = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);

export const changedMeanwhileWords =
  "Somebody changed these counts since the page was shown. Reload the page and look again.";
