// The counts of a track's match years as they were typed, with every version they had. They are about nobody.
import type { Kysely } from "kysely";
import { type FunnelCounts, funnelStages } from "../domain/funnel";
import type { MemberId } from "../domain/ids";
import type { Database } from "./schema";

export interface FunnelRow {
  matchYear: number;
  version: number;
  counts: FunnelCounts;
  criteria: string | null;
}

/** What is said now of each year, newest first. */
export async function listFunnels(db: Kysely<Database>, trackId: string): Promise<FunnelRow[]> {
  const rows = await db
    .selectFrom("funnel_counts")
    .distinctOn("match_year")
    .selectAll()
    .where("track_id", "=", trackId)
    .orderBy("match_year", "desc")
    .orderBy("version", "desc")
    .execute();
  return rows.map((row) => ({
    matchYear: row.match_year,
    version: row.version,
    counts: Object.fromEntries(funnelStages.flatMap((stage) => (row[stage] === null ? [] : [[stage, row[stage]]]))),
    criteria: row.criteria,
  }));
}

export interface NewFunnel extends FunnelRow {
  trackId: string;
  authorId: MemberId;
  at: Date;
}

/** False when that version is there already: somebody else changed the counts meanwhile. */
export async function addFunnel(db: Kysely<Database>, added: NewFunnel): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto("funnel_counts")
    .values({
      track_id: added.trackId,
      match_year: added.matchYear,
      version: added.version,
      applied: added.counts.applied ?? null,
      reviewed: added.counts.reviewed ?? null,
      invited: added.counts.invited ?? null,
      interviewed: added.counts.interviewed ?? null,
      ranked: added.counts.ranked ?? null,
      criteria: added.criteria,
      author_id: added.authorId,
      at: added.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}
