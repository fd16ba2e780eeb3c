// Applicants with their scores, worked out where they are shown, so that a change can be tried before it is saved.
import { underFloor } from "../../domain/exam-floor";
import type { RubricLine } from "../../domain/rubric";
import { type Rubric, ratingsOf, rubricScore } from "../../domain/rubric";
import { byTotal, type Scored } from "../../domain/rubric-order";
import type { RubricApplicant, RubricBreakdown, VersionWords } from "../../server/context/rubrics";

export const scoredBy = (rubric: Rubric, applicants: readonly RubricApplicant[]): Scored[] =>
  applicants.map(({ id, facts, ratings }) => ({ id, score: rubricScore(rubric, facts, ratingsOf(ratings)) }));

export interface ScoredApplicant extends RubricApplicant {
  breakdown: RubricBreakdown;
}

export const withBreakdown = (
  { rubric, version }: VersionWords,
  applicants: readonly RubricApplicant[],
): ScoredApplicant[] =>
  applicants.map((applicant) => {
    const { facts, ratings, exceptions } = applicant;
    const score = rubricScore(rubric, facts, ratingsOf(ratings));
    const under = underFloor(rubric, facts) ?? null;
    return { ...applicant, breakdown: { version, score, under, ratings, exceptions } };
  });

export type SortKey = "name" | "total" | RubricLine;

/** Mine alone: nobody else sees it, and no list is moved by it. Who misses a line stands last. */
export function sorted(applicants: readonly ScoredApplicant[], key: SortKey): readonly ScoredApplicant[] {
  if (key === "name") return applicants;
  const scored = ({ id, breakdown: { score } }: ScoredApplicant): Scored => ({ id, score });
  const pointsOf = ({ breakdown: { score } }: ScoredApplicant): number =>
    score.lines.find(({ line }) => line === key)?.points ?? -1;
  return [...applicants].sort((one, other) =>
    key === "total" ? byTotal(scored(one), scored(other)) : pointsOf(other) - pointsOf(one),
  );
}
