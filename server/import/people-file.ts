// Reads the file of a program's people: name, e-mail, role. Every row is a member or an entry in `bad`.
import type { Role } from "../../domain/member";
import { fieldFinder, type PeopleField, peopleHeaders } from "./headers";
import { readEmail } from "./identifiers";
import { memberName } from "./person-name";
import { type FileReading, type Readable, type RowError, refusal } from "./reading";
import { RowCells, recogniseColumns } from "./row-cells";
import { readTable } from "./table";
import { readRole } from "./word-cells";

export interface PersonRow {
  row: number;
  name: string;
  /** Lower case. */
  email: string;
  role: Role;
}

type Cells = RowCells<PeopleField>;

const fieldOf = fieldFinder<PeopleField>(peopleHeaders);

export function readPeopleFile(text: string): Readable<{ reading: FileReading<PersonRow> }> {
  const read = readTable(text, (header) => fieldOf(header) !== undefined);
  if (!read.ok) return read;
  const columns = recogniseColumns(read.table, fieldOf);
  const has = (field: PeopleField) => columns.positions.has(field);
  if (!has("email") || !has("role") || !(has("name") || has("lastName"))) {
    return refusal("lacks a heading it needs. Expected the columns “Name”, “E-mail” and “Role” in its first line.");
  }

  const good: PersonRow[] = [];
  const bad: RowError[] = [...read.table.bad];
  const warnings: RowError[] = [];
  const firstRows = new Map<string, number>();
  for (const row of read.table.rows) {
    const cells = new RowCells(columns, row);
    const person = readPerson(cells, firstRows);
    bad.push(...cells.errors);
    if (!person || cells.errors.length > 0) continue;
    firstRows.set(person.email, person.row);
    warnings.push(...cells.warnings);
    good.push(person);
  }
  bad.sort((one, other) => one.row - other.row);
  const notes = good.some(({ role }) => role === "pd")
    ? []
    : ["It names no program director (role “pd”): nobody could lock the list."];
  const { dropped: droppedColumns, ignored: ignoredColumns } = columns;
  return { ok: true, reading: { good, bad, warnings, droppedColumns, ignoredColumns, notes } };
}

function readPerson(cells: Cells, firstRows: ReadonlyMap<string, number>): PersonRow | undefined {
  const name = memberName(cells);
  if (!name) cells.refuse(cells.columnName("name", "Name"), "", "a name");
  const email = needed(cells, "email", "E-mail", cells.identifier("email", readEmail), "an e-mail address");
  const role = needed(cells, "role", "Role", cells.strict("role", readRole), "a role");
  const first = email === undefined ? undefined : firstRows.get(email);
  if (email !== undefined && first !== undefined) {
    const expected = `an e-mail address that no other row has; row ${first} has it already`;
    cells.refuse(cells.columnName("email", "E-mail"), email, expected);
  }
  return name && email && role ? { row: cells.row, name, email, role } : undefined;
}

/** Refuses the row when the cell is empty; an unreadable cell has been refused already. */
function needed<T>(cells: Cells, field: PeopleField, title: string, value: T | undefined, expected: string) {
  const column = cells.columnName(field, title);
  if (value === undefined && !cells.errors.some((error) => error.column === column)) {
    cells.refuse(column, "", expected);
  }
  return value;
}
