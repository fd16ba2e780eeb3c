// Sessions, kept by the SHA-256 of their token. Every function takes `now`, so that expiry is decided by one clock, the
// server's. A trigger tells every server of each session that is deleted, by its id (server/notices).
import type { Kysely } from "kysely";
import type { MeetingId, MemberId } from "../domain/ids";
import type { Role } from "../domain/member";
import type { Person } from "./people";
import type { Database, SessionsTable } from "./schema";

export const sessionEndedChannel = "rank_room_session_ended";

export type SignInMethod = SessionsTable["method"];

export interface NewSession {
  tokenHash: string;
  personId: string;
  method: SignInMethod;
  now: Date;
  /** The end of the session, used or not. */
  expiresAt: Date;
  userAgent: string | null;
  /** Limited to this meeting (JOIN-4). */
  meetingId?: MeetingId | undefined;
  /** When whoever begins it has proved who they are; null: they have not, as far as we know. */
  provedAt: Date | null;
}

/** The same token twice is one session. */
export async function insertSession(db: Kysely<Database>, session: NewSession): Promise<void> {
  await db
    .insertInto("sessions")
    .values({
      token_hash: session.tokenHash,
      person_id: session.personId,
      method: session.method,
      created_at: session.now,
      last_seen_at: session.now,
      expires_at: session.expiresAt,
      user_agent: session.userAgent,
      meeting_id: session.meetingId ?? null,
      proved_at: session.provedAt,
    })
    .onConflict((conflict) => conflict.column("token_hash").doNothing())
    .execute();
}

/** When a session counts as living: not past its end, and last used after `idleSince`. */
export interface Limits {
  now: Date;
  idleSince: Date;
}

export interface LiveSession extends Person {
  tokenHash: string;
  sessionId: string;
  method: SignInMethod;
  signedInAt: Date;
  lastSeenAt: Date;
  /** The one meeting it is limited to, and the person's role there now; null when they are not on its roster. */
  limit: { meetingId: MeetingId; role: Role | null } | null;
}

/** The living ones among these sessions, with their people. */
export async function findLiveSessions(
  db: Kysely<Database>,
  tokenHashes: readonly string[],
  { now, idleSince }: Limits,
): Promise<LiveSession[]> {
  const rows = await db
    .selectFrom("sessions")
    .innerJoin("people", "people.id", "sessions.person_id")
    .leftJoin("meeting_members", (join) =>
      join
        .onRef("meeting_members.meeting_id", "=", "sessions.meeting_id")
        .onRef("meeting_members.person_id", "=", "sessions.person_id")
        .on("meeting_members.active", "=", true),
    )
    .select([
      "people.id",
      "people.name",
      "people.email",
      "sessions.token_hash as tokenHash",
      "sessions.id as sessionId",
      "sessions.method",
      "sessions.created_at as signedInAt",
      "sessions.last_seen_at as lastSeenAt",
      "sessions.meeting_id as meetingId",
      "meeting_members.role",
    ])
    .where("token_hash", "in", tokenHashes)
    .where("expires_at", ">", now)
    .where("last_seen_at", ">", idleSince)
    .execute();
  return rows.map(({ meetingId, role, ...session }) => ({
    ...session,
    limit: meetingId === null ? null : { meetingId, role },
  }));
}

export interface Device {
  sessionId: string;
  method: SignInMethod;
  signedInAt: Date;
  lastSeenAt: Date;
  userAgent: string | null;
}

/** A person's living sessions, the one used last first. */
export async function listDevicesOf(
  db: Kysely<Database>,
  personId: string,
  { now, idleSince }: Limits,
): Promise<Device[]> {
  return db
    .selectFrom("sessions")
    .select([
      "id as sessionId",
      "method",
      "created_at as signedInAt",
      "last_seen_at as lastSeenAt",
      "user_agent as userAgent",
    ])
    .where("person_id", "=", personId)
    .where("expires_at", ">", now)
    .where("last_seen_at", ">", idleSince)
    .orderBy("last_seen_at", "desc")
    .execute();
}

/** When the session's person last proved who they are; null: never, or the session has ended. */
export async function findProof(db: Kysely<Database>, sessionId: string): Promise<Date | null> {
  const row = await db
    .selectFrom("sessions")
    .select("proved_at as provedAt")
    .where("id", "=", sessionId)
    .executeTakeFirst();
  return row?.provedAt ?? null;
}

/** False: it is not a session of that person's. */
export async function saveProof(
  db: Kysely<Database>,
  { sessionId, personId, now }: { sessionId: string; personId: MemberId; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("sessions")
    .set({ proved_at: now })
    .where("id", "=", sessionId)
    .where("person_id", "=", personId)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function touchSession(db: Kysely<Database>, tokenHash: string, now: Date): Promise<void> {
  await db.updateTable("sessions").set({ last_seen_at: now }).where("token_hash", "=", tokenHash).execute();
}

/** Of sessions whose sockets were used: what they were last seen at is theirs to keep if it is later. */
export async function touchSessions(db: Kysely<Database>, sessionIds: readonly string[], now: Date): Promise<void> {
  if (sessionIds.length === 0) return;
  await db
    .updateTable("sessions")
    .set({ last_seen_at: now })
    .where("id", "in", sessionIds)
    .where("last_seen_at", "<", now)
    .execute();
}

/** Which of these are still there, living or not. */
export async function findSessionIds(db: Kysely<Database>, sessionIds: readonly string[]): Promise<string[]> {
  if (sessionIds.length === 0) return [];
  const rows = await db.selectFrom("sessions").select("id").where("id", "in", sessionIds).execute();
  return rows.map(({ id }) => id);
}

/** Resolves to the id of the session that ended. */
export async function deleteSession(db: Kysely<Database>, tokenHash: string): Promise<string | undefined> {
  const row = await db.deleteFrom("sessions").where("token_hash", "=", tokenHash).returning("id").executeTakeFirst();
  return row?.id;
}

/** One session of that person, or all of theirs but one. Resolves to the ids of those that ended. */
export async function deleteSessionsOf(
  db: Kysely<Database>,
  personId: string,
  which: { sessionId: string } | { exceptSessionId: string },
): Promise<string[]> {
  const theirs = db.deleteFrom("sessions").where("person_id", "=", personId);
  const chosen =
    "sessionId" in which ? theirs.where("id", "=", which.sessionId) : theirs.where("id", "!=", which.exceptSessionId);
  const rows = await chosen.returning("id").execute();
  return rows.map(({ id }) => id);
}

/** Is the session there still, whenever it was last used? */
export async function sessionExists(db: Kysely<Database>, tokenHash: string, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom("sessions")
    .select("token_hash")
    .where("token_hash", "=", tokenHash)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends the person's sessions that are limited to the meeting. */
export async function deleteLimitedSessions(
  db: Kysely<Database>,
  meetingId: MeetingId,
  personId: MemberId,
): Promise<void> {
  await db.deleteFrom("sessions").where("meeting_id", "=", meetingId).where("person_id", "=", personId).execute();
}

/** Removes the sessions that can never be used again. */
export async function deleteExpiredSessions(db: Kysely<Database>, { now, idleSince }: Limits): Promise<void> {
  await db
    .deleteFrom("sessions")
    .where((either) => either.or([either("expires_at", "<=", now), either("last_seen_at", "<=", idleSince)]))
    .execute();
}
