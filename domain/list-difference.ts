// What lies between two lists: who moved from where to where, changed zones, came in or left, the furthest first. Whoever only
// made room for others is told apart from whoever moved, so that one long move does not look like forty short ones.
import type { ApplicantId } from "./ids";
import { placeOf, rankedIds, rankOf, ranksIn } from "./rank-list";
import { type Place, places, type RankOrder } from "./zone";

export interface Spot {
  place: Place;
  /** 1-based; undefined in red and unplaced. */
  rank?: number;
}

export interface ListChange {
  applicantId: ApplicantId;
  /**
   * `entered`, `left`: on one of the lists only. `zone`: stands in another place. `moved`: another rank in the same zone.
   * `shifted`: the same among the others, with another number because of them.
   */
  kind: "entered" | "left" | "zone" | "moved" | "shifted";
  from?: Spot;
  to?: Spot;
  /** Ranks won, or lost where it is negative; undefined where one of the lists gives no rank. */
  by?: number;
}

/** Both lists as their reader may see them. Furthest first, the shifted last. */
export function listDifference(before: RankOrder, after: RankOrder): ListChange[] {
  const stayed = keptInOrder(before, after);
  const everybody = new Set([...places.flatMap((place) => after[place]), ...places.flatMap((place) => before[place])]);
  const changes = [...everybody].flatMap((id) => changeOf(id, spotIn(before, id), spotIn(after, id), stayed) ?? []);
  const isShift = ({ kind }: ListChange) => Number(kind === "shifted");
  return changes.sort((one, other) => isShift(one) - isShift(other) || distanceOf(other) - distanceOf(one));
}

/** Whoever won or lost a rank altogether came further than a list is long. */
export const distanceOf = ({ by }: ListChange): number => (by === undefined ? Number.MAX_SAFE_INTEGER : Math.abs(by));

export function spotIn(order: RankOrder, id: ApplicantId): Spot | undefined {
  const place = placeOf(order, id);
  if (!place) return undefined;
  const rank = rankOf(order, id);
  return { place, ...(rank !== undefined && { rank }) };
}

function changeOf(
  applicantId: ApplicantId,
  from: Spot | undefined,
  to: Spot | undefined,
  stayed: ReadonlySet<ApplicantId>,
): ListChange | undefined {
  if (!from) return { applicantId, kind: "entered", ...(to && { to }) };
  if (!to) return { applicantId, kind: "left", from };
  if (from.place === to.place && from.rank === to.rank) return undefined;
  const hasRanks = from.rank !== undefined && to.rank !== undefined;
  const by = hasRanks ? { by: (from.rank ?? 0) - (to.rank ?? 0) } : {};
  const kind = from.place !== to.place ? "zone" : stayed.has(applicantId) ? "shifted" : "moved";
  return { applicantId, kind, from, to, ...by };
}

/** Of those who kept their zone, the most who stand in the same order among each other: a longest increasing subsequence. */
function keptInOrder(before: RankOrder, after: RankOrder): ReadonlySet<ApplicantId> {
  const rankBefore = ranksIn(before);
  const run = rankedIds(after).flatMap((id) => {
    const rank = rankBefore.get(id);
    return rank === undefined || placeOf(before, id) !== placeOf(after, id) ? [] : [{ id, rank }];
  });
  /** Of each length the run that ends lowest, as indexes of `run`; `previous` leads back along it. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, { rank }] of run.entries()) {
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((run[ends[middle] ?? 0]?.rank ?? 0) < rank) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1];
    ends[low] = index;
  }
  const kept = new Set<ApplicantId>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) kept.add(run[at]?.id ?? "");
  return kept;
}
