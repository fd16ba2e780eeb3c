// Rehearsals: which meeting or draft each is a copy of, and the turns of its practice members. What happens in one is in its log.
import { randomInt } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { ApplicantId, MeetingId, MemberId } from "../domain/ids";
import { addMeeting } from "./meetings";
import type { Database } from "./schema";

export interface RehearsalRow {
  meetingId: MeetingId;
  sourceId: MeetingId;
  title: string;
  madeBy: MemberId;
  /** As the person is called in the rehearsal. */
  makerName: string;
  madeAt: Date;
  isPaused: boolean;
  isClosed: boolean;
}

const rehearsalRows = (db: Kysely<Database>) =>
  db
    .selectFrom("rehearsals")
    .innerJoin("meetings", "meetings.id", "rehearsals.meeting_id")
    .innerJoin("people", "people.id", "rehearsals.made_by")
    .select([
      "rehearsals.meeting_id as meetingId",
      "rehearsals.source_id as sourceId",
      "meetings.title",
      "rehearsals.made_by as madeBy",
      "people.name as makerName",
      "rehearsals.made_at as madeAt",
      sql<boolean>`rehearsals.paused_at IS NOT NULL`.as("isPaused"),
      sql<boolean>`rehearsals.closed_at IS NOT NULL`.as("isClosed"),
    ]);

export const findRehearsal = (db: Kysely<Database>, meetingId: MeetingId): Promise<RehearsalRow | undefined> =>
  rehearsalRows(db).where("rehearsals.meeting_id", "=", meetingId).executeTakeFirst();

/** The one that is open, if any. */
export const findRehearsalOf = (db: Kysely<Database>, sourceId: MeetingId): Promise<RehearsalRow | undefined> =>
  rehearsalRows(db)
    .where("rehearsals.source_id", "=", sourceId)
    .where("rehearsals.closed_at", "is", null)
    .executeTakeFirst();

/** Those that the person is in, newest first. */
export const listRehearsalsWith = (db: Kysely<Database>, personId: MemberId): Promise<RehearsalRow[]> =>
  rehearsalRows(db)
    .innerJoin("meeting_members", "meeting_members.meeting_id", "rehearsals.meeting_id")
    .where("meeting_members.person_id", "=", personId)
    .where("meeting_members.active", "=", true)
    .where("rehearsals.closed_at", "is", null)
    .where("meetings.phase", "<>", "purged")
    .orderBy("rehearsals.made_at", "desc")
    .execute();

export interface NewRehearsal {
  sourceId: MeetingId;
  sourceTitle: string;
  quota: number;
  by: MemberId;
  now: Date;
}

const TITLE_MAX = 200;

/** The open rehearsal of that meeting or draft: found, or made empty. Its first event comes through dispatch. */
export function findOrAddRehearsal(
  db: Kysely<Database>,
  { sourceId, sourceTitle, quota, by, now }: NewRehearsal,
): Promise<{ meetingId: MeetingId; isNew: boolean }> {
  return db.transaction().execute(async (trx) => {
    await sql`SELECT pg_advisory_xact_lock(hashtext(${`rehearsal ${sourceId}`}))`.execute(trx);
    const known = await findRehearsalOf(trx, sourceId);
    if (known) return { meetingId: known.meetingId, isNew: false };
    const source = await trx
      .selectFrom("meetings")
      .select(["track_id as trackId", "match_year as matchYear"])
      .where("id", "=", sourceId)
      .executeTakeFirstOrThrow();
    const earlier = await trx.selectFrom("rehearsals").select("meeting_id").where("source_id", "=", sourceId).execute();
    let meetingId: MeetingId | undefined;
    // A meeting of somebody's may be called so already.
    for (let number = earlier.length + 1; meetingId === undefined; number += 1) {
      const title = `Rehearsal ${number}: ${sourceTitle}`.slice(0, TITLE_MAX);
      meetingId = await addMeeting(trx, { ...source, title, quota, kind: "rehearsal" });
    }
    await trx
      .insertInto("rehearsals")
      .values({
        meeting_id: meetingId,
        source_id: sourceId,
        made_by: by,
        made_at: now,
        seed: randomInt(2 ** 31),
        acts_at: now,
        paused_at: null,
        closed_at: null,
        closed_by: null,
      })
      .execute();
    return { meetingId, isNew: true };
  });
}

