// Sessions and sign-in links, kept by the SHA-256 of their token. Every function takes `now`, so that expiry is decided by
// one clock, the server's.
import type { Kysely } from "kysely";
import type { MeetingId, MemberId } from "../domain/ids";
import type { Role } from "../domain/member";
import type { Person } from "./people";
import type { Database } from "./schema";

export interface NewSession {
  tokenHash: string;
  personId: string;
  now: Date;
  /** The end of the session, used or not. */
  expiresAt: Date;
  userAgent: string | null;
  /** The one meeting it is limited to (JOIN-4). */
  meetingId?: MeetingId | undefined;
}

export async function insertSession(db: Kysely<Database>, session: NewSession): Promise<void> {
  await db
    .insertInto("sessions")
    .values({
      token_hash: session.tokenHash,
      person_id: session.personId,
      created_at: session.now,
      last_seen_at: session.now,
      expires_at: session.expiresAt,
      user_agent: session.userAgent,
      meeting_id: session.meetingId ?? null,
    })
    .execute();
}

export interface LiveSession extends Person {
  lastSeenAt: Date;
  /** The one meeting it is limited to, and the person's role there now; null when they are not on its roster. */
  limit: { meetingId: MeetingId; role: Role | null } | null;
}

/** The person of a session that has not ended and was last used after `idleSince`. */
export async function findLiveSession(
  db: Kysely<Database>,
  tokenHash: string,
  { now, idleSince }: { now: Date; idleSince: Date },
): Promise<LiveSession | undefined> {
  const row = await db
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
      "sessions.last_seen_at as lastSeenAt",
      "sessions.meeting_id as meetingId",
      "meeting_members.role",
    ])
    .where("token_hash", "=", tokenHash)
    .where("expires_at", ">", now)
    .where("last_seen_at", ">", idleSince)
    .executeTakeFirst();
  if (!row) return undefined;
  const { meetingId, role, ...session } = row;
  return { ...session, limit: meetingId === null ? null : { meetingId, role } };
}

export async function touchSession(db: Kysely<Database>, tokenHash: string, now: Date): Promise<void> {
  await db.updateTable("sessions").set({ last_seen_at: now }).where("token_hash", "=", tokenHash).execute();
}

export async function deleteSession(db: Kysely<Database>, tokenHash: string): Promise<void> {
  await db.deleteFrom("sessions").where("token_hash", "=", tokenHash).execute();
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

/** Ends the person's sessions that are limited to the meeting; resolves to their hashes. */
export async function deleteLimitedSessions(
  db: Kysely<Database>,
  meetingId: MeetingId,
  personId: MemberId,
): Promise<string[]> {
  const rows = await db
    .deleteFrom("sessions")
    .where("meeting_id", "=", meetingId)
    .where("person_id", "=", personId)
    .returning("token_hash")
    .execute();
  return rows.map((row) => row.token_hash);
}

/** Removes what can never be used again. */
export async function deleteExpired(
  db: Kysely<Database>,
  { now, idleSince }: { now: Date; idleSince: Date },
): Promise<void> {
  await db
    .deleteFrom("sessions")
    .where((either) => either.or([either("expires_at", "<=", now), either("last_seen_at", "<=", idleSince)]))
    .execute();
  // A day longer, so that an old link is told apart from an invented one.
  const dayAgo = new Date(now.getTime() - 24 * 60 * 60 * 1000);
  await db.deleteFrom("sign_in_links").where("expires_at", "<=", dayAgo).execute();
}

export interface NewSignInLink {
  tokenHash: string;
  personId: string;
  now: Date;
  expiresAt: Date;
}

export async function insertSignInLink(db: Kysely<Database>, link: NewSignInLink): Promise<void> {
  await db
    .insertInto("sign_in_links")
    .values({
      token_hash: link.tokenHash,
      person_id: link.personId,
      created_at: link.now,
      expires_at: link.expiresAt,
      used_at: null,
    })
    .execute();
}

/** How many links of this person could still be used. */
export async function countLiveLinks(db: Kysely<Database>, personId: string, now: Date): Promise<number> {
  const { count } = await db
    .selectFrom("sign_in_links")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("person_id", "=", personId)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirstOrThrow();
  return count;
}

/** Uses the link up in one statement: of two requests with the same link, one gets the person. */
export async function takeSignInLink(
  db: Kysely<Database>,
  tokenHash: string,
  now: Date,
): Promise<{ personId: string } | undefined> {
  return db
    .updateTable("sign_in_links")
    .set({ used_at: now })
    .where("token_hash", "=", tokenHash)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .returning("person_id as personId")
    .executeTakeFirst();
}

export async function findSignInLink(
  db: Kysely<Database>,
  tokenHash: string,
): Promise<{ personId: string; usedAt: Date | null } | undefined> {
  return db
    .selectFrom("sign_in_links")
    .select(["person_id as personId", "used_at as usedAt"])
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
}
