// What a whole list could be arranged to (DRAFT-3): a proposal, which nobody's list follows until a person has seen it and asks
// for it. Whoever has no value comes last and is never protected by it: missing is missing, and never zero (DRAFT-5).
import type { ApplicantId } from "./ids";
import type { RankOrder } from "./zone";

export interface Proposal {
  /** Who is named nowhere keeps their place. */
  order: RankOrder;
  /** Ranked by this proposal without a value of their own, last. */
  withoutValue: readonly ApplicantId[];
}

/**
 * In the order of a ranking, best first, and its first `protectedCount` protected. Whoever is in red stays there, ranked or not:
 * that was somebody's decision.
 */
export function proposeByRanking(order: RankOrder, ranking: readonly ApplicantId[], protectedCount: number): Proposal {
  const red = new Set(order.red);
  const list = { protected: [], middle: ranking.filter((id) => !red.has(id)), red: [] };
  return proposeByList(order, list, protectedCount);
}

/** As a list names them, its border moved to `protectedCount`. Whoever is not on it comes last, as they stand now, or stays in red. */
export function proposeByList(
  order: RankOrder,
  list: Pick<RankOrder, "protected" | "middle" | "red">,
  protectedCount: number,
): Proposal {
  const here = new Set([...order.protected, ...order.middle, ...order.red, ...order.unplaced]);
  const known = (ids: readonly ApplicantId[]) => ids.filter((id) => here.has(id));
  const ranked = known([...list.protected, ...list.middle]);
  const red = known(list.red);
  const named = new Set([...ranked, ...red]);
  const withoutValue = [...order.protected, ...order.middle, ...order.unplaced].filter((id) => !named.has(id));
  const middle = [...ranked.slice(protectedCount), ...withoutValue];
  return { order: { protected: ranked.slice(0, protectedCount), middle, red, unplaced: [] }, withoutValue };
}

/** Everybody who may be moved, back in the tray. */
export const proposeNothing = (order: RankOrder): Proposal => ({
  order: {
    protected: [],
    middle: [],
    red: [],
    unplaced: [...order.protected, ...order.middle, ...order.red, ...order.unplaced],
  },
  withoutValue: [],
});