export async function pauseRehearsal(db: Kysely<Database>, meetingId: MeetingId, since: Date | null): Promise<void> {
  await db.updateTable("rehearsals").set({ paused_at: since }).where("meeting_id", "=", meetingId).execute();
}

/** False when it was closed before. */
export async function closeRehearsal(
  db: Kysely<Database>,
  meetingId: MeetingId,
  { by, at }: { by: MemberId; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("rehearsals")
    .set({ closed_at: at, closed_by: by })
    .where("meeting_id", "=", meetingId)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface DueTurn {
  meetingId: MeetingId;
  seed: number;
  turn: number;
}

/** Where practice members may act now: not paused, not closed, not locked. */
export const listDueTurns = (db: Kysely<Database>, now: Date): Promise<DueTurn[]> =>
  db
    .selectFrom("rehearsals")
    .innerJoin("meetings", "meetings.id", "rehearsals.meeting_id")
    .select(["rehearsals.meeting_id as meetingId", "rehearsals.seed", "rehearsals.turn"])
    .where("rehearsals.closed_at", "is", null)
    .where("rehearsals.paused_at", "is", null)
    .where("rehearsals.acts_at", "<=", now)
    .where("meetings.phase", "=", "open")
    .execute();

/** False when another process has taken that turn, or they were paused meanwhile. */
export async function takeTurn(db: Kysely<Database>, { meetingId, turn }: DueTurn, nextAt: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("rehearsals")
    .set({ turn: turn + 1, acts_at: nextAt })
    .where("meeting_id", "=", meetingId)
    .where("turn", "=", turn)
    .where("paused_at", "is", null)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

interface CopiedRecusal {
  memberId: MemberId;
  applicantId: ApplicantId;
}

/** Logs whose recusals hold in a rehearsal `r`: what it was copied from, and the meeting that such a draft has opened since. */
const sources = sql`(r.source_id, (SELECT seasons.meeting_id FROM seasons WHERE seasons.draft_id = r.source_id))`;

/** What anybody has declared where the rehearsal was copied from. */
export async function listCopiedRecusals(db: Kysely<Database>, meetingId: MeetingId): Promise<CopiedRecusal[]> {
  const { rows } = await sql<CopiedRecusal>`
    SELECT DISTINCT s.member_id AS "memberId", s.applicant_id AS "applicantId"
    FROM rehearsals r JOIN recusals s ON s.meeting_id IN ${sources}
    WHERE r.meeting_id = ${meetingId}`.execute(db);
  return rows;
}

/** What members have declared since, and their rehearsal does not know yet. */
export async function listMissedRecusals(db: Kysely<Database>): Promise<(CopiedRecusal & { meetingId: MeetingId })[]> {
  const { rows } = await sql<CopiedRecusal & { meetingId: MeetingId }>`
    SELECT DISTINCT r.meeting_id AS "meetingId", s.member_id AS "memberId", s.applicant_id AS "applicantId"
    FROM rehearsals r
    JOIN recusals s ON s.meeting_id IN ${sources}
    JOIN meeting_members m ON m.meeting_id = r.meeting_id AND m.person_id = s.member_id AND m.active
    JOIN applicants a ON a.meeting_id = r.meeting_id AND a.id = s.applicant_id
    LEFT JOIN recusals own
      ON own.meeting_id = r.meeting_id AND own.member_id = s.member_id AND own.applicant_id = s.applicant_id
    WHERE r.closed_at IS NULL AND own.member_id IS NULL`.execute(db);
  return rows;
}

/** Is there one that could ask for something? Those that are over stay in the table, with nobody in them. */
export async function anyRehearsal(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    SELECT EXISTS (
      SELECT 1 FROM rehearsals r WHERE r.closed_at IS NULL
        OR EXISTS (SELECT 1 FROM meeting_members m WHERE m.meeting_id = r.meeting_id AND m.active)) AS is`.execute(db);
  return rows[0]?.is === true;
}

/** Closed ones that somebody is in still: their end was cut short. */
export async function listHalfClosed(db: Kysely<Database>): Promise<MeetingId[]> {
  const rows = await db
    .selectFrom("rehearsals")
    .innerJoin("meeting_members", "meeting_members.meeting_id", "rehearsals.meeting_id")
    .select("rehearsals.meeting_id as meetingId")
    .distinct()
    .where("rehearsals.closed_at", "is not", null)
    .where("meeting_members.active", "=", true)
    .execute();
  return rows.map(({ meetingId }) => meetingId);
}
