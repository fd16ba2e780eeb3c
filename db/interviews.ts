// Who interviews whom: what the notes' inbox, the reminders and the imported scores stand on.
import type { Kysely } from "kysely";
import type { ApplicantId, MemberId } from "../domain/ids";
import type { Database } from "./schema";

export interface InterviewRow {
  applicantId: ApplicantId;
  memberId: MemberId;
  /** ISO date, where it is known. */
  heldOn: string | null;
}

export interface NewInterview {
  applicantId: ApplicantId;
  memberId: MemberId;
  heldOn?: string | null | undefined;
}

export const listInterviews = (db: Kysely<Database>, seasonId: string): Promise<InterviewRow[]> =>
  db
    .selectFrom("interviews")
    .select(["applicant_id as applicantId", "member_id as memberId", "held_on as heldOn"])
    .where("season_id", "=", seasonId)
    .where("removed_at", "is", null)
    .orderBy("member_id")
    .orderBy("applicant_id")
    .execute();

/** A day that is given takes the place of the one before; none given leaves it. Resolves to how many were not there. */
export async function assignInterviews(
  db: Kysely<Database>,
  seasonId: string,
  interviews: readonly NewInterview[],
): Promise<number> {
  if (interviews.length === 0) return 0;
  const before = await listInterviews(db, seasonId);
  const known = new Set(before.map(({ applicantId, memberId }) => `${memberId} ${applicantId}`));
  await db
    .insertInto("interviews")
    .values(
      interviews.map(({ applicantId, memberId, heldOn }) => ({
        season_id: seasonId,
        applicant_id: applicantId,
        member_id: memberId,
        held_on: heldOn ?? null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["season_id", "applicant_id", "member_id"]).doUpdateSet((row) => ({
        held_on: row.fn.coalesce("excluded.held_on", "interviews.held_on"),
        removed_at: null,
        removed_by: null,
      })),
    )
    .execute();
  return interviews.filter(({ applicantId, memberId }) => !known.has(`${memberId} ${applicantId}`)).length;
}

/** An interview about which there is a note stays. Resolves to how many were taken back. */
export async function removeInterviews(
  db: Kysely<Database>,
  seasonId: string,
  {
    memberId,
    applicantIds,
    by,
    at,
  }: { memberId: MemberId; applicantIds: readonly ApplicantId[]; by: MemberId; at: Date },
): Promise<number> {
  if (applicantIds.length === 0) return 0;
  const { numUpdatedRows } = await db
    .updateTable("interviews")
    .set({ removed_at: at, removed_by: by })
    .where("season_id", "=", seasonId)
    .where("member_id", "=", memberId)
    .where("applicant_id", "in", applicantIds)
    .where("removed_at", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("interview_notes")
            .select("id")
            .whereRef("interview_notes.season_id", "=", "interviews.season_id")
            .whereRef("interview_notes.applicant_id", "=", "interviews.applicant_id")
            .whereRef("interview_notes.author_id", "=", "interviews.member_id")
            .where("interview_notes.struck_at", "is", null),
        ),
      ),
    )
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
