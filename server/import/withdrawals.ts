// Has an applicant withdrawn? Read from the whole cell by its meaning. Somebody who is withdrawn is on nobody's list, so whatever is not
// sure says nothing here and is asked about.
import type { Read, Reader } from "./reading";

const expected = "Yes or No: whether they have withdrawn; nothing was changed by this";

/** What may stand around "withdrawn" and changes nothing of it; dates and times may too. */
const harmless = new Set(
  `a the by on as of at per via from to in and has have had was is been be yes y no longer application applicant candidate interview
  match program season email mail emailed mailed phone phoned call called letter eras nrmp thalamus us our this status applied
  jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november
  december am pm`.split(/\s+/),
);
const saying = /\bwith?dr[ae]w(?:n|al|ing|s)?\b/i;
const undone =
  /\b(?:re-?instat|rescind|re-?activat|revers|revok|undone|undid|cancel|un-?withdr|returned|came back|re-?join)/i;
const denied =
  /^(?:no(?! longer)|not|never|none|non|didn'?t|did not|hasn'?t|has not|isn'?t|is not)\b|\b(?:not|never|didn'?t|hasn'?t)\s+(?:\w+\s+)?withdr/i;

/** What a sentence about it means; undefined where it is not sure. */
function meaningOf(text: string): boolean | undefined {
  if (!saying.test(text)) return undefined;
  if (undone.test(text) || denied.test(text)) return false;
  const others = text
    .toLowerCase()
    .replace(/[’']/g, "")
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "" && !harmless.has(word) && !saying.test(word));
  return others.length === 0 ? true : undefined;
}

/** A column that asks whether they have: an answer may have a remark. */
export const readWithdrawn: Reader<boolean> = (cell): Read<boolean> => {
  const text = cell.trim();
  const answer = /^(yes|y|true|1|x|w|wd|w\/d|no|n|false|0|none)\b(.*)$/is.exec(text);
  const rest = answer?.[2]?.trim() ?? "";
  const means = meaningOf(text);
  if (means !== undefined) return { value: means };
  if (!answer || saying.test(text) || undone.test(text)) return { expected };
  const isYes = !/^(?:no|n|false|0|none)$/i.test(answer[1] ?? "");
  return isYes && /^(?:\W*but\b|\?)/i.test(rest) ? { expected } : { value: isYes };
};

/** A status says it or says something else, which is nothing of this. */
export const readStatus: Reader<boolean | null> = (cell): Read<boolean | null> => {
  if (!saying.test(cell) && !undone.test(cell)) return { value: null };
  const means = saying.test(cell) ? meaningOf(cell) : false;
  return means === undefined ? { expected } : { value: means };
};
