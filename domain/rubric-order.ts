// The order that a rubric suggests (RUBRIC-4), the same however the applicants come in. Whoever too little is known of is not
// placed at all: a total over a tenth of the weight says nothing about the rest.
import type { ApplicantId } from "./ids";
import type { RubricScore } from "./rubric";

/** The part of the weight that has to be known for a place. */
const ENOUGH = 0.5;

export interface Scored {
  id: ApplicantId;
  score: RubricScore;
}

export const isKnownEnough = ({ total, known, weight }: RubricScore): boolean =>
  total !== null && known >= weight * ENOUGH;

/** Higher totals first; among equal ones those of whom more is known. Names and dates decide nothing. */
export const byTotal = (one: Scored, other: Scored): number =>
  Number(isKnownEnough(other.score)) - Number(isKnownEnough(one.score)) ||
  (other.score.total ?? -1) - (one.score.total ?? -1) ||
  other.score.known - one.score.known ||
  (one.id < other.id ? -1 : Number(one.id > other.id));

/** `apart`: too little is known of them. */
export function suggestedOrder(scored: readonly Scored[]): { order: ApplicantId[]; apart: ApplicantId[] } {
  const sorted = [...scored].sort(byTotal);
  const placed = sorted.filter(({ score }) => isKnownEnough(score)).length;
  const ids = sorted.map(({ id }) => id);
  return { order: ids.slice(0, placed), apart: ids.slice(placed) };
}

/** Equal totals have equal places: 1, 2, 2, 4. Nobody of whom too little is known has one. */
export function placesOf(scored: readonly Scored[]): ReadonlyMap<ApplicantId, number> {
  const sorted = scored.filter(({ score }) => isKnownEnough(score)).sort(byTotal);
  const places = new Map<ApplicantId, number>();
  let [place, total] = [0, Number.NaN];
  for (const [index, { id, score }] of sorted.entries()) {
    if (score.total !== total) [place, total] = [index + 1, score.total ?? 0];
    places.set(id, place);
  }
  return places;
}

export interface PlaceChange {
  id: ApplicantId;
  /** Undefined: no place, too little is known. */
  from: number | undefined;
  to: number | undefined;
}

/** Who would stand elsewhere, the furthest first. */
export function placeChanges(before: readonly Scored[], after: readonly Scored[]): PlaceChange[] {
  const [from, to] = [placesOf(before), placesOf(after)];
  return after
    .map(({ id }) => ({ id, from: from.get(id), to: to.get(id) }))
    .filter((change) => change.from !== change.to)
    .sort((one, other) => distance(other) - distance(one) || (one.id < other.id ? -1 : 1));
}

/** To get a place or to lose one is further than any move. */
const distance = ({ from, to }: PlaceChange): number =>
  from === undefined || to === undefined ? Number.POSITIVE_INFINITY : Math.abs(from - to);
