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

export type Names = (id: ApplicantId) => string;

/**
 * Highest value first, and the first `protectedCount` of those who have one protected. Whoever is in red stays there: that took
 * a reason. Equal values, and those without one, stand by name.
 */
export function proposeByValue(
  order: RankOrder,
  values: ReadonlyMap<ApplicantId, number>,
  protectedCount: number,
  nameOf: Names,
): Proposal {
  const everybody = [...order.protected, ...order.middle, ...order.unplaced].sort(byName(nameOf));
  const valued = everybody
    .filter((id) => values.has(id))
    .sort((one, other) => (values.get(other) ?? 0) - (values.get(one) ?? 0));
  const withoutValue = everybody.filter((id) => !values.has(id));
  const top = valued.slice(0, protectedCount);
  const rest = [...valued.slice(protectedCount), ...withoutValue];
  return { order: { protected: top, middle: rest, red: [], unplaced: [] }, withoutValue };
}

/** As a list names them, its border moved to `protectedCount`. Whoever is not on it comes last, or stays in red. */
export function proposeByList(
  order: RankOrder,
  list: Pick<RankOrder, "protected" | "middle" | "red">,
  protectedCount: number,
  nameOf: Names,
): Proposal {
  const here = new Set([...order.protected, ...order.middle, ...order.red, ...order.unplaced]);
  const known = (ids: readonly ApplicantId[]) => ids.filter((id) => here.has(id));
  const ranked = known([...list.protected, ...list.middle]);
  const red = known(list.red);
  const named = new Set([...ranked, ...red]);
  const withoutValue = [...order.protected, ...order.middle, ...order.unplaced]
    .filter((id) => !named.has(id))
    .sort(byName(nameOf));
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

const byName = (nameOf: Names) => (one: ApplicantId, other: ApplicantId) => {
  const [name, otherName] = [nameOf(one), nameOf(other)];
  return name < otherName ? -1 : name > otherName ? 1 : one < other ? -1 : 1;
};
