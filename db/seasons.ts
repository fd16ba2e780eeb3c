// Seasons: one track's match year, with the logs of its preliminary list and of its meeting. Every read and write names its
// season; whether the asker may is decided above (server/seasons/access).
import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { ApplicantId, MeetingId, MemberId, ProgramId } from "../domain/ids";
import type { Database } from "./schema";

export interface SeasonRow {
  id: string;
  programId: ProgramId;
  programName: string;
  trackId: string;
  programCode: string;
  trackName: string;
  quota: number;
  matchYear: number;
  /** The log of the preliminary list; null where the list came with its meeting. */
  draftId: MeetingId | null;
  /** Null until the preliminary list is frozen, or a meeting is opened for it. */
  meetingId: MeetingId | null;
  /** Is there a frozen preliminary list in the meeting's log? */
  isFrozen: boolean;
}

const seasonRows = (db: Kysely<Database>) =>
  db
    .selectFrom("seasons")
    .innerJoin("tracks", "tracks.id", "seasons.track_id")
    .innerJoin("programs", "programs.id", "tracks.program_id")
    .select([
      "seasons.id",
      "programs.id as programId",
      "programs.name as programName",
      "tracks.id as trackId",
      "tracks.code as programCode",
      "tracks.name as trackName",
      "tracks.quota",
      "seasons.match_year as matchYear",
      "seasons.draft_id as draftId",
      "seasons.meeting_id as meetingId",
      sql<boolean>`exists (SELECT FROM meeting_events
        WHERE meeting_events.meeting_id = seasons.meeting_id AND meeting_events.type = 'preliminaryFrozen')`.as(
        "isFrozen",
      ),
    ]);

export const findSeason = (db: Kysely<Database>, seasonId: string): Promise<SeasonRow | undefined> =>
  seasonRows(db).where("seasons.id", "=", seasonId).executeTakeFirst();

/** The season whose meeting, or draft, that is. */
export const findSeasonOf = (db: Kysely<Database>, meetingId: MeetingId): Promise<SeasonRow | undefined> =>
  seasonRows(db)
    .where((where) =>
      where.or([where("seasons.meeting_id", "=", meetingId), where("seasons.draft_id", "=", meetingId)]),
    )
    .executeTakeFirst();

/** Newest match year first. */
export const listSeasonsOf = (db: Kysely<Database>, programIds: readonly ProgramId[]): Promise<SeasonRow[]> =>
  programIds.length === 0
    ? Promise.resolve([])
    : seasonRows(db)
        .where("programs.id", "in", programIds)
        .orderBy("seasons.match_year", "desc")
        .orderBy("tracks.code")
        .execute();

export interface NewSeason {
  trackId: string;
  matchYear: number;
  draftId: MeetingId | null;
  meetingId: MeetingId | null;
}

/** Undefined when the track has a season of that year already. */
export async function addSeason(db: Kysely<Database>, season: NewSeason): Promise<string | undefined> {
  const row = await db
    .insertInto("seasons")
    .values({
      id: randomUUID(),
      track_id: season.trackId,
      match_year: season.matchYear,
      draft_id: season.draftId,
      meeting_id: season.meetingId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** The meeting is its season's, where that has none yet; a season is made where there is none. */
export async function joinSeason(
  trx: Kysely<Database>,
  { trackId, matchYear, meetingId }: { trackId: string; matchYear: number; meetingId: MeetingId },
): Promise<void> {
  const added = await addSeason(trx, { trackId, matchYear, draftId: null, meetingId });
  if (added !== undefined) return;
  await trx
    .updateTable("seasons")
    .set({ meeting_id: meetingId })
    .where("track_id", "=", trackId)
    .where("match_year", "=", matchYear)
    .where("meeting_id", "is", null)
    .execute();
}

/** Is its meeting locked, or purged? For a write, in a transaction, `holds`: then it stays as it is until that ends. */
export async function isSeasonClosed(
  db: Kysely<Database>,
  { meetingId }: Pick<SeasonRow, "meetingId">,
  { holds }: { holds: boolean } = { holds: false },
): Promise<boolean> {
  if (meetingId === null) return false;
  const phase = db.selectFrom("meetings").select("phase").where("id", "=", meetingId);
  const meeting = await (holds ? phase.forShare() : phase).executeTakeFirst();
  return meeting?.phase !== "open";
}

/**
 * The log that has the season's applicants now: the meeting's once the list was frozen, the draft's before. Their ids are the
 * same in both.
 */
export const logOf = ({ draftId, meetingId, isFrozen }: SeasonRow): MeetingId => {
  const id = isFrozen || draftId === null ? meetingId : draftId;
  if (id === null) throw new Error("a season has a draft or a meeting");
  return id;
};

/** Applicants withheld from the person by recusal: declared before the meeting, or in it once there is one (RECUSE-1). */
export async function readWithheld(
  db: Kysely<Database>,
  season: SeasonRow,
  personId: MemberId,
): Promise<ReadonlySet<ApplicantId>> {
  const { rows } = await sql<{ id: ApplicantId }>`
    SELECT applicant_id AS id FROM recusals WHERE meeting_id = ${logOf(season)} AND member_id = ${personId}
    UNION SELECT applicant_id FROM season_recusals
      WHERE season_id = ${season.id} AND member_id = ${personId} AND NOT ${season.isFrozen}::boolean`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** False when it was declared already. */
export async function addSeasonRecusal(
  db: Kysely<Database>,
  recusal: { seasonId: string; memberId: MemberId; applicantId: ApplicantId; reason?: string | undefined; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto("season_recusals")
    .values({
      season_id: recusal.seasonId,
      member_id: recusal.memberId,
      applicant_id: recusal.applicantId,
      reason: recusal.reason ?? null,
      at: recusal.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}
