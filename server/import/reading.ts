// What reading a file gives: the rows that can be kept, and a sentence's worth about each one that cannot.
// Nothing is lost in silence: every row of a file is either in `good` or has an entry in `bad`.

/** What a value reader makes of a cell that is not empty. */
export type Read<T> = { value: T } | { expected: string };
export type Reader<T> = (cell: string) => Read<T>;

/** One cell (or row) that could not be taken, in the words the summary and the error file print. */
export interface RowError {
  /** As a spreadsheet counts: the heading is row 1. */
  row: number;
  /** The heading as the file spells it, or the name of the field when the file has no such column. */
  column: string;
  /** At most 60 characters of the cell. */
  value: string;
  /** Completes "expected …". */
  expected: string;
}

export interface FileReading<T> {
  good: T[];
  /** Rows not imported. One row may have several entries. */
  bad: RowError[];
  /** Cells left out or altered; their rows are kept. */
  warnings: RowError[];
  /** Protected columns: in nobody's file. */
  droppedColumns: string[];
  /** Columns nobody here has a use for. */
  ignoredColumns: string[];
  /** About the file as a whole: its encoding, a missing role. */
  notes: string[];
}

/** A file that cannot be read at all. The message follows the file's name: `is empty. Export it again …`. */
export interface Refusal {
  ok: false;
  message: string;
}

export const refusal = (message: string): Refusal => ({ ok: false, message });

export type Readable<T> = ({ ok: true } & T) | Refusal;

const longestValue = 60;

/** Cuts by characters, not UTF-16 units, so that no name ends in half a letter. */
export function shorten(value: string): string {
  if (value.length <= longestValue) return value;
  const letters = [...value.slice(0, longestValue * 2)];
  return letters.length <= longestValue ? value : `${letters.slice(0, longestValue - 1).join("")}…`;
}
