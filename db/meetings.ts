// Meetings, and the programs and tracks they belong to: found, listed and opened. What happens in a meeting is in its log.
import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { MeetingId } from "../domain/ids";
import type { MeetingState } from "../domain/meeting";
import type { Role } from "../domain/member";
import type { Database } from "./schema";

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
    const known = await trx
      .selectFrom("meetings")
      .select("id")
      .where("track_id", "=", track.id)
      .where("match_year", "=", key.matchYear)
      .where("title", "=", key.title)
      .executeTakeFirst();
    if (known) return { meetingId: known.id, programId: track.programId, isNew: false };
    const id = randomUUID();
    await trx
      .insertInto("meetings")
      .values({
        id,
        track_id: track.id,
        title: key.title,
        match_year: key.matchYear,
        quota: key.quota,
        head_hash: null,
      })
      .execute();
    return { meetingId: id, programId: track.programId, isNew: true };
  });
}

async function findOrAddTrack(
  db: Kysely<Database>,
  { programName, programCode }: MeetingKey,
): Promise<{ id: string; programId: string }> {
  const known = await db
    .selectFrom("tracks")
    .select(["id", "program_id as programId"])
    .where("code", "=", programCode)
    .executeTakeFirst();
  if (known) return known;
  const programId = randomUUID();
  await db.insertInto("programs").values({ id: programId, name: programName }).execute();
  const id = randomUUID();
  await db.insertInto("tracks").values({ id, program_id: programId, code: programCode, name: programName }).execute();
  return { id, programId };
}

/** Gives people their roles in a program; a role that is there already is replaced by what the file says. */
export async function saveMemberships(
  db: Kysely<Database>,
  programId: string,
  members: readonly { personId: string; role: Role }[],
): Promise<void> {
  if (members.length === 0) return;
  await db
    .insertInto("memberships")
    .values(members.map(({ personId, role }) => ({ program_id: programId, person_id: personId, role })))
    .onConflict((conflict) =>
      conflict.columns(["program_id", "person_id"]).doUpdateSet((row) => ({ role: row.ref("excluded.role") })),
    )
    .execute();
}

export async function programOfMeeting(db: Kysely<Database>, meetingId: MeetingId): Promise<string> {
  const row = await db
    .selectFrom("meetings")
    .innerJoin("tracks", "tracks.id", "meetings.track_id")
    .select("tracks.program_id as programId")
    .where("meetings.id", "=", meetingId)
    .executeTakeFirstOrThrow();
  return row.programId;
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
