// The rows that were not imported, as a CSV to correct them by. Opens in a spreadsheet without running anything.
import { csvText } from "../exports/csv";
import type { FileSummary } from "./summary";

export function errorCsv(files: readonly FileSummary[]): string {
  const rows = files.flatMap(({ what, reading }) =>
    reading.bad.map(({ row, column, value, expected }) => [what, String(row), column, value, `expected ${expected}`]),
  );
  return csvText(["File", "Row", "Column", "Value", "Reason"], rows);
}
