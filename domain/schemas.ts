// zod schemas of the small words. They stand apart from the words themselves so that the browser's bundle, which needs
// only the words, does not carry zod.
import { z } from "zod";
import { roles } from "./member";
import { places, zones } from "./zone";

export const idSchema = z.uuid();
export const zoneSchema = z.enum(zones);
export const placeSchema = z.enum(places);
export const roleSchema = z.enum(roles);
export const memberSchema = z.object({ id: idSchema, name: z.string().trim().min(1).max(200), role: roleSchema });

/** Control characters but line breaks go; a lone surrogate, which PostgreSQL refuses in JSON, becomes U+FFFD. */
const writable = (text: string): string =>
  text
    .replace(/(?![\n\t])\p{Cc}/gu, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .trim();

/** What a person writes: trimmed, 1 to `max` characters. */
export const sentenceSchema = (max: number) => z.string().transform(writable).pipe(z.string().min(1).max(max));
