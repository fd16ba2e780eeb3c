// Meetings, and the programs and tracks they belong to: found, listed and opened. What happens in a meeting is in its log.
import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { MeetingId } from "../domain/ids";
import type { MeetingState } from "../domain/meeting";
import type { MeetingKind } from "../domain/meeting-kind";
import type { Role } from "../domain/member";
import { addMatchYear, addProgram, addTrack } from "./programs";
import type { Database } from "./schema";
import { joinSeason } from "./seasons";

export interface MeetingRow {
  id: MeetingId;
  title: string;
  programName: string;
  programCode: string;
  matchYear: number;
  quota: number;
  phase: MeetingState["phase"];
  role: Role;
  rankedCount: number;
  applicantCount: number;
}

/** The meetings on whose roster the person is, newest match year first. */
export async function listMeetingsOf(db: Kysely<Database>, personId: string): Promise<MeetingRow[]> {
  const rows = await db
    .selectFrom("meeting_members")
    .innerJoin("meetings", "meetings.id", "meeting_members.meeting_id")
    .innerJoin("tracks", "tracks.id", "meetings.track_id")
    .innerJoin("programs", "programs.id", "tracks.program_id")
    .leftJoin("rank_orders", "rank_orders.meeting_id", "meetings.id")
    .select([
      "meetings.id",
      "meetings.title",
      "programs.name as programName",
      "tracks.code as programCode",
      "meetings.match_year as matchYear",
      "meetings.quota",
      "meetings.phase",
      "meeting_members.role",
      sql<string[]>`coalesce(rank_orders.protected || rank_orders.middle, '{}')`.as("ranked"),
      sql<string[]>`coalesce(rank_orders.red || rank_orders.unplaced, '{}')`.as("others"),
      // What a recusal withholds is not in the counts either (RECUSE-1).
      sql<string[]>`array(SELECT applicant_id FROM recusals
        WHERE recusals.meeting_id = meetings.id AND recusals.member_id = meeting_members.person_id)`.as("withheld"),
    ])
    .where("meeting_members.person_id", "=", personId)
    .where("meeting_members.active", "=", true)
    .where("meetings.kind", "=", "meeting")
    .orderBy("meetings.match_year", "desc")
    .orderBy("meetings.created_at", "desc")
    .execute();
  return rows.map(({ ranked, others, withheld, ...row }) => {
    const seen = (ids: string[]) => ids.filter((id) => !withheld.includes(id)).length;
    return { ...row, rankedCount: seen(ranked), applicantCount: seen(ranked) + seen(others) };
  });
}

export interface MeetingKey {
  programName: string;
  programCode: string;
  matchYear: number;
  title: string;
  quota: number;
}

/** The meeting of that track, year and title: found, or made empty. Its first event comes through dispatch. */
export async function findOrAddMeeting(
  db: Kysely<Database>,
  key: MeetingKey,
): Promise<{ meetingId: MeetingId; programId: string; isNew: boolean }> {
  return db.transaction().execute(async (trx) => {
    // Two imports of one season at once would otherwise make it twice.
    await sql`SELECT pg_advisory_xact_lock(hashtext(${`meeting ${key.programCode} ${key.matchYear}`}))`.execute(trx);
    const track = await findOrAddTrack(trx, key);
    const known = await findMeetingOf(trx, { trackId: track.id, matchYear: key.matchYear, title: key.title });
    if (known !== undefined) return { meetingId: known, programId: track.programId, isNew: false };
    const { programId } = track;
    await addMatchYear(trx, programId, key.matchYear);
    const { title, matchYear, quota } = key;
    const meetingId = await addMeeting(trx, { trackId: track.id, title, matchYear, quota });
    if (meetingId === undefined) throw new Error("the meeting came up under its lock");
    await joinSeason(trx, { trackId: track.id, matchYear, meetingId });
    return { meetingId, programId, isNew: true };
  });
}

interface NewMeeting {
  trackId: string;
  title: string;
  matchYear: number;
  quota: number;
  kind?: MeetingKind;
}

/** An empty meeting. Undefined when the track has one of that year and title already. */
export async function addMeeting(
  db: Kysely<Database>,
  { trackId, title, matchYear, quota, kind }: NewMeeting,
): Promise<MeetingId | undefined> {
  const row = await db
    .insertInto("meetings")
    .values({ id: randomUUID(), track_id: trackId, title, match_year: matchYear, quota, kind, head_hash: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** The meeting, not the draft, of that track, year and title. */
export async function findMeetingOf(
  db: Kysely<Database>,
  key: { trackId: string; matchYear: number; title: string },
): Promise<MeetingId | undefined> {
  const row = await db
    .selectFrom("meetings")
    .select("id")
    .where("track_id", "=", key.trackId)
    .where("match_year", "=", key.matchYear)
    .where("title", "=", key.title)
    .where("kind", "=", "meeting")
    .executeTakeFirst();
  return row?.id;
}

async function findOrAddTrack(
  db: Kysely<Database>,
  { programName, programCode, quota }: MeetingKey,
): Promise<{ id: string; programId: string }> {
  const known = await db
    .selectFrom("tracks")
    .select(["id", "program_id as programId"])
    .where("code", "=", programCode)
    .executeTakeFirst();
  if (known) return known;
  const programId = await addProgram(db, programName);
  const id = await addTrack(db, programId, { code: programCode, name: programName, quota });
  if (id === undefined) throw new Error("the track came up under its lock");
  return { id, programId };
}

export async function anyMeeting(db: Kysely<Database>): Promise<boolean> {
  const row = await db.selectFrom("meetings").select("id").limit(1).executeTakeFirst();
  return row !== undefined;
}

export async function listMeetingIds(db: Kysely<Database>): Promise<MeetingId[]> {
  const rows = await db.selectFrom("meetings").select("id").orderBy("created_at").execute();
  return rows.map((row) => row.id);
}

export async function readLockedText(
  db: Kysely<Database>,
  meetingId: MeetingId,
  version: number,
): Promise<{ sha256: string; r3Text: string } | undefined> {
  return db
    .selectFrom("locked_lists")
    .select(["sha256", "r3_text as r3Text"])
    .where("meeting_id", "=", meetingId)
    .where("version", "=", version)
    .executeTakeFirst();
}
