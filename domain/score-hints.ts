// What to know before a mean is trusted (SCORE-4): whose place hangs on one interviewer, and whether the day of the interview
// counted. Hints to people; nothing is sorted or moved by them.
import type { ApplicantId } from "./ids";
import { type ComparedScore, type Figures, figuresOf, groupBy, scoresOf } from "./scores";

/** A place is decided by one score when it would be another by more than a tenth of all, and by at least three. */
const SHARE = 0.1;
const LEAST = 3;

export type OneRaterDecides =
  /** One interviewer is all there is. */
  | { kind: "alone" }
  /** With one score left out, everything else as it is, they would stand there instead. */
  | { kind: "swings"; standing: number; without: number };

/** By standardised mean, from 1; equal means share the better standing. */
export function standingsOf(compared: readonly ComparedScore[]): ReadonlyMap<ApplicantId, number> {
  const means = [...scoresOf(compared)].map(([id, { standardised }]) => [id, standardised] as const);
  return new Map(means.map(([id, mean]) => [id, standingAmong(means, id, mean)]));
}

const standingAmong = (means: readonly (readonly [ApplicantId, number])[], id: ApplicantId, mean: number): number =>
  1 + means.filter(([other, theirs]) => other !== id && theirs > mean).length;

/** The applicants whose standing one interviewer decides; of several such scores the one that moves them furthest. */
export function placesOneRaterDecides(compared: readonly ComparedScore[]): ReadonlyMap<ApplicantId, OneRaterDecides> {
  const groups = groupBy(compared, ({ applicantId }) => applicantId);
  const means = [...groups].map(
    ([id, scores]) => [id, figuresOf(scores.map(({ standardised }) => standardised)).mean] as const,
  );
  const threshold = Math.max(LEAST, Math.ceil(means.length * SHARE));
  const decided = new Map<ApplicantId, OneRaterDecides>();
  for (const [id, mean] of means) {
    const scores = groups.get(id) ?? [];
    if (scores.length === 1) {
      decided.set(id, { kind: "alone" });
      continue;
    }
    const standing = standingAmong(means, id, mean);
    const [furthest] = scores
      .map((left) => figuresOf(scores.flatMap((one) => (one === left ? [] : [one.standardised]))).mean)
      .map((without) => standingAmong(means, id, without))
      .sort((one, other) => Math.abs(other - standing) - Math.abs(one - standing));
    if (furthest !== undefined && Math.abs(furthest - standing) >= threshold)
      decided.set(id, { kind: "swings", standing, without: furthest });
  }
  return decided;
}

export interface DayFigures extends Figures {
  /** ISO date. */
  day: string;
}

/** Standardised scores by the day of the interview, first day first. Scores without a day are left out. */
export function scoresByDay(compared: readonly ComparedScore[]): DayFigures[] {
  const dated = compared.flatMap(({ heldOn, standardised }) => (heldOn ? [{ day: heldOn, standardised }] : []));
  return [...groupBy(dated, ({ day }) => day)]
    .map(([day, scores]) => ({ day, ...figuresOf(scores.map(({ standardised }) => standardised)) }))
    .sort((one, other) => one.day.localeCompare(other.day, "en"));
}

/** First day against last, in the units of the scale and as a share of the last day's mean; null with fewer than two days. */
export function dayEffect(
  days: readonly DayFigures[],
): { first: DayFigures; last: DayFigures; difference: number } | null {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last || first === last) return null;
  return { first, last, difference: first.mean - last.mean };
}
