// Exceptions from the exam floor: signed and dated, with a reason; struck with a reason and kept. One stands at a time.
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { ApplicantId, MemberId } from "../domain/ids";
import type { Database } from "./schema";

export interface FloorException {
  applicantId: ApplicantId;
  reason: string;
  authorId: MemberId;
  at: Date;
  struck: { by: MemberId; at: Date; reason: string } | null;
}

/** Newest first. */
export async function listFloorExceptions(db: Kysely<Database>, seasonId: string): Promise<FloorException[]> {
  const rows = await db
    .selectFrom("floor_exceptions")
    .select(["applicant_id as applicantId", "reason", "author_id as authorId", "at"])
    .select(["struck_at as struckAt", "struck_by as struckBy", "struck_reason as struckReason"])
    .where("season_id", "=", seasonId)
    .orderBy("at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(({ struckAt, struckBy, struckReason, ...row }) => ({
    ...row,
    struck: struckAt && { by: struckBy ?? "", at: struckAt, reason: struckReason ?? "" },
  }));
}

/** False when one stands already. */
export async function addFloorException(
  db: Kysely<Database>,
  added: Omit<FloorException, "struck"> & { seasonId: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto("floor_exceptions")
    .values({
      id: randomUUID(),
      season_id: added.seasonId,
      applicant_id: added.applicantId,
      reason: added.reason,
      author_id: added.authorId,
      at: added.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

/** False when none stands. */
export async function strikeFloorException(
  db: Kysely<Database>,
  struck: { seasonId: string; applicantId: ApplicantId; reason: string; by: MemberId; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("floor_exceptions")
    .set({ struck_at: struck.at, struck_by: struck.by, struck_reason: struck.reason })
    .where("season_id", "=", struck.seasonId)
    .where("applicant_id", "=", struck.applicantId)
    .where("struck_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
