// Links of the screen on the wall: kept as hashes, for a day, and ended by whoever may show them.
import type { Kysely } from "kysely";
import type { MeetingId, MemberId } from "../domain/ids";
import type { Database } from "./schema";

export async function addPresenterLink(
  db: Kysely<Database>,
  link: { tokenHash: string; meetingId: MeetingId; by: MemberId; now: Date; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto("presenter_links")
    .values({
      token_hash: link.tokenHash,
      meeting_id: link.meetingId,
      created_by: link.by,
      created_at: link.now,
      expires_at: link.expiresAt,
      ended_at: null,
    })
    .execute();
}

/** The meeting that a link shows now. */
export async function findPresented(
  db: Kysely<Database>,
  tokenHash: string,
  now: Date,
): Promise<MeetingId | undefined> {
  const row = await db
    .selectFrom("presenter_links")
    .select("meeting_id")
    .where("token_hash", "=", tokenHash)
    .where("ended_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row?.meeting_id;
}

export async function countPresenterLinks(db: Kysely<Database>, meetingId: MeetingId, now: Date): Promise<number> {
  const { count } = await db
    .selectFrom("presenter_links")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("meeting_id", "=", meetingId)
    .where("ended_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirstOrThrow();
  return count;
}

export async function endPresenterLinks(db: Kysely<Database>, meetingId: MeetingId, now: Date): Promise<void> {
  await db
    .updateTable("presenter_links")
    .set({ ended_at: now })
    .where("meeting_id", "=", meetingId)
    .where("ended_at", "is", null)
    .execute();
}
