// Reads identifiers, always as text: a leading zero is part of the id, and a number made of it by a spreadsheet has
// lost digits that cannot be guessed back.
import { z } from "zod";
import type { Read } from "./row-cells";

/** Excel's guards that keep an id as text: `="01234567"` and a leading apostrophe. */
const unguarded = (cell: string): string =>
  cell
    .replace(/^="(.*)"$/, "$1")
    .replace(/^'/, "")
    .trim();

const numberWords = "a spreadsheet turned the id into a number: format the column as Text there and export again";

const madeNumber = (id: string): boolean => /^[\d.,]+E[+-]?\d+$/i.test(id) || /^\d+[.,]\d+$/.test(id);

export function readAamcId(cell: string): Read<string> {
  const id = unguarded(cell);
  if (/^\d{8}$/.test(id)) return { value: id };
  if (madeNumber(id)) return { expected: `exactly 8 digits; ${numberWords}` };
  if (/^\d{6,7}$/.test(id)) {
    return { expected: `exactly 8 digits, not ${id.length}; a spreadsheet may have taken leading zeros away` };
  }
  return { expected: "exactly 8 digits" };
}

export function readNrmpId(cell: string): Read<string> {
  const id = unguarded(cell).toUpperCase();
  if (/^N\d{7}$/.test(id)) return { value: id };
  return { expected: madeNumber(id) ? `N and 7 digits; ${numberWords}` : "N and 7 digits, such as N1234567" };
}

const emailSchema = z.email().max(320);

/** Lower case: mail systems ignore it, and sign-in compares these. */
export function readEmail(cell: string): Read<string> {
  const parsed = emailSchema.safeParse(cell.toLowerCase());
  return parsed.success ? { value: parsed.data } : { expected: "an e-mail address, such as name@example.org" };
}
