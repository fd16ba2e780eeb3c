// What the season's rubric says of its applicants, by the version that holds now and the ratings that stand.
import type { Kysely } from "kysely";
import { listRatings } from "../../db/rubric-ratings";
import { readRubricVersion } from "../../db/rubrics";
import type { Database } from "../../db/schema";
import type { SeasonRow } from "../../db/seasons";
import type { Applicant } from "../../domain/applicant";
import type { ApplicantId } from "../../domain/ids";
import { type Ratings, type RubricScore, rubricScore } from "../../domain/rubric";
import { unaskedLines } from "../../domain/rubric-asked";
import { rubricFacts } from "../../domain/rubric-facts";

export interface RubricScores {
  version: number;
  scores: ReadonlyMap<ApplicantId, RubricScore>;
}

/** `applicants`: everybody whom the reader may see. What is asked of all depends on those who have not withdrawn. */
export async function readRubricScores(
  db: Kysely<Database>,
  season: Pick<SeasonRow, "id" | "matchYear">,
  applicants: readonly Applicant[],
): Promise<RubricScores> {
  const { version, rubric } = await readRubricVersion(db, season.id);
  const ratings = new Map<ApplicantId, Ratings>();
  for (const { applicantId, line, rating } of await listRatings(db, season.id)) {
    if (rating !== null) ratings.set(applicantId, { ...ratings.get(applicantId), [line]: rating });
  }
  const people = applicants.map((applicant) => ({
    id: applicant.id,
    facts: rubricFacts(applicant, season.matchYear),
    ratings: ratings.get(applicant.id) ?? {},
    withdrawn: applicant.withdrawn,
  }));
  const unasked = unaskedLines(
    rubric,
    people.filter(({ withdrawn }) => !withdrawn),
  );
  const scores = people.map(({ id, facts, ratings }) => [id, rubricScore(rubric, facts, ratings, unasked)] as const);
  return { version, scores: new Map(scores) };
}
