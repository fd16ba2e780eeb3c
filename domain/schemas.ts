// zod schemas of the small words. They stand apart from the words themselves so that the browser's bundle, which needs
// only the words, does not carry zod.
import { z } from "zod";
import { matchYearDates } from "./match-year";
import { roles } from "./member";
import { isSentence, sentenceMissing } from "./sentence";
import { places, zones } from "./zone";

export const idSchema = z.uuid();
export const zoneSchema = z.enum(zones);
export const placeSchema = z.enum(places);
export const roleSchema = z.enum(roles);

/** What no name has: control characters, breaks of the line, lone surrogates, and marks that turn the direction of what follows. */
const neverInName = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
/** What somebody or something is called: one line, trimmed, 1 to `max` characters. It ends up in subjects of mails and in files. */
export const nameSchema = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((name) => !neverInName.test(name), "a name is one line of visible characters");
export const memberSchema = z.object({ id: idSchema, name: nameSchema(200), role: roleSchema });
/** ISO month, `2027-05`. */
export const monthSchema = z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/);
/** Seven digits, a letter, a digit: `1000140C0`. */
export const programCodeSchema = z.string().regex(/^\d{7}[A-Z]\d$/);
export const matchYearSchema = z.number().int().min(2000).max(2100);
/** ISO dates of a match year; what is not known yet is left out. */
export const matchYearDatesSchema = z.partialRecord(z.enum(matchYearDates), z.iso.date());
/** Positions offered in the Match. */
export const quotaSchema = z.number().int().min(1).max(500);

/** Control characters but line breaks go; a lone surrogate, which PostgreSQL refuses in JSON, becomes U+FFFD. */
export const writable = (text: string): string =>
  text
    .replace(/(?![\n\t])\p{Cc}/gu, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .trim();

/** A name, a line: trimmed, 1 to `max` characters. */
export const lineSchema = (max: number) => z.string().transform(writable).pipe(z.string().min(1).max(max));

/** Wherever a sentence is asked for: the same, and a sentence (WORDS-1). */
export const sentenceSchema = (max: number) => lineSchema(max).refine(isSentence, sentenceMissing);
