// Applicants with their scores, worked out where they are shown, so that a change can be tried before it is saved.
import { underFloor } from "../../domain/exam-floor";
import type { RubricLine } from "../../domain/rubric";
import { type Rubric, ratingsOf } from "../../domain/rubric";
import { type RubricPerson, scorePeople, type UnaskedLines, unaskedLines } from "../../domain/rubric-asked";
import { byTotal, type Scored } from "../../domain/rubric-order";
import type { RubricApplicant, RubricBreakdown, VersionWords } from "../../server/context/rubrics";

const people = (applicants: readonly RubricApplicant[]): RubricPerson[] =>
  applicants.map(({ id, facts, ratings }) => ({ id, facts, ratings: ratingsOf(ratings) }));

export const scoredBy = (rubric: Rubric, applicants: readonly RubricApplicant[]): Scored[] =>
  scorePeople(rubric, people(applicants)).scored;

export const unaskedOf = (rubric: Rubric, applicants: readonly RubricApplicant[]): UnaskedLines =>
  unaskedLines(rubric, people(applicants));

export interface ScoredApplicant extends RubricApplicant {
  breakdown: RubricBreakdown;
}

export function withBreakdown(
  { rubric, version }: VersionWords,
  applicants: readonly RubricApplicant[],
): ScoredApplicant[] {
  const scores = new Map(scoredBy(rubric, applicants).map(({ id, score }) => [id, score]));
  return applicants.flatMap((applicant) => {
    const { id, facts, ratings, exceptions } = applicant;
    const score = scores.get(id);
    const under = underFloor(rubric, facts) ?? null;
    return score ? [{ ...applicant, breakdown: { version, score, under, ratings, exceptions } }] : [];
  });
}

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
