// Who has met whom before the meeting: read off the interviews and the notes that stand.
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
