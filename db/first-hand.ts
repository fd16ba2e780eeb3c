// Who has met whom before the meeting, and whom they would work with: read off the interviews and the notes that stand.
import { type Kysely, sql } from "kysely";
import type { ApplicantId, MemberId } from "../domain/ids";
import type { Database } from "./schema";

export interface Encounter {
  applicantId: ApplicantId;
  memberId: MemberId;
  /** Wrote of them, or met them on a day that has come. False: an interview is only planned. */
  hasMet: boolean;
}

/** `today`: ISO date. */
export async function listEncounters(db: Kysely<Database>, seasonId: string, today: string): Promise<Encounter[]> {
  const { rows } = await sql<Encounter>`
    SELECT applicant_id AS "applicantId", member_id AS "memberId", bool_or(met) AS "hasMet" FROM (
      SELECT applicant_id, member_id, held_on IS NOT NULL AND held_on <= ${today} AS met
        FROM interviews WHERE season_id = ${seasonId}
      UNION ALL SELECT applicant_id, author_id, true
        FROM interview_notes WHERE season_id = ${seasonId} AND struck_at IS NULL
    ) seen GROUP BY applicant_id, member_id ORDER BY applicant_id, member_id`.execute(db);
  return rows;
}

/** "I'd work with them", as a note that stands says it. */
export interface WorksWith {
  noteId: string;
  applicantId: ApplicantId;
  authorId: MemberId;
  /** ISO. */
  since: string;
  /** Was an interview theirs? */
  hasInterviewed: boolean;
}

/** In the order in which it was said. */
export async function listWorksWith(db: Kysely<Database>, seasonId: string): Promise<WorksWith[]> {
  const { rows } = await sql<WorksWith>`
    SELECT note.id AS "noteId", note.applicant_id AS "applicantId", note.author_id AS "authorId",
      note.content->>'worksWithSince' AS since,
      EXISTS (SELECT FROM interviews WHERE interviews.season_id = note.season_id
        AND interviews.applicant_id = note.applicant_id AND interviews.member_id = note.author_id) AS "hasInterviewed"
    FROM interview_notes note
    WHERE note.season_id = ${seasonId} AND note.struck_at IS NULL AND note.content->>'worksWithSince' IS NOT NULL
    ORDER BY since, note.id`.execute(db);
  return rows;
}
