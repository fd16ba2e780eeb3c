// What the tables of a rubric hold, in the words that pages are handed: names instead of ids, times in ISO.
import type { Kysely } from "kysely";
import { type FloorException, listFloorExceptions } from "../../db/floor-exceptions";
import { readNamesIn } from "../../db/roster";
import { listRatings, type SignedRating } from "../../db/rubric-ratings";
import type { RubricVersion } from "../../db/rubrics";
import type { Database } from "../../db/schema";
import type { SeasonRow } from "../../db/seasons";
import type { ApplicantId, MemberId } from "../../domain/ids";
import type { ExceptionWords, RatingWords, VersionWords } from "../context/rubrics";

type Names = ReadonlyMap<MemberId, string>;

const signature = (names: Names, authorId: MemberId, at: Date) => ({
  by: names.get(authorId) ?? "Somebody of the program",
  at: at.toISOString(),
});

export const versionWords = ({ version, rubric, written }: RubricVersion, names: Names): VersionWords => ({
  version,
  rubric,
  written: written && { ...signature(names, written.authorId, written.at), reason: written.reason },
});

/** Ratings and exceptions of a season, by applicant. */
export async function readSigned(
  db: Kysely<Database>,
  season: SeasonRow,
): Promise<(applicantId: ApplicantId) => { ratings: RatingWords[]; exceptions: ExceptionWords[] }> {
  const [ratings, exceptions, names] = await Promise.all([
    listRatings(db, season.id),
    listFloorExceptions(db, season.id),
    readNamesIn(db, season.programId),
  ]);
  return (applicantId) => ({
    ratings: ratings.flatMap((row) => (row.applicantId === applicantId ? ratingWords(row, names) : [])),
    exceptions: exceptions.flatMap((row) => (row.applicantId === applicantId ? [exceptionWords(row, names)] : [])),
  });
}

const ratingWords = ({ line, rating, source, authorId, at }: SignedRating, names: Names): RatingWords[] =>
  rating === null ? [] : [{ line, rating, source, ...signature(names, authorId, at) }];

const exceptionWords = ({ reason, authorId, at, struck }: FloorException, names: Names): ExceptionWords => ({
  reason,
  ...signature(names, authorId, at),
  struck: struck && { ...signature(names, struck.by, struck.at), reason: struck.reason },
});
