// What the season's rubric says of its applicants, by the version that holds now and the ratings that stand.
import type { Kysely } from "kysely";
import { listRatings } from "../../db/rubric-ratings";
import { readRubricVersion } from "../../db/rubrics";
import type { Database } from "../../db/schema";
import type { SeasonRow } from "../../db/seasons";
import type { Applicant } from "../../domain/applicant";
import type { ApplicantId } from "../../domain/ids";
import { type Ratings, type RubricScore, rubricScore } from "../../domain/rubric";
import { rubricFacts } from "../../domain/rubric-facts";

export interface RubricScores {
  version: number;
  scores: ReadonlyMap<ApplicantId, RubricScore>;
}

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
  const scores = new Map(
    applicants.map((applicant) => {
      const facts = rubricFacts(applicant, season.matchYear);
      return [applicant.id, rubricScore(rubric, facts, ratings.get(applicant.id))];
    }),
  );
  return { version, scores };
}
