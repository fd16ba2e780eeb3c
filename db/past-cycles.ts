// The rank lists of past cycles, as far as they say how deep a list went: rank, outcome and signal, without names. A cycle that a
// newer import said again stays; the newest that was not taken back counts.
import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { PastOutcome } from "../domain/import-kinds";
import type { Database } from "./schema";

export interface PastRank {
  rank: number;
  outcome: PastOutcome;
  signal: string | null;
}

export interface PastCycle {
  year: number;
  quota: number;
  /** By rank. */
  ranks: PastRank[];
}

/** Oldest first. */
export async function readPastCycles(db: Kysely<Database>, trackId: string): Promise<PastCycle[]> {
  const { rows } = await sql<{ id: string; year: number; quota: number }>`
    SELECT DISTINCT ON (year) id, year, quota FROM past_cycles
    WHERE track_id = ${trackId} AND taken_back_at IS NULL ORDER BY year, at DESC, id`.execute(db);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const ranks = await db
    .selectFrom("past_ranks")
    .select(["cycle_id", "rank", "outcome", "signal"])
    .where("cycle_id", "in", ids)
    .orderBy("rank")
    .execute();
  return rows.map(({ id, year, quota }) => ({
    year,
    quota,
    ranks: ranks.flatMap(({ cycle_id, ...rank }) => (cycle_id === id ? [rank] : [])),
  }));
}

export async function addPastCycle(
  trx: Kysely<Database>,
  cycle: PastCycle & { trackId: string; importId: string; at: Date },
): Promise<void> {
  const id = randomUUID();
  const { trackId, year, quota, importId, at } = cycle;
  await trx
    .insertInto("past_cycles")
    .values({ id, track_id: trackId, year, quota, import_id: importId, at, taken_back_at: null })
    .execute();
  await sql`INSERT INTO past_ranks (cycle_id, rank, outcome, signal)
    SELECT ${id}, r.rank, r.outcome, r.signal
    FROM jsonb_to_recordset(${JSON.stringify(cycle.ranks)}::jsonb) AS r(rank int, outcome text, signal text)`.execute(
    trx,
  );
}

/** Resolves to the years; what a later import said of them is not touched. */
export async function takeBackPastCycles(trx: Kysely<Database>, importId: string, at: Date): Promise<number[]> {
  const rows = await trx
    .updateTable("past_cycles")
    .set({ taken_back_at: at })
    .where("import_id", "=", importId)
    .where("taken_back_at", "is", null)
    .returning("year")
    .execute();
  return rows.map(({ year }) => year);
}
