// One row seen through the fields its columns were recognised as. Reading a field gives a value or nothing; what
// could not be read is noted as an error (the row is refused) or a warning (the row is kept without that value).
import { sameValue } from "../../domain/same-value";
import { oneLine } from "./clean-text";
import { type DateOrder, dateOrderOf } from "./dates";
import { headerKey, isProtectedHeader } from "./headers";
import { awaitsResult } from "./numbers";
import { type Reader, type RowError, shorten } from "./reading";
import type { Table, TableRow } from "./table";

export interface Columns<Field extends string> {
  headers: readonly string[];
  /** Columns of each field, in the file's order: an export may repeat one, as `Step 2 CK` and `Step 2 CK_1`. */
  positions: ReadonlyMap<Field, readonly number[]>;
  dropped: string[];
  ignored: string[];
  /** Of columns of dates, by position; month first where nothing is said. */
  dateOrders?: ReadonlyMap<number, DateOrder>;
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

/** With what the cells of these fields' columns prove of the order of their dates. */
export function withDateOrders<Field extends string>(
  columns: Columns<Field>,
  fields: readonly Field[],
  rows: readonly TableRow[],
): Columns<Field> {
  const positions = fields.flatMap((field) => columns.positions.get(field) ?? []);
  const orders = positions.map((at) => [at, dateOrderOf(rows.map(({ cells }) => cells[at] ?? ""))] as const);
  return { ...columns, dateOrders: new Map(orders) };
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
const missingWords = new Set(["", "-", "--", "–", "—", "n/a", "na", "null", "not available", "not applicable"]);
/** Says nothing: blank, or a word for it. */
const isMissing = (cell: string): boolean => missingWords.has(cell.toLowerCase());
/** What a spreadsheet shows in place of a value that it could not work out, or not fit in. */
const isErrorCell = (cell: string): boolean =>
  /^#(?:n\/a|ref!|value!|div\/0!|name\?|null!|num!|spill!|calc!|field!|#+)$/i.test(cell);

const MOST_ATTEMPTS = 10;

/** Of a repeated column: without the `_1` that it carries. */
const titleOf = (header: string): string => headerKey(header.replace(/_\d+$/, ""));

interface Cell {
  column: string;
  text: string;
  /** Its column's place in the file; none where several are told of. */
  position?: number;
}

/** Gives no value at all. */
export const isEmpty = (cell: string): boolean => isMissing(cell) || isErrorCell(cell);

export class RowCells<Field extends string> {
  readonly errors: RowError[] = [];
  readonly warnings: RowError[] = [];
  /** Fields with a cell that is not blank and gave no value: what is on file stays (IMPORT-4). */
  readonly unread = new Set<Field>();
  readonly row: number;

  constructor(
    private readonly columns: Columns<Field>,
    private readonly source: TableRow,
  ) {
    this.row = source.row;
  }

  /** The cells of a field that hold something. */
  private cells(field: Field): Cell[] {
    const holding: Cell[] = [];
    for (const position of this.columns.positions.get(field) ?? []) {
      const cell = {
        column: this.columns.headers[position] ?? "",
        text: oneLine(this.source.cells[position] ?? ""),
        position,
      };
      if (isErrorCell(cell.text)) this.leaveOutCell(field, cell, "a value; a spreadsheet's error is none");
      else if (!isMissing(cell.text)) holding.push(cell);
      else if (cell.text !== "") this.unread.add(field);
    }
    return holding;
  }

  /** The row is kept without what `value` says of the field; what is on file stays. */
  leaveOut(field: Field, value: string, expected: string): void {
    this.leaveOutCell(field, { column: this.columnName(field, field), text: value }, expected);
  }

  private leaveOutCell(field: Field, cell: Cell, expected: string): void {
    this.unread.add(field);
    this.warn(cell, expected);
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
    return this.readFirst(field, () => reader);
  }

  /** The same of a date, in the order that its column has. */
  date(field: Field, readerIn: (order: DateOrder) => Reader<string>): string | undefined {
    return this.readFirst(field, ({ position = -1 }) =>
      readerIn(this.columns.dateOrders?.get(position) ?? "monthFirst"),
    );
  }

  private readFirst<T>(field: Field, readerOf: (cell: Cell) => Reader<T>): T | undefined {
    const cell = this.cells(field)[0];
    if (!cell) return undefined;
    const read = readerOf(cell)(cell.text);
    if ("value" in read) return read.value;
    this.leaveOutCell(field, cell, read.expected);
    return undefined;
  }

  /** A rank, a role, an interviewer's score: what the row is there for, so an unreadable cell refuses it. */
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

  /**
   * Attempts in order, from one cell (`Fail, Pass`) or from repeated columns (`Step 2 CK`, `Step 2 CK_1`). Remarks in brackets are no
   * part of a result, and a result that is awaited is none. Two columns of different titles hold one fact: the same in both is once.
   */
  attempts<T>(field: Field, reader: Reader<T>): T[] | undefined {
    const columns = this.cells(field).map((cell) => ({
      title: titleOf(cell.column),
      values: this.results(field, cell, reader),
    }));
    const titles = [...new Set(columns.map(({ title }) => title))];
    const [first = [], ...others] = titles.map((title) =>
      columns.flatMap((column) => (column.title === title ? column.values : [])),
    );
    const other = others.find((values) => values.length > 0 && !sameValue(values, first));
    if (first.length > 0 && other) {
      const said = [first, other].map((values) => values.join(", ")).join(" and ");
      const expected = "the same in every column that holds it; the first was taken";
      this.warn({ column: this.columnName(field, field), text: said }, expected);
    }
    const values = first.length > 0 ? first : (other ?? []);
    if (values.length > MOST_ATTEMPTS) {
      this.leaveOut(field, `${values.length} attempts`, `at most ${MOST_ATTEMPTS} attempts`);
      return undefined;
    }
    return values.length === 0 ? undefined : values;
  }

  private results<T>(field: Field, { column, text }: Cell, reader: Reader<T>): T[] {
    const said = text.replace(/[([][^()[\]]*[)\]]/g, " ").trim();
    if (said === "" || awaitsResult(said)) {
      this.unread.add(field);
      return [];
    }
    const parts = said.split(/[,;/|]/).map((part) => part.trim());
    return parts.flatMap((part) => {
      if (isMissing(part)) return [];
      const read = reader(part);
      if ("value" in read) return [read.value];
      this.leaveOutCell(field, { column, text: part }, read.expected);
      return [];
    });
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

  /** Once, however often the field is read. */
  private warn(cell: Cell, expected: string): void {
    const told = { row: this.row, column: cell.column, value: shorten(cell.text), expected };
    if (!this.warnings.some((known) => sameValue(known, told))) this.warnings.push(told);
  }
}
