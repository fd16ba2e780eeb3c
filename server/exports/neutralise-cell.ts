// Keeps a spreadsheet from running a cell as a formula (CSV injection). Every spreadsheet file passes through here.

// Signs that begin a formula, their full-width and small twins, which Excel in some locales takes for the same, and the
// tab and line break before which a parser may split the cell. Spaces and invisible characters before them do not help.
const startsFormula =
  /^(?:[\s\p{Cc}\p{Cf}\u3164]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212]|[\t\r\n])/u;

/** The cell with an apostrophe before it when it could be a formula; otherwise unchanged. */
export const neutraliseCell = (cell: string): string => (startsFormula.test(cell) ? `'${cell}` : cell);
