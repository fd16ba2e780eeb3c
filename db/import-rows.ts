// The rows of a file while it is imported, and what the dry run said of each. Read a page at a time, without the rows about
// whoever is withheld from the reader.
import { type Kysely, sql } from "kysely";
import type { ApplicantId } from "../domain/ids";
import type { Database, ImportRowsTable } from "./schema";

export type RowOutcome = NonNullable<ImportRowsTable["outcome"]>;

/** One fact in words, before and after. */
export interface ShownChange {
  what: string;
  from?: string;
  to?: string;
}

export interface ShownProblem {
  column: string;
  value: string;
  expected: string;
}

export interface FileRow {
  row: number;
  /** Null where the row does not fit its columns. */
  cells: string[] | null;
}

export interface CheckedRow {
  row: number;
  outcome: RowOutcome;
  applicantId?: ApplicantId;
  name?: string;
  changes?: ShownChange[];
  /** Why the row is not taken; of a row that is, what is left out of it. */
  problems?: ShownProblem[];
}

const PIECE = 1000;

export async function insertFileRows(
  db: Kysely<Database>,
  importId: string,
  rows: readonly (FileRow & Pick<CheckedRow, "problems">)[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += PIECE) {
    await sql`INSERT INTO import_rows (import_id, row, cells, problems)
      SELECT ${importId}, r.row, r.cells, r.problems
      FROM jsonb_to_recordset(${JSON.stringify(rows.slice(at, at + PIECE))}::jsonb) AS r(row int, cells jsonb, problems jsonb)
      ON CONFLICT DO NOTHING`.execute(db);
  }
}

/** All of them, in the file's order. */
export async function readFileRows(db: Kysely<Database>, importId: string): Promise<FileRow[]> {
  const rows = await db
    .selectFrom("import_rows")
    .select(["row", "cells"])
    .where("import_id", "=", importId)
    .orderBy("row")
    .execute();
  return rows as FileRow[];
}

/** The first rows with something in them, to show what a column holds. */
export async function readFirstRows(db: Kysely<Database>, importId: string, count: number): Promise<string[][]> {
  const rows = await db
    .selectFrom("import_rows")
    .select("cells")
    .where("import_id", "=", importId)
    .where("cells", "is not", null)
    .orderBy("row")
    .limit(count)
    .execute();
  return rows.map(({ cells }) => cells as string[]);
}

export async function countFileRows(db: Kysely<Database>, importId: string): Promise<number> {
  const row = await db
    .selectFrom("import_rows")
    .select((select) => select.fn.countAll<string>().as("count"))
    .where("import_id", "=", importId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** What the dry run says, instead of what it said before. Rows that did not fit their columns keep their problem. */
export async function saveChecked(db: Kysely<Database>, importId: string, rows: readonly CheckedRow[]): Promise<void> {
  await sql`UPDATE import_rows SET applicant_id = NULL, name = NULL, changes = NULL,
      outcome = CASE WHEN cells IS NULL THEN 'bad' END, problems = CASE WHEN cells IS NULL THEN problems END
    WHERE import_id = ${importId}`.execute(db);
  for (let at = 0; at < rows.length; at += PIECE) {
    await sql`UPDATE import_rows SET outcome = r.outcome, applicant_id = r."applicantId", name = r.name,
        changes = r.changes, problems = coalesce(r.problems, import_rows.problems)
      FROM jsonb_to_recordset(${JSON.stringify(rows.slice(at, at + PIECE))}::jsonb)
        AS r(row int, outcome text, "applicantId" uuid, name text, changes jsonb, problems jsonb)
      WHERE import_rows.import_id = ${importId} AND import_rows.row = r.row`.execute(db);
  }
}

const isVisible = (withheld: ReadonlySet<ApplicantId>) =>
  sql<boolean>`(applicant_id IS NULL OR applicant_id <> ALL(${[...withheld]}::uuid[]))`;

/** Rows about whoever became withheld since the dry run are counted as such. */
export async function countOutcomes(
  db: Kysely<Database>,
  importId: string,
  withheld: ReadonlySet<ApplicantId>,
): Promise<Record<RowOutcome, number>> {
  const { rows } = await sql<{ outcome: RowOutcome; count: number }>`
    SELECT CASE WHEN ${isVisible(withheld)} THEN outcome ELSE 'withheld' END AS outcome, count(*) AS count
    FROM import_rows WHERE import_id = ${importId} AND outcome IS NOT NULL GROUP BY 1`.execute(db);
  const counts = { new: 0, changed: 0, unchanged: 0, bad: 0, withheld: 0, otherTrack: 0 };
  for (const { outcome, count } of rows) counts[outcome] = Number(count);
  return counts;
}

export interface RowsAsked {
  outcome: RowOutcome;
  withheld: ReadonlySet<ApplicantId>;
  offset: number;
  limit: number;
}

export async function pageOfRows(
  db: Kysely<Database>,
  importId: string,
  { outcome, withheld, offset, limit }: RowsAsked,
): Promise<(CheckedRow & FileRow)[]> {
  const rows = await db
    .selectFrom("import_rows")
    .select(["row", "cells", "outcome", "applicant_id as applicantId", "name", "changes", "problems"])
    .where("import_id", "=", importId)
    .where("outcome", "=", outcome)
    .where(isVisible(withheld))
    .orderBy("row")
    .offset(offset)
    .limit(limit)
    .execute();
  return rows as (CheckedRow & FileRow)[];
}
