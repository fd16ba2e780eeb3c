// Facts kept apart for the equity check (EQUITY-1): whether a season keeps any, those of its imports, and their erasing. Nothing but
// the check reads them; whether the asker may is decided above.
import { type Kysely, sql } from "kysely";
import { type EquityFacts, equityFactsSchema } from "../domain/equity-facts";
import { type Standing, standingSchema } from "../domain/equity-standing";
import type { ApplicantId } from "../domain/ids";
import type { Database } from "./schema";

/** Of one row of a file. */
export interface EquityCells {
  row: number;
  facts: EquityFacts;
}

/** For a write, in a transaction, `holds`: then it stays so until that ends. */
export async function keepsEquityFacts(
  db: Kysely<Database>,
  seasonId: string,
  { holds }: { holds: boolean } = { holds: false },
): Promise<boolean> {
  const season = db.selectFrom("seasons").select("keeps_equity_facts as isKept").where("id", "=", seasonId);
  return (await (holds ? season.forShare() : season).executeTakeFirst())?.isKept ?? false;
}

/** False: it is so already. */
export async function keepEquityFacts(trx: Kysely<Database>, seasonId: string, isKept: boolean): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("seasons")
    .set({ keeps_equity_facts: isKept })
    .where("id", "=", seasonId)
    .where("keeps_equity_facts", "!=", isKept)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** All of a season, of files that are still being looked at too. */
export async function eraseEquityFacts(trx: Kysely<Database>, seasonId: string): Promise<void> {
  await trx.deleteFrom("equity_facts").where("season_id", "=", seasonId).execute();
}

export interface EquityFile {
  seasonId: string;
  /** Null: at the console. */
  importId: string | null;
  at: Date;
}

const PIECE = 1000;

/** With whom each row is about, or with nobody before the file is imported. */
export async function addEquityRows(
  trx: Kysely<Database>,
  { seasonId, importId, at }: EquityFile,
  rows: readonly (EquityCells & { applicantId?: ApplicantId })[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += PIECE) {
    await sql`INSERT INTO equity_facts (season_id, import_id, row, applicant_id, facts, at)
      SELECT ${seasonId}, ${importId}, r.row, r."applicantId", r.facts, ${at}
      FROM jsonb_to_recordset(${JSON.stringify(rows.slice(from, from + PIECE))}::jsonb)
        AS r(row int, "applicantId" uuid, facts jsonb)`.execute(trx);
  }
}

export async function hasEquityRows(db: Kysely<Database>, importId: string): Promise<boolean> {
  const row = await db
    .selectFrom("equity_facts")
    .select("row")
    .where("import_id", "=", importId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whom each row of an import is about. They count once the import is done. */
export async function giveEquityRows(
  db: Kysely<Database>,
  importId: string,
  owners: ReadonlyMap<number, ApplicantId>,
  at: Date,
): Promise<void> {
  const given = [...owners].map(([row, applicantId]) => ({ row, applicantId }));
  await sql`UPDATE equity_facts SET applicant_id = g."applicantId", at = ${at}
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS g(row int, "applicantId" uuid)
    WHERE import_id = ${importId} AND equity_facts.row = g.row`.execute(db);
}

/** Of a finished import: what is of rows that were not taken goes. Resolves to how many applicants it has facts of. */
export async function settleEquityRows(trx: Kysely<Database>, importId: string): Promise<number> {
  await trx.deleteFrom("equity_facts").where("import_id", "=", importId).where("applicant_id", "is", null).execute();
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM equity_facts WHERE import_id = ${importId}`.execute(trx);
  return rows[0]?.count ?? 0;
}

/** What an import kept; of applicants whom it added and who are gone with it, what later ones kept too. */
export async function takeBackEquityRows(
  trx: Kysely<Database>,
  { seasonId, importId, removed }: { seasonId: string; importId: string; removed: readonly ApplicantId[] },
): Promise<void> {
  await sql`DELETE FROM equity_facts WHERE season_id = ${seasonId}
    AND (import_id = ${importId} OR applicant_id = ANY(${[...removed]}::uuid[]))`.execute(trx);
}

/** Of these applicants, what the console kept before: a file there takes its place. */
export async function forgetConsoleRows(
  trx: Kysely<Database>,
  seasonId: string,
  applicantIds: readonly ApplicantId[],
): Promise<void> {
  await sql`DELETE FROM equity_facts WHERE season_id = ${seasonId} AND import_id IS NULL
    AND applicant_id = ANY(${[...applicantIds]}::uuid[])`.execute(trx);
}

/** By applicant; the newest file that has a column says what it holds (IMPORT-4). Without imports that are not done. */
export async function readEquityFacts(
  db: Kysely<Database>,
  seasonId: string,
  until?: string,
): Promise<ReadonlyMap<ApplicantId, EquityFacts>> {
  const rows = await db
    .selectFrom("equity_facts")
    .leftJoin("imports", "imports.id", "equity_facts.import_id")
    .select(["applicant_id as applicantId", "facts"])
    .where("equity_facts.season_id", "=", seasonId)
    .where("applicant_id", "is not", null)
    .where((where) => where.or([where("import_id", "is", null), where("imports.state", "=", "done")]))
    .$if(until !== undefined, (query) => query.where("at", "<=", new Date(until ?? "")))
    .orderBy("at")
    .orderBy("row")
    .execute();
  const held = new Map<ApplicantId, EquityFacts>();
  for (const { applicantId, facts } of rows) {
    if (applicantId === null) continue;
    held.set(applicantId, { ...held.get(applicantId), ...equityFactsSchema.parse(facts) });
  }
  return held;
}

/** What the check has shown last; undefined before the first time. */
export async function readStanding(db: Kysely<Database>, seasonId: string): Promise<Standing | undefined> {
  const row = await db
    .selectFrom("equity_checks")
    .select("standing")
    .where("season_id", "=", seasonId)
    .executeTakeFirst();
  return row && standingSchema.parse(row.standing);
}

export async function saveStanding(db: Kysely<Database>, seasonId: string, standing: Standing): Promise<void> {
  await db
    .insertInto("equity_checks")
    .values({ season_id: seasonId, standing })
    .onConflict((conflict) => conflict.column("season_id").doUpdateSet({ standing }))
    .execute();
}
