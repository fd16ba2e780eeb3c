// What a purge takes of a meeting, counted and taken (KEEP-2 … KEEP-4). Taken are the contents of events, locked lists and
// stored refusals; their hashes, times and authors stay, so that the chain still verifies. What the meeting's door has kept goes
// whole (decision 0032). The projected tables empty themselves with the event `meetingPurged` (projection.ts); those of a season
// beside its logs go too (purge-season.ts).
import { type Kysely, sql } from "kysely";
import type { MeetingId } from "../domain/ids";
import { isRetentionOver, keptEventTypes, type SeasonTakenKind, sameTaken, type Taken } from "../domain/retention";
import { purgedPayload } from "./hash-chain";
import { countSeason, takeSeason } from "./purge-season";
import { lockRetention, readRetention, readYearEnd } from "./retention";
import type { Database } from "./schema";

export interface HeldMeeting {
  id: MeetingId;
  title: string;
  matchYear: number;
  /** ISO, once its data were taken. */
  purgedAt: string | undefined;
}

/** Every meeting of a program, oldest match year first. */
export async function listHeldMeetings(db: Kysely<Database>, programId: string): Promise<HeldMeeting[]> {
  const rows = await db
    .selectFrom("meetings")
    .innerJoin("tracks", "tracks.id", "meetings.track_id")
    .leftJoin("meeting_events", (join) =>
      join.onRef("meeting_events.meeting_id", "=", "meetings.id").on("meeting_events.type", "=", "meetingPurged"),
    )
    .select(["meetings.id", "meetings.title", "meetings.match_year as matchYear", "meeting_events.at as purgedAt"])
    .where("tracks.program_id", "=", programId)
    .orderBy("meetings.match_year")
    .orderBy("meetings.created_at")
    .execute();
  return rows.map((row) => ({ ...row, purgedAt: row.purgedAt?.toISOString() }));
}

const kept = sql.join(keptEventTypes.map((type) => sql.lit(type)));
const purgedText = JSON.stringify(purgedPayload);

type MeetingTaken = Omit<Taken, SeasonTakenKind>;

/** What a purge of the meeting would take now. */
export async function countHeld(db: Kysely<Database>, meetingId: MeetingId): Promise<Taken> {
  const { rows } = await sql<MeetingTaken>`SELECT
    (SELECT count(*) FROM applicants WHERE meeting_id = m.id) AS applicants,
    (SELECT count(*) FROM meeting_events WHERE meeting_id = m.id
      AND type NOT IN (${kept}) AND payload <> ${purgedText}::jsonb) AS events,
    (SELECT count(*) FROM endorsements WHERE meeting_id = m.id) AS endorsements,
    (SELECT count(*) FROM flags WHERE meeting_id = m.id) AS flags,
    (SELECT count(*) FROM recusals WHERE meeting_id = m.id) AS recusals,
    (SELECT count(*) FROM locked_lists WHERE meeting_id = m.id AND r3_text <> '') AS "lockedLists",
    (SELECT count(*) FROM meeting_commands WHERE meeting_id = m.id
      AND answer->>'ok' = 'false' AND answer->>'code' <> 'meetingPurged') AS refusals,
    (SELECT count(*) FROM join_codes WHERE meeting_id = m.id) AS "joinCodes",
    (SELECT count(*) FROM join_requests WHERE meeting_id = m.id) AS "joinRequests",
    (SELECT count(*) FROM pledges WHERE meeting_id = m.id) AS pledges
    FROM (SELECT ${meetingId}::uuid AS id) m`.execute(db);
  return { ...(rows[0] as MeetingTaken), ...(await countSeason(db, meetingId)) };
}

/** A refusal that replaces the stored ones. */
export interface PurgedAnswer {
  ok: false;
  code: "meetingPurged";
  message: string;
}

/**
 * Takes what `expected` says and nothing else; the meeting's row is locked by this transaction. The last guard before data are
 * gone for good, whoever called: throws when the retention time is not over, when there is a hold, and when there is more or
 * less to take than was shown.
 */
export async function takeMeeting(
  trx: Kysely<Database>,
  meetingId: MeetingId,
  { at, expected, answer }: { at: string; expected: Partial<Taken>; answer: PurgedAnswer },
): Promise<void> {
  const { programId, matchYear } = await trx
    .selectFrom("meetings")
    .innerJoin("tracks", "tracks.id", "meetings.track_id")
    .select(["tracks.program_id as programId", "meetings.match_year as matchYear"])
    .where("meetings.id", "=", meetingId)
    .executeTakeFirstOrThrow();
  // A hold that is being placed right now is waited for.
  await lockRetention(trx, programId);
  const { years, hold } = await readRetention(trx, programId);
  if (hold) throw new Error("a legal hold stands");
  const end = await readYearEnd(trx, programId, matchYear);
  if (!isRetentionOver(end, years, at)) throw new Error("the retention time is not over");
  if (!sameTaken(await countHeld(trx, meetingId), expected)) throw new Error("what a purge would take has changed");

  await sql`SELECT set_config('rank_room.purging', ${meetingId}, true)`.execute(trx);
  await sql`UPDATE meeting_events SET payload = ${purgedText}::jsonb
    WHERE meeting_id = ${meetingId} AND type NOT IN (${kept})`.execute(trx);
  await sql`UPDATE locked_lists SET entries = '[]', r3_text = '' WHERE meeting_id = ${meetingId}`.execute(trx);
  await sql`UPDATE meeting_commands SET answer = ${JSON.stringify(answer)}::jsonb
    WHERE meeting_id = ${meetingId} AND answer->>'ok' = 'false'`.execute(trx);
  await sql`SELECT set_config('rank_room.purging', '', true)`.execute(trx);
  await takeDoor(trx, meetingId);
  await takeSeason(trx, meetingId);
}

/** Wrong tries are kept by the link that they were made at. */
async function takeDoor(trx: Kysely<Database>, meetingId: MeetingId): Promise<void> {
  await sql`DELETE FROM join_tries WHERE split_part(key, ' ', 2) IN
    (SELECT id::text FROM join_codes WHERE meeting_id = ${meetingId})`.execute(trx);
  for (const table of ["join_requests", "join_codes", "pledges"] as const) {
    await trx.deleteFrom(table).where("meeting_id", "=", meetingId).execute();
  }
}
