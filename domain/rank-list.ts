// The list itself: pure operations on a RankOrder. Nobody is lost or doubled (ORD-1), ranks are continuous (ORD-2), a move
// names neighbours and never an index (ORD-4).
import type { Anchor } from "./anchor";
import type { ApplicantId } from "./ids";
import { type Place, places, type RankOrder } from "./zone";

/** So many applicants at most move by one command. */
export const MOST_TOGETHER = 100;

export const emptyOrder: RankOrder = { protected: [], middle: [], red: [], unplaced: [] };

export const placeOf = (order: RankOrder, id: ApplicantId): Place | undefined =>
  places.find((place) => order[place].includes(id));

/** Applicants with a rank, best first; the rank is the 1-based position. */
export const rankedIds = (order: RankOrder): ApplicantId[] => [...order.protected, ...order.middle];

/** 1-based, by applicant; without those who have none. */
export const ranksIn = (order: RankOrder): Map<ApplicantId, number> =>
  new Map(rankedIds(order).map((id, index) => [id, index + 1]));

export const rankedCount = (order: RankOrder): number => order.protected.length + order.middle.length;

/** 1-based, continuous from protected through middle; undefined in red and unplaced (ORD-2). */
export function rankOf(order: RankOrder, id: ApplicantId): number | undefined {
  const inProtected = order.protected.indexOf(id);
  if (inProtected >= 0) return inProtected + 1;
  const inMiddle = order.middle.indexOf(id);
  return inMiddle >= 0 ? order.protected.length + inMiddle + 1 : undefined;
}

const without = (list: readonly string[], id: string): readonly string[] =>
  list.includes(id) ? list.filter((other) => other !== id) : list;

/** The order without the applicant; the same object where they did not stand in it. */
export function removeFrom(order: RankOrder, id: ApplicantId): RankOrder {
  const place = placeOf(order, id);
  return place ? { ...order, [place]: without(order[place], id) } : order;
}

/** The index at which an anchor puts somebody into a list, or undefined if both neighbours are gone (ORD-4). */
export function resolveAnchor(
  list: readonly string[],
  after: string | null,
  before: string | null,
): number | undefined {
  if (after === null && before === null) return list.length;
  if (after !== null) {
    const index = list.indexOf(after);
    if (index >= 0) return index + 1;
  }
  if (before !== null) {
    const index = list.indexOf(before);
    if (index >= 0) return index;
  }
  return undefined;
}

/** The order with the applicant at the anchor, or undefined if the anchor is gone. Red keeps no order: it appends. */
export function moveTo(order: RankOrder, id: ApplicantId, to: Anchor): RankOrder | undefined {
  const cleared = removeFrom(order, id);
  // With every move, so one copy and no more.
  const list = cleared[to.zone] === order[to.zone] ? order[to.zone].slice() : (cleared[to.zone] as ApplicantId[]);
  const index = to.zone === "red" ? list.length : resolveAnchor(list, to.after, to.before);
  if (index === undefined) return undefined;
  list.splice(index, 0, id);
  return { ...cleared, [to.zone]: list };
}

/** The neighbours of where the applicant stands now, so that a move can be taken back. Undefined when they are not in a zone. */
export function anchorOf(order: RankOrder, id: ApplicantId): Anchor | undefined {
  const place = placeOf(order, id);
  if (!place || place === "unplaced") return undefined;
  if (place === "red") return { zone: "red", after: null, before: null };
  const list = order[place];
  const index = list.indexOf(id);
  return { zone: place, after: list[index - 1] ?? null, before: list[index + 1] ?? null };
}

/**
 * The anchor that gives the applicant a rank, keeping to the zone that rank lies in. A rank on the border belongs to the
 * applicant's own zone where it can, so that a typed rank does not change zones by accident. Ranks are clamped to 1 … n.
 */
export function anchorForRank(order: RankOrder, id: ApplicantId, rank: number): Anchor {
  const own = placeOf(order, id);
  const cleared = removeFrom(order, id);
  const k = cleared.protected.length;
  const target = Math.min(Math.max(1, Math.trunc(rank)), rankedCount(cleared) + 1);
  const isBorder = target === k + 1;
  const zone = target <= k || (isBorder && own === "protected") ? "protected" : "middle";
  return anchorAtIndex(cleared, id, zone, zone === "protected" ? target - 1 : target - 1 - k);
}

/** The anchor at a 0-based index of a zone, the applicant itself not counted. */
export function anchorAtIndex(order: RankOrder, id: ApplicantId, zone: Anchor["zone"], index: number): Anchor {
  if (zone === "red") return { zone, after: null, before: null };
  const list = without(order[zone], id);
  const at = Math.min(Math.max(0, index), list.length);
  return { zone, after: list[at - 1] ?? null, before: list[at] ?? null };
}

/** Is the applicant, moved from one order to another, lower than before: a worse rank, or no rank any more? */
export function isDownward(before: RankOrder, after: RankOrder, id: ApplicantId): boolean {
  const from = rankOf(before, id);
  const to = rankOf(after, id);
  return from !== undefined && (to === undefined || to > from);
}

/** Every applicant once, and only once (ORD-1). */
export function holdsEachOnce(order: RankOrder, expected: Iterable<ApplicantId>): boolean {
  const all = places.flatMap((place) => order[place]);
  const once = new Set(all);
  const wanted = new Set(expected);
  return once.size === all.length && once.size === wanted.size && [...wanted].every((id) => once.has(id));
}

export const sameOrder = (a: RankOrder, b: RankOrder): boolean =>
  places.every((place) => a[place].length === b[place].length && a[place].every((id, index) => id === b[place][index]));
