// A score and its lines in words: what a total is made of, and how much of the weight it rests on (RUBRIC-1).
import type { RubricLineScore, RubricScore } from "../../domain/rubric";

/** `rests on 59% of the weight: 50 of 85` */
export const knownWords = ({ known, weight }: Pick<RubricScore, "known" | "weight">): string =>
  known === weight
    ? `rests on the whole weight, ${weight}`
    : `rests on ${Math.round((100 * known) / weight)}% of the weight, ${known} of ${weight}`;

/** `17.5 of 25`. `points` as they are shown; undefined: missing. */
export function lineWords({ weight, isAsked }: RubricLineScore, points: string | undefined): string {
  if (weight === 0) return "No weight";
  if (isAsked) return points === undefined ? `Missing, weight ${weight}` : `${points} of ${weight}`;
  return points === undefined ? `Not counted, weight ${weight}` : `Not counted: ${points} of ${weight}`;
}
