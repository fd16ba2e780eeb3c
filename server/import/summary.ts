// The plain text that an import prints: counts, columns dropped and ignored, and one line for each thing that could not
// be taken. Cells were cleaned of control characters before, so nothing here can drive a terminal.
import type { FileReading, RowError } from "./reading";

export interface FileSummary {
  /** `applicants`, `people`, `preliminary list`. */
  what: string;
  path: string;
  reading: FileReading<unknown>;
}

const mostLines = 200;

export function summarise(files: readonly FileSummary[], closing: readonly string[] = []): string {
  return [...files.flatMap(summariseFile), ...closing].join("\n");
}

function summariseFile({ what, path, reading }: FileSummary): string[] {
  const badRows = new Set(reading.bad.map(({ row }) => row)).size;
  const counts = [`${plural(reading.good.length, "row")} read`];
  if (badRows > 0) counts.push(`${plural(badRows, "row")} not imported`);
  if (reading.warnings.length > 0) counts.push(plural(reading.warnings.length, "warning"));
  return [
    `${what} (${path}): ${counts.join(", ")}`,
    ...reading.notes.map((note) => `  ${note}`),
    ...columnLine("protected columns, in nobody's file", reading.droppedColumns),
    ...columnLine("columns ignored", reading.ignoredColumns),
    ...errorLines("not imported:", reading.bad),
    ...errorLines("warnings (these rows are imported):", reading.warnings),
  ];
}

const columnLine = (label: string, columns: readonly string[]): string[] =>
  columns.length === 0 ? [] : [`  ${label}: ${columns.join(", ")}`];

function errorLines(label: string, errors: readonly RowError[]): string[] {
  if (errors.length === 0) return [];
  const lines = errors.slice(0, mostLines).map((error) => `    ${errorLine(error)}`);
  const more = errors.length - mostLines;
  return [`  ${label}`, ...lines, ...(more > 0 ? [`    and ${more} more (--errors FILE writes them all)`] : [])];
}

/** `row 17, Step 2 CK: "2310" — expected a whole number from 1 to 300` */
export const errorLine = ({ row, column, value, expected }: RowError): string =>
  `row ${row}, ${column}: ${value === "" ? "empty" : `"${value}"`} — expected ${expected}`;

export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
