// CSV files that Excel opens well: byte-order mark, heading, CRLF, RFC 4180 quoting, no cell that runs as a formula.
import Papa from "papaparse";
import { oneLine } from "../import/clean-text";
import { type ExportEntry, exportCells, exportHeadings } from "./entry";
import { neutraliseCell } from "./neutralise-cell";

const byteOrderMark = "\uFEFF";

/** Any table; cells become one line each. */
export function csvText(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const safe = [headings, ...rows].map((row) => row.map((cell) => neutraliseCell(oneLine(cell))));
  return `${byteOrderMark}${Papa.unparse(safe, { newline: "\r\n" })}\r\n`;
}

/** The rank order list. */
export const listCsv = (entries: readonly ExportEntry[]): string => csvText(exportHeadings, entries.map(exportCells));
