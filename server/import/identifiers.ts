// Reads identifiers, always as text: a leading zero is part of the id, and a number made of it by a spreadsheet has
// lost digits that cannot be guessed back.
import { z } from "zod";
import type { Read } from "./reading";

/** Excel's guards that keep an id as text: `="01234567"` and a leading apostrophe. */
const unguarded = (cell: string): string =>
  cell
    .replace(/^="(.*)"$/, "$1")
    .replace(/^'/, "")
    .trim();

const numberWords = "a spreadsheet turned the id into a number: format the column as Text there and export again";

const madeNumber = (id: string): boolean => /^[\d.,]+E[+-]?\d+$/i.test(id) || /^\d+[.,]\d+$/.test(id);

/** `1500 0001`, `15-000-002`, `#15000003` and `AAMC ID: 15000004` all hold an id: what stands around and between is taken off. */
const bare = (id: string, title: string): string =>
  id.replace(new RegExp(`^(?:${title})?(?:\\s*(?:id|no|nr|number))?[\\s.:#-]*`, "i"), "").replace(/[\s\p{Pd}]/gu, "");

export function readAamcId(cell: string): Read<string> {
  const id = unguarded(cell);
  const digits = bare(id, "aamc");
  if (/^\d{8}$/.test(digits)) return { value: digits };
  if (madeNumber(id)) return { expected: `exactly 8 digits; ${numberWords}` };
  if (/^\d{6,7}$/.test(id)) {
    return { expected: `exactly 8 digits, not ${id.length}; a spreadsheet may have taken leading zeros away` };
  }
  return { expected: "exactly 8 digits" };
}

export function readNrmpId(cell: string): Read<string> {
  const id = unguarded(cell).toUpperCase();
  const code = bare(id, "nrmp");
  if (/^N\d{7}$/.test(code)) return { value: code };
  return { expected: madeNumber(id) ? `N and 7 digits; ${numberWords}` : "N and 7 digits, such as N1234567" };
}

const emailSchema = z.email().max(320);

/** Lower case: mail systems ignore it, and sign-in compares these. */
export function readEmail(cell: string): Read<string> {
  const parsed = emailSchema.safeParse(cell.toLowerCase());
  return parsed.success ? { value: parsed.data } : { expected: "an e-mail address, such as name@example.org" };
}
