// The link and passcode of a meeting, and the wrong tries at them. A link is found by its hash; what opens the door can be read
// while it lives and is gone from the row when it ends. Every function takes `now`: one clock decides.
import { type Kysely, sql } from "kysely";
import type { MeetingId, MemberId } from "../domain/ids";
import type { Database } from "./schema";

export interface JoinCode {
  id: string;
  meetingId: MeetingId;
  codeHash: string;
  code: string | null;
  passcode: string | null;
  seatLimit: number;
  wrongTries: number;
  expiresAt: Date;
  endedAt: Date | null;
}

const columns = [
  "id",
  "meeting_id as meetingId",
  "code_hash as codeHash",
  "code",
  "passcode",
  "seat_limit as seatLimit",
  "wrong_tries as wrongTries",
  "expires_at as expiresAt",
  "ended_at as endedAt",
] as const;

/** Whoever changes anything at a meeting's door holds this until the transaction ends, so that there is one writer. */
export async function holdDoor(db: Kysely<Database>, meetingId: MeetingId): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext(${`door ${meetingId}`}))`.execute(db);
}

export const findJoinCode = (db: Kysely<Database>, codeHash: string): Promise<JoinCode | undefined> =>
  db.selectFrom("join_codes").select(columns).where("code_hash", "=", codeHash).executeTakeFirst();

/** The one that has not been ended, expired or not. */
export const findCurrentCode = (db: Kysely<Database>, meetingId: MeetingId): Promise<JoinCode | undefined> =>
  db
    .selectFrom("join_codes")
    .select(columns)
    .where("meeting_id", "=", meetingId)
    .where("ended_at", "is", null)
    .executeTakeFirst();

/** As it was set last, for the next link. */
export async function lastSeatLimit(db: Kysely<Database>, meetingId: MeetingId): Promise<number | undefined> {
  const row = await db
    .selectFrom("join_codes")
    .select("seat_limit")
    .where("meeting_id", "=", meetingId)
    .orderBy("created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.seat_limit;
}

export interface NewJoinCode {
  id: string;
  meetingId: MeetingId;
  code: string;
  codeHash: string;
  passcode: string;
  seatLimit: number;
  by: MemberId;
  now: Date;
  expiresAt: Date;
}

export async function insertJoinCode(db: Kysely<Database>, code: NewJoinCode): Promise<void> {
  await db
    .insertInto("join_codes")
    .values({
      id: code.id,
      meeting_id: code.meetingId,
      code_hash: code.codeHash,
      code: code.code,
      passcode: code.passcode,
      seat_limit: code.seatLimit,
      created_by: code.by,
      created_at: code.now,
      expires_at: code.expiresAt,
      ended_at: null,
      ended_by: null,
    })
    .execute();
}

/** Ends the current link, if there is one, and forgets what opened the door. */
export async function endCurrentCode(
  db: Kysely<Database>,
  meetingId: MeetingId,
  { by, now }: { by: MemberId; now: Date },
): Promise<void> {
  await db
    .updateTable("join_codes")
    .set({ ended_at: now, ended_by: by, code: null, passcode: null })
    .where("meeting_id", "=", meetingId)
    .where("ended_at", "is", null)
    .execute();
}

export async function setSeatLimit(db: Kysely<Database>, meetingId: MeetingId, seatLimit: number): Promise<void> {
  await db
    .updateTable("join_codes")
    .set({ seat_limit: seatLimit })
    .where("meeting_id", "=", meetingId)
    .where("ended_at", "is", null)
    .execute();
}

export async function countWrongTry(db: Kysely<Database>, codeId: string): Promise<void> {
  await db
    .updateTable("join_codes")
    .set((row) => ({ wrong_tries: row("wrong_tries", "+", 1) }))
    .where("id", "=", codeId)
    .execute();
}

export interface Tries {
  key: string;
  wrong: number;
  waitUntil: Date | null;
}

export const readTries = (db: Kysely<Database>, keys: readonly string[]): Promise<Tries[]> =>
  db.selectFrom("join_tries").select(["key", "wrong", "wait_until as waitUntil"]).where("key", "in", keys).execute();

export async function saveTries(db: Kysely<Database>, tries: readonly Tries[], now: Date): Promise<void> {
  await db
    .insertInto("join_tries")
    .values(tries.map(({ key, wrong, waitUntil }) => ({ key, wrong, wait_until: waitUntil, last_at: now })))
    .onConflict((conflict) =>
      conflict.column("key").doUpdateSet((row) => ({
        wrong: row.ref("excluded.wrong"),
        wait_until: row.ref("excluded.wait_until"),
        last_at: row.ref("excluded.last_at"),
      })),
    )
    .execute();
}

export async function forgetTries(db: Kysely<Database>, key: string): Promise<void> {
  await db.deleteFrom("join_tries").where("key", "=", key).execute();
}

/** Removes the tries that nothing waits on any more. */
export async function deleteOldTries(db: Kysely<Database>, before: Date): Promise<void> {
  await db.deleteFrom("join_tries").where("last_at", "<", before).execute();
}
