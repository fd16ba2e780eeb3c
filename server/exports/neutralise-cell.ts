// Keeps a spreadsheet from running a cell as a formula (CSV injection). Every spreadsheet file passes through here.

// Signs that begin a formula, with their full-width and small twins, which Excel takes for the same in some locales.
const sign = String.raw`[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212]`;
// Spaces and invisible characters before a sign do not make it harmless.
const blank = String.raw`\s\p{Cc}\p{Cf}\u3164`;

const startsFormula = new RegExp(`^(?:[${blank}]*${sign}|[\\t\\r\\n])`, "u");

// Where the list separator is a semicolon, Excel splits a comma file's lines there: what follows one starts a cell too.
const formulaAfterSemicolon = new RegExp(`(;[${blank}"]*)(?=${sign})`, "gu");

/** The cell with an apostrophe before whatever a spreadsheet could take for a formula; otherwise unchanged. */
export function neutraliseCell(cell: string): string {
  const inside = cell.replace(formulaAfterSemicolon, "$1'");
  return startsFormula.test(inside) ? `'${inside}` : inside;
}
