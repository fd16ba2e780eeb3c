// The weights of voices in a season: every change is kept, the newest of a member holds (VOICE-1).
import type { Kysely } from "kysely";
import type { MemberId } from "../domain/ids";
import type { Weights } from "../domain/voices";
import type { Database } from "./schema";

export interface WeightChange {
  memberId: MemberId;
  /** Counts the changes of this member's weight, from 1. */
  version: number;
  weight: number;
  reason: string;
  authorId: MemberId;
  at: Date;
}

/** Newest first. */
export const listWeightChanges = (db: Kysely<Database>, seasonId: string): Promise<WeightChange[]> =>
  db
    .selectFrom("voice_weights")
    .select(["member_id as memberId", "version", "weight", "reason", "author_id as authorId", "at"])
    .where("season_id", "=", seasonId)
    .orderBy("at", "desc")
    .orderBy("version", "desc")
    .orderBy("member_id")
    .execute();

/** Of whoever was ever given one. */
export async function readWeights(db: Kysely<Database>, seasonId: string): Promise<Weights> {
  const rows = await db
    .selectFrom("voice_weights")
    .distinctOn("member_id")
    .select(["member_id as memberId", "weight"])
    .where("season_id", "=", seasonId)
    .orderBy("member_id")
    .orderBy("version", "desc")
    .execute();
  return Object.fromEntries(rows.map(({ memberId, weight }) => [memberId, weight]));
}

/** False when that version is there already: somebody else was faster. */
export async function addWeightChange(
  db: Kysely<Database>,
  { seasonId, memberId, version, weight, reason, authorId, at }: WeightChange & { seasonId: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto("voice_weights")
    .values({ season_id: seasonId, member_id: memberId, version, weight, reason, author_id: authorId, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}
