// Reads the director's preliminary list: rank, id, zone. Ranks run from 1 through protected and middle without repeats;
// red has none (ORD). A row that breaks this is reported and left unplaced; the others keep their order and close up.
import type { Zone } from "../../domain/zone";
import { fieldFinder, type ListField, listHeaders } from "./headers";
import { readAamcId, readNrmpId } from "./identifiers";
import { readRank } from "./numbers";
import { applicantName } from "./person-name";
import { type FileReading, type Readable, type RowError, refusal } from "./reading";
import { type Columns, RowCells, recogniseColumns } from "./row-cells";
import { readTable, type Table } from "./table";
import { readZone } from "./word-cells";

export interface ListRow {
  row: number;
  /** Null in red. */
  rank: number | null;
  aamcId?: string;
  nrmpId?: string;
  name?: string;
  zone: Zone;
}

type Cells = RowCells<ListField>;

const fieldOf = fieldFinder<ListField>(listHeaders);

export function readListFile(text: string): Readable<{ reading: FileReading<ListRow> }> {
  const read = readTable(text, (header) => fieldOf(header) !== undefined);
  if (!read.ok) return read;
  const columns = recogniseColumns(read.table, fieldOf);
  const has = (field: ListField) => columns.positions.has(field);
  if (!has("rank") || !has("zone") || !(has("aamcId") || has("nrmpId"))) {
    return refusal(
      "lacks a heading it needs. Expected the columns “Rank”, “AAMC ID” (or “NRMP ID”) and “Zone” (protected, middle " +
        "or red) in its first line.",
    );
  }

  const { good, bad, warnings } = readListRows(read.table, columns);
  const { dropped: droppedColumns, ignored: ignoredColumns } = columns;
  return { ok: true, reading: { good, bad, warnings, droppedColumns, ignoredColumns, notes: [] } };
}

/** Sorted by rank, red last. */
export function readListRows(
  table: Pick<Table, "rows" | "bad">,
  columns: Columns<ListField>,
): Pick<FileReading<ListRow>, "good" | "bad" | "warnings"> {
  const good: ListRow[] = [];
  const bad: RowError[] = [...table.bad];
  const warnings: RowError[] = [];
  const taken: Taken = { ids: new Map(), ranks: new Map() };
  const titles = { rank: titleOf("rank", "Rank"), zone: titleOf("zone", "Zone") };
  for (const row of table.rows) {
    const cells = new RowCells(columns, row);
    const entry = readEntry(cells, taken);
    bad.push(...cells.errors);
    if (!entry) continue;
    warnings.push(...cells.warnings);
    if (entry.zone === "red" && cells.text("rank", 20)) {
      warnings.push(
        warning(entry, titles.rank, cells.text("rank", 20) ?? "", "no rank in red; the number was left out"),
      );
    }
    good.push(entry);
  }
  good.sort(byRank);
  warnings.push(...gaps(good, taken.ranks, titles.rank), ...zonesOutOfOrder(good, titles.zone));
  warnings.sort(byRow);
  bad.sort(byRow);
  return { good, bad, warnings };

  function titleOf(field: ListField, otherwise: string): string {
    return columns.headers[columns.positions.get(field)?.[0] ?? -1] ?? otherwise;
  }
}

/** Which row used an id or a rank first. */
interface Taken {
  ids: Map<string, number>;
  ranks: Map<number, number>;
}

function readEntry(cells: Cells, taken: Taken): ListRow | undefined {
  const aamcId = cells.identifier("aamcId", readAamcId);
  const nrmpId = cells.identifier("nrmpId", readNrmpId);
  const ids = [aamcId, nrmpId].filter((id) => id !== undefined);
  if (ids.length === 0 && cells.errors.length === 0) {
    cells.refuse(cells.columnName("aamcId", cells.columnName("nrmpId", "AAMC ID")), "", "an AAMC ID or an NRMP ID");
  }
  const zone = cells.strict("zone", readZone);
  const zoneColumn = cells.columnName("zone", "Zone");
  if (!zone && !cells.text("zone", 200)) cells.refuse(zoneColumn, "", "protected, middle or red");
  const rank = zone === "red" ? null : rankOf(cells, taken);
  for (const id of ids) {
    const first = taken.ids.get(id);
    if (first === undefined) continue;
    cells.refuse(cells.columnName("aamcId", "id"), id, `an id that no other row has; row ${first} has it already`);
  }
  if (cells.errors.length > 0 || !zone || rank === undefined) return undefined;
  for (const id of ids) taken.ids.set(id, cells.row);
  return { row: cells.row, rank, aamcId, nrmpId, name: applicantName(cells), zone };
}

/** Takes the rank even when the row is refused for another reason: its place is then no gap in the numbers. */
function rankOf(cells: Cells, taken: Taken): number | undefined {
  const column = cells.columnName("rank", "Rank");
  const rank = cells.strict("rank", readRank);
  if (rank === undefined) {
    if (!cells.text("rank", 20)) cells.refuse(column, "", "a rank from 1 up, or the zone red");
    return undefined;
  }
  const first = taken.ranks.get(rank);
  if (first === undefined) taken.ranks.set(rank, cells.row);
  else cells.refuse(column, String(rank), `a rank that no other row has; row ${first} has it already`);
  return rank;
}

/** One warning for each hole, at the row that follows it. */
function gaps(sorted: readonly ListRow[], taken: ReadonlyMap<number, number>, column: string): RowError[] {
  const ranked = new Map(sorted.map((entry) => [entry.rank, entry]));
  let expected = 1;
  const found: RowError[] = [];
  for (const rank of [...taken.keys()].sort((one, other) => one - other)) {
    const row = ranked.get(rank)?.row ?? taken.get(rank) ?? 0;
    if (rank !== expected) {
      found.push(warning({ row }, column, String(rank), `rank ${expected} next; the list closes up over the gap`));
    }
    expected = rank + 1;
  }
  return found;
}

/** Protected stands above middle (ORD-2), whatever the numbers say. */
function zonesOutOfOrder(sorted: readonly ListRow[], column: string): RowError[] {
  const firstMiddle = sorted.find(({ zone }) => zone === "middle");
  if (!firstMiddle) return [];
  return sorted
    .slice(sorted.indexOf(firstMiddle))
    .filter(({ zone }) => zone === "protected")
    .map((entry) =>
      warning(entry, column, `protected at rank ${entry.rank}`, "protected above all of middle; it was moved up there"),
    );
}

const warning = ({ row }: { row: number }, column: string, value: string, expected: string): RowError => ({
  row,
  column,
  value,
  expected,
});

const byRow = (one: RowError, other: RowError): number => one.row - other.row;

/** Red, which has no rank, stays at the end in the file's order. */
const byRank = (one: ListRow, other: ListRow): number =>
  (one.rank ?? Number.POSITIVE_INFINITY) - (other.rank ?? Number.POSITIVE_INFINITY) || one.row - other.row;
