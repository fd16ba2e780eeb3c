// "I'd work with them" in interview notes: what each note says of it now, all it has said, and what the season's meeting has not
// heard yet.
import { type Kysely, sql } from "kysely";
import type { ApplicantId, MeetingId, MemberId } from "../domain/ids";
import type { Database } from "./schema";

export interface WorksWith {
  noteId: string;
  applicantId: ApplicantId;
  authorId: MemberId;
  /** ISO; null where the note says it no more, or was struck. */
  since: string | null;
  /** Every time at which it was said, in the order of the versions. */
  sayings: string[];
  /** Was an interview theirs? */
  hasInterviewed: boolean;
  version: number;
  struck: { by: MemberId | null; reason: string } | null;
}

/** Struck notes first, then in the order in which it was said. */
export async function listWorksWith(
  db: Kysely<Database>,
  seasonId: string,
  of: { unheard: true } | { authorId: MemberId } | { said: true },
): Promise<WorksWith[]> {
  const which =
    "unheard" in of
      ? sql`note.unheard`
      : "said" in of
        ? sql`note.struck_at IS NULL AND note.content->>'worksWithSince' IS NOT NULL`
        : sql`note.struck_at IS NULL AND note.author_id = ${of.authorId}`;
  const { rows } = await sql<WorksWith>`
    SELECT note.id AS "noteId", note.applicant_id AS "applicantId", note.author_id AS "authorId", note.version,
      CASE WHEN note.struck_at IS NULL THEN note.content->>'worksWithSince' END AS since,
      CASE WHEN note.struck_at IS NOT NULL
        THEN jsonb_build_object('by', note.struck_by, 'reason', note.struck_reason) END AS struck,
      ARRAY(SELECT said.at FROM (
        SELECT version.content->>'worksWithSince' AS at, min(version.version) AS first
          FROM interview_note_versions version WHERE version.note_id = note.id GROUP BY 1) said
        WHERE said.at IS NOT NULL ORDER BY said.first) AS sayings,
      EXISTS (SELECT FROM interviews WHERE interviews.season_id = note.season_id
        AND interviews.applicant_id = note.applicant_id AND interviews.member_id = note.author_id) AS "hasInterviewed"
    FROM interview_notes note
    WHERE note.season_id = ${seasonId} AND ${which}
    ORDER BY note.struck_at IS NULL, since, note.id`.execute(db);
  return rows;
}

/** Unless the notes have changed since they were read. */
export async function markHeard(
  db: Kysely<Database>,
  notes: readonly Pick<WorksWith, "noteId" | "version" | "struck">[],
): Promise<void> {
  const read = notes.map(({ noteId, version, struck }) => ({ id: noteId, version, struck: struck !== null }));
  await sql`UPDATE interview_notes SET unheard = false
    FROM jsonb_to_recordset(${JSON.stringify(read)}::jsonb) AS heard(id uuid, version int, struck boolean)
    WHERE interview_notes.id = heard.id AND interview_notes.version = heard.version
      AND (interview_notes.struck_at IS NOT NULL) = heard.struck`.execute(db);
}

/** Of meetings that could hear their notes now: open, with a frozen list. */
export async function listUnheardSeasons(db: Kysely<Database>): Promise<{ id: string; meetingId: MeetingId }[]> {
  const { rows } = await sql<{ id: string; meetingId: MeetingId }>`
    SELECT seasons.id, seasons.meeting_id AS "meetingId"
    FROM (SELECT DISTINCT season_id FROM interview_notes WHERE unheard) waiting
    JOIN seasons ON seasons.id = waiting.season_id
    JOIN meetings ON meetings.id = seasons.meeting_id AND meetings.phase = 'open'
    WHERE EXISTS (SELECT FROM meeting_events
      WHERE meeting_events.meeting_id = seasons.meeting_id AND meeting_events.type = 'preliminaryFrozen')`.execute(db);
  return rows;
}
