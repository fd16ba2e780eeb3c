// Who asks at the door of a meeting, from the right passcode to a host's decision, and who has pledged. Rows stay: who was
// admitted, by whom and when, is part of what happened.
import type { Kysely } from "kysely";
import type { MeetingId, MemberId } from "../domain/ids";
import type { Database } from "./schema";

export interface JoinRequest {
  id: string;
  codeId: string;
  meetingId: MeetingId;
  deviceHash: string;
  personId: MemberId | null;
  continues: boolean;
  askedAt: Date | null;
  outcome: "admitted" | "refused" | "withdrawn" | "replaced" | null;
  decidedAt: Date | null;
  sentence: string | null;
  sessionHash: string | null;
}

const columns = [
  "id",
  "code_id as codeId",
  "meeting_id as meetingId",
  "device_hash as deviceHash",
  "person_id as personId",
  "continues",
  "asked_at as askedAt",
  "outcome",
  "decided_at as decidedAt",
  "sentence",
  "session_hash as sessionHash",
] as const;

export interface NewJoinRequest {
  id: string;
  codeId: string;
  meetingId: MeetingId;
  deviceHash: string;
  now: Date;
  /** For a device that was refused and asks once more. */
  again?: { personId: MemberId; continues: boolean };
}

export async function insertRequest(db: Kysely<Database>, request: NewJoinRequest): Promise<void> {
  const { again } = request;
  await db
    .insertInto("join_requests")
    .values({
      id: request.id,
      code_id: request.codeId,
      meeting_id: request.meetingId,
      device_hash: request.deviceHash,
      opened_at: request.now,
      person_id: again?.personId ?? null,
      continues: again?.continues ?? false,
      asked_at: again ? request.now : null,
      outcome: null,
      decided_at: null,
      decided_by: null,
      sentence: null,
      session_hash: null,
    })
    .execute();
}

/** The device's last request with this link. */
export const findRequestOfDevice = (
  db: Kysely<Database>,
  codeId: string,
  deviceHash: string,
): Promise<JoinRequest | undefined> =>
  db
    .selectFrom("join_requests")
    .select(columns)
    .where("device_hash", "=", deviceHash)
    .where("code_id", "=", codeId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();

export async function countRefusals(db: Kysely<Database>, codeId: string, deviceHash: string): Promise<number> {
  const { count } = await db
    .selectFrom("join_requests")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("device_hash", "=", deviceHash)
    .where("code_id", "=", codeId)
    .where("outcome", "=", "refused")
    .executeTakeFirstOrThrow();
  return count;
}

/** Until it waits, a request may take another name, or none. */
export async function setName(
  db: Kysely<Database>,
  requestId: string,
  { personId, continues }: { personId: MemberId | null; continues: boolean },
): Promise<void> {
  await db
    .updateTable("join_requests")
    .set({ person_id: personId, continues })
    .where("id", "=", requestId)
    .where("asked_at", "is", null)
    .where("outcome", "is", null)
    .execute();
}

export async function setAsked(db: Kysely<Database>, requestId: string, now: Date): Promise<void> {
  await db.updateTable("join_requests").set({ asked_at: now }).where("id", "=", requestId).execute();
}

export interface RequestDecision {
  outcome: NonNullable<JoinRequest["outcome"]>;
  now: Date;
  by: MemberId | null;
  sentence?: string;
}

export async function decideRequest(
  db: Kysely<Database>,
  requestId: string,
  { outcome, now, by, sentence }: RequestDecision,
): Promise<void> {
  await db
    .updateTable("join_requests")
    .set({ outcome, decided_at: now, decided_by: by, sentence: sentence ?? null })
    .where("id", "=", requestId)
    .where("outcome", "is", null)
    .execute();
}

export async function setSession(db: Kysely<Database>, requestId: string, sessionHash: string): Promise<void> {
  await db.updateTable("join_requests").set({ session_hash: sessionHash }).where("id", "=", requestId).execute();
}

export interface WaitingRequest {
  id: string;
  deviceHash: string;
  personId: MemberId;
  continues: boolean;
  askedAt: Date;
}

/** Those who wait for a host, first come first; who asked before `since` has long gone home. */
export async function listWaiting(db: Kysely<Database>, meetingId: MeetingId, since: Date): Promise<WaitingRequest[]> {
  return db
    .selectFrom("join_requests")
    .select(["id", "device_hash as deviceHash", "person_id as personId", "continues", "asked_at as askedAt"])
    .where("meeting_id", "=", meetingId)
    .where("asked_at", ">", since)
    .where("outcome", "is", null)
    .orderBy("asked_at")
    .orderBy("number")
    .$narrowType<{ personId: MemberId; askedAt: Date }>()
    .execute();
}

/** Who holds a place by passcode: in by a session that still lives, or admitted since `admittedSince` and not yet in. */
export async function listSeated(
  db: Kysely<Database>,
  meetingId: MeetingId,
  { now, admittedSince }: { now: Date; admittedSince: Date },
): Promise<MemberId[]> {
  const inside = db
    .selectFrom("sessions")
    .select("person_id")
    .where("meeting_id", "=", meetingId)
    .where("expires_at", ">", now);
  const rows = await db
    .selectFrom("join_requests")
    .select("person_id")
    .where("meeting_id", "=", meetingId)
    .where("outcome", "=", "admitted")
    .where("session_hash", "is", null)
    .where("decided_at", ">", admittedSince)
    .$narrowType<{ person_id: MemberId }>()
    .union(inside)
    .execute();
  return rows.map((row) => row.person_id);
}

/** Ends what the person's other devices have at this door. */
export async function replaceOthers(
  db: Kysely<Database>,
  request: { id: string; meetingId: MeetingId; personId: MemberId },
  { now, by }: { now: Date; by: MemberId },
): Promise<void> {
  await db
    .updateTable("join_requests")
    .set({ outcome: "replaced", decided_at: now, decided_by: by })
    .where("meeting_id", "=", request.meetingId)
    .where("person_id", "=", request.personId)
    .where("id", "!=", request.id)
    .where((either) =>
      either.or([
        either.and([either("outcome", "is", null), either("asked_at", "is not", null)]),
        either.and([either("outcome", "=", "admitted"), either("session_hash", "is", null)]),
      ]),
    )
    .execute();
}

/** The first pledge counts. */
export async function savePledge(
  db: Kysely<Database>,
  { meetingId, personId, at }: { meetingId: MeetingId; personId: MemberId; at: Date },
): Promise<void> {
  await db
    .insertInto("pledges")
    .values({ meeting_id: meetingId, person_id: personId, pledged_at: at })
    .onConflict((conflict) => conflict.columns(["meeting_id", "person_id"]).doNothing())
    .execute();
}

/** When each member pledged. */
export async function listPledges(db: Kysely<Database>, meetingId: MeetingId): Promise<Map<MemberId, Date>> {
  const rows = await db
    .selectFrom("pledges")
    .select(["person_id", "pledged_at"])
    .where("meeting_id", "=", meetingId)
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.pledged_at]));
}

export async function hasPledged(db: Kysely<Database>, meetingId: MeetingId, personId: MemberId): Promise<boolean> {
  const row = await db
    .selectFrom("pledges")
    .select("pledged_at")
    .where("meeting_id", "=", meetingId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row !== undefined;
}
