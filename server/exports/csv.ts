// CSV files that Excel opens well: byte-order mark, heading, CRLF, RFC 4180 quoting, no cell that runs as a formula.
import Papa from "papaparse";
import { oneLine } from "../import/clean-text";
import { type ExportEntry, exportCells, exportHeadings } from "./entry";
import { neutraliseCell } from "./neutralise-cell";

const byteOrderMark = "\uFEFF";

/** Any table; cells become one line each. */
export const csvText = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  `${byteOrderMark}${csvLines([headings, ...rows])}`;

/** More rows of a table that is written piece by piece. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  const safe = rows.map((row) => row.map((cell) => neutraliseCell(oneLine(cell))));
  return `${Papa.unparse(safe, { newline: "\r\n" })}\r\n`;
}

/** The rank order list. */
export const listCsv = (entries: readonly ExportEntry[]): string => csvText(exportHeadings, entries.map(exportCells));
