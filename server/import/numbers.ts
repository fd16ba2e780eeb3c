// Reads scores and counts. A number outside what the examination can give is refused, never rounded or clipped.
import type { Read } from "./reading";

/** `240` and a spreadsheet's `240.0`; nothing else is a whole number. */
const wholeNumber = (cell: string): number | undefined =>
  /^\d{1,6}(\.0+)?$/.test(cell) ? Number.parseInt(cell, 10) : undefined;

const wholeBetween =
  (least: number, most: number) =>
  (cell: string): Read<number> => {
    const number = wholeNumber(cell);
    if (number !== undefined && number >= least && number <= most) return { value: number };
    return { expected: `a whole number from ${least} to ${most}` };
  };

/** USMLE three-digit scores run from 1 to 300 (USMLE score interpretation guidelines). */
export const readStep2 = wholeBetween(1, 300);

/** COMLEX-USA scores run from 9 to 999 (NBOME). */
export const readComlex = wholeBetween(9, 999);

/** R3 takes ranks of one to three digits. `#2`, `4th`, `Rank 3` and `5.` are ranks too. */
export const readRank = (cell: string): Read<number> =>
  wholeBetween(1, 999)(cell.replace(/^(?:rank|no\.?|nr\.?)?\s*#?\s*(\d{1,3})(?:st|nd|rd|th|\.)?$/i, "$1"));

/** Positions offered in a track. */
export const readQuota = wholeBetween(1, 500);

export const readMatchYear = wholeBetween(1990, 2100);

/** What stands where there is no result yet. */
export const awaitsResult = (cell: string): boolean =>
  /^\*+$|^(?:pending|awaiting|awaited|not (?:yet )?taken|not yet|not reported|scheduled|registered|in progress|tbd|tba)\b/i.test(
    cell,
  );

/** Steps 1 and 3 are Pass or Fail; Step 1 before 2022, and Step 3, also carry a score, which is kept as text. */
export function readStepResult(cell: string): Read<string> {
  if (/^p(ass(ed)?)?$/i.test(cell)) return { value: "Pass" };
  if (/^f(ail(ed)?)?$/i.test(cell)) return { value: "Fail" };
  const score = readStep2(cell);
  return "value" in score ? { value: String(score.value) } : { expected: "Pass, Fail, or a score from 1 to 300" };
}

const decimalBetween =
  (most: number) =>
  (cell: string): Read<number> => {
    // A lone comma is the decimal comma of a European spreadsheet.
    const number = /^\d{1,4}([.,]\d{1,6})?$/.test(cell) ? Number(cell.replace(",", ".")) : Number.NaN;
    return number <= most ? { value: number } : { expected: `a number from 0 to ${most}` };
  };

export const readInterviewScore = decimalBetween(1000);
export const readMonths = decimalBetween(600);
