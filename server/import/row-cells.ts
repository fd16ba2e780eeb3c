// One row seen through the fields its columns were recognised as. Reading a field gives a value or nothing; what
// could not be read is noted as an error (the row is refused) or a warning (the row is kept without that value).
import { oneLine } from "./clean-text";
import { isProtectedHeader } from "./headers";
import { type RowError, shorten } from "./reading";
import type { Table, TableRow } from "./table";

/** What a value reader makes of a cell that is not empty. */
export type Read<T> = { value: T } | { expected: string };
export type Reader<T> = (cell: string) => Read<T>;

export interface Columns<Field extends string> {
  headers: readonly string[];
  /** Columns of each field, in the file's order: an export may repeat one, as `Step 2 CK` and `Step 2 CK_1`. */
  positions: ReadonlyMap<Field, readonly number[]>;
  dropped: string[];
  ignored: string[];
}

export function recogniseColumns<Field extends string>(
  table: Table,
  fieldOf: (header: string) => Field | undefined,
): Columns<Field> {
  const positions = new Map<Field, number[]>();
  const dropped: string[] = [];
  const ignored: string[] = [];
  table.headers.forEach((header, position) => {
    const field = fieldOf(header);
    if (isProtectedHeader(header)) dropped.push(header);
    else if (field) positions.set(field, [...(positions.get(field) ?? []), position]);
    else if (header !== "") ignored.push(header);
  });
  return { headers: table.headers, positions, dropped, ignored };
}

/** Columns as somebody mapped them; a column without a field, and a protected one, is left out. */
export function mapColumns<Field extends string>(
  headers: readonly string[],
  fields: readonly (Field | null)[],
): Columns<Field> {
  const positions = new Map<Field, number[]>();
  fields.forEach((field, position) => {
    if (field === null || isProtectedHeader(headers[position] ?? "")) return;
    positions.set(field, [...(positions.get(field) ?? []), position]);
  });
  return { headers, positions, dropped: [], ignored: [] };
}

// "None" and "No" are not here: for visas and signals they are answers.
const missingWords = new Set(["", "-", "--", "–", "—", "n/a", "na", "#n/a", "null", "not available", "not applicable"]);
export const isMissing = (cell: string): boolean => missingWords.has(cell.toLowerCase());

interface Cell {
  column: string;
  text: string;
}

export class RowCells<Field extends string> {
  readonly errors: RowError[] = [];
  readonly warnings: RowError[] = [];
  readonly row: number;

  constructor(
    private readonly columns: Columns<Field>,
    private readonly source: TableRow,
  ) {
    this.row = source.row;
  }

  /** The cells of a field that hold something. */
  private cells(field: Field): Cell[] {
    return (this.columns.positions.get(field) ?? [])
      .map((position) => ({
        column: this.columns.headers[position] ?? "",
        text: oneLine(this.source.cells[position] ?? ""),
      }))
      .filter(({ text }) => !isMissing(text));
  }

  /** The heading to name when a field is reported; `otherwise` when the file has no such column. */
  columnName(field: Field, otherwise: string): string {
    const position = this.columns.positions.get(field)?.[0];
    return position === undefined ? otherwise : (this.columns.headers[position] ?? otherwise);
  }

  /** Text of at most `longest` characters; a longer one is cut, and a warning says so. */
  text(field: Field, longest: number): string | undefined {
    const cell = this.cells(field)[0];
    if (!cell) return undefined;
    if (cell.text.length <= longest) return cell.text;
    this.warn(cell, `at most ${longest} characters; the rest was cut`);
    // A cut surrogate pair is not text; PostgreSQL would refuse it.
    return cell.text
      .slice(0, longest)
      .replace(/[\uD800-\uDBFF]$/, "")
      .trim();
  }

  /** A value whose absence does no harm: unreadable cells are left out with a warning. */
  optional<T>(field: Field, reader: Reader<T>): T | undefined {
    const cell = this.cells(field)[0];
    if (!cell) return undefined;
    const read = reader(cell.text);
    if ("value" in read) return read.value;
    this.warn(cell, read.expected);
    return undefined;
  }

  /** A score, a rank, a role: wrong is worse than missing, so an unreadable cell refuses the row. */
  strict<T>(field: Field, reader: Reader<T>): T | undefined {
    return this.cells(field)
      .slice(0, 1)
      .flatMap((cell) => this.take(cell, reader))[0];
  }

  /** An identifier: all columns that hold it must agree, since nobody can tell which of two is the person. */
  identifier(field: Field, reader: Reader<string>): string | undefined {
    const cells = this.cells(field);
    const [id, ...others] = cells.flatMap((cell) => this.take(cell, reader));
    if (others.some((other) => other !== id)) {
      const values = cells.map(({ text }) => text).join(" and ");
      this.refuse(this.columnName(field, field), values, "the same id in every column that holds it");
    }
    return id;
  }

  /** Attempts in order, from one cell (`Fail, Pass`) or from repeated columns. */
  attempts<T>(field: Field, reader: Reader<T>): T[] | undefined {
    const values = this.cells(field).flatMap((cell) =>
      cell.text
        .split(/[,;/|]/)
        .map((part) => part.trim())
        .filter((part) => !isMissing(part))
        .flatMap((part) => this.take({ column: cell.column, text: part }, reader)),
    );
    if (values.length > 10) {
      this.refuse(this.columnName(field, field), `${values.length} attempts`, "at most 10 attempts");
      return undefined;
    }
    return values.length === 0 ? undefined : values;
  }

  private take<T>(cell: Cell, reader: Reader<T>): T[] {
    const read = reader(cell.text);
    if ("value" in read) return [read.value];
    this.refuse(cell.column, cell.text, read.expected);
    return [];
  }

  refuse(column: string, value: string, expected: string): void {
    this.errors.push({ row: this.row, column, value: shorten(value), expected });
  }

  private warn(cell: Cell, expected: string): void {
    this.warnings.push({ row: this.row, column: cell.column, value: shorten(cell.text), expected });
  }
}
