// Ratings by hand of the lines that no file holds, signed, with their source. A later one takes the place of the one before,
// which is kept.
import { type Kysely, sql } from "kysely";
import type { ApplicantId, MemberId } from "../domain/ids";
import type { RatedLine, Ratings } from "../domain/rubric";
import type { Database } from "./schema";

export interface SignedRating {
  applicantId: ApplicantId;
  line: RatedLine;
  /** Null: taken back. */
  rating: number | null;
  source: string;
  by: string;
  at: Date;
}

/** What stands now, by applicant. */
export async function listRatings(db: Kysely<Database>, seasonId: string): Promise<SignedRating[]> {
  return db
    .selectFrom("rubric_ratings")
    .innerJoin("seasons", "seasons.id", "rubric_ratings.season_id")
    .innerJoin("tracks", "tracks.id", "seasons.track_id")
    .innerJoin("people", "people.id", "rubric_ratings.author_id")
    .leftJoin("memberships", (join) =>
      join.onRef("memberships.person_id", "=", "people.id").onRef("memberships.program_id", "=", "tracks.program_id"),
    )
    .distinctOn(["rubric_ratings.applicant_id", "rubric_ratings.line"])
    .select(({ fn }) => [
      "rubric_ratings.applicant_id as applicantId",
      "rubric_ratings.line",
      "rubric_ratings.rating",
      "rubric_ratings.source",
      "rubric_ratings.at",
      fn.coalesce("memberships.name", "people.name").as("by"),
    ])
    .where("rubric_ratings.season_id", "=", seasonId)
    .orderBy("rubric_ratings.applicant_id")
    .orderBy("rubric_ratings.line")
    .orderBy("rubric_ratings.version", "desc")
    .execute();
}

/** For `rubricScore`. */
export function ratingsByApplicant(ratings: readonly SignedRating[]): ReadonlyMap<ApplicantId, Ratings> {
  const byApplicant = new Map<ApplicantId, Ratings>();
  for (const { applicantId, line, rating } of ratings) {
    if (rating !== null) byApplicant.set(applicantId, { ...byApplicant.get(applicantId), [line]: rating });
  }
  return byApplicant;
}

export async function addRating(
  db: Kysely<Database>,
  added: Omit<SignedRating, "by"> & { seasonId: string; authorId: MemberId },
): Promise<void> {
  await sql`
    INSERT INTO rubric_ratings (season_id, applicant_id, line, version, rating, source, author_id, at)
    SELECT ${added.seasonId}, ${added.applicantId}, ${added.line}, coalesce(max(version), 0) + 1,
      ${added.rating}::int, ${added.source}, ${added.authorId}::uuid, ${added.at}::timestamptz
    FROM rubric_ratings
    WHERE season_id = ${added.seasonId} AND applicant_id = ${added.applicantId} AND line = ${added.line}`.execute(db);
}
