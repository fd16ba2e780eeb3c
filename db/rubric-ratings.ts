// Ratings by hand of the lines that no file holds, signed, with their source. A later one takes the place of the one before,
// which is kept.
import { type Kysely, sql } from "kysely";
import type { ApplicantId, MemberId } from "../domain/ids";
import type { RatedLine } from "../domain/rubric";
import type { Database } from "./schema";

export interface SignedRating {
  applicantId: ApplicantId;
  line: RatedLine;
  /** Null: taken back. */
  rating: number | null;
  source: string;
  authorId: MemberId;
  at: Date;
}

/** What stands now. */
export async function listRatings(db: Kysely<Database>, seasonId: string): Promise<SignedRating[]> {
  return db
    .selectFrom("rubric_ratings")
    .distinctOn(["applicant_id", "line"])
    .select(["applicant_id as applicantId", "line", "rating", "source", "author_id as authorId", "at"])
    .where("season_id", "=", seasonId)
    .orderBy("applicant_id")
    .orderBy("line")
    .orderBy("version", "desc")
    .execute();
}

export async function addRating(db: Kysely<Database>, added: SignedRating & { seasonId: string }): Promise<void> {
  await sql`
    INSERT INTO rubric_ratings (season_id, applicant_id, line, version, rating, source, author_id, at)
    SELECT ${added.seasonId}, ${added.applicantId}, ${added.line}, coalesce(max(version), 0) + 1,
      ${added.rating}::int, ${added.source}, ${added.authorId}::uuid, ${added.at}::timestamptz
    FROM rubric_ratings
    WHERE season_id = ${added.seasonId} AND applicant_id = ${added.applicantId} AND line = ${added.line}`.execute(db);
}
