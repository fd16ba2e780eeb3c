// The ranked list as rows: protected, a divider, middle, in one run, so that a drag by mouse or keyboard can cross the border
// and where it lands beside the divider decides the zone. Moves come out relative to neighbours, never as an index (ORD-4).
import type { Anchor } from "../../../domain/anchor";
import type { ApplicantId } from "../../../domain/ids";
import { rankOf } from "../../../domain/rank-list";
import type { RankOrder } from "../../../domain/zone";

/** The row between protected and middle. Not an applicant's id: those are UUIDs. */
export const DIVIDER = "divider";

export const rankedItems = (order: RankOrder): string[] => [...order.protected, DIVIDER, ...order.middle];

/** The same for one: from 0, undefined where there is no rank. */
export function rowNumberOf(order: RankOrder, id: ApplicantId): number | undefined {
  const rank = rankOf(order, id);
  if (rank === undefined) return undefined;
  return rank <= order.protected.length ? rank - 1 : rank;
}

/** Where a drop lands: `items` as they stood at the lift, `index` counted without the dragged row. */
export function anchorAtDrop(items: readonly string[], draggedId: ApplicantId, index: number): Anchor {
  const rest = items.filter((id) => id !== draggedId);
  const border = rest.indexOf(DIVIDER);
  const zone = index <= border ? "protected" : "middle";
  const neighbour = (at: number): string | null => {
    const id = rest[at];
    return id === undefined || id === DIVIDER ? null : id;
  };
  return { zone, after: neighbour(index - 1), before: neighbour(index) };
}

/** The end of protected, or the top of middle: where "move to that zone" puts somebody who was not in it. */
export function anchorForZone(order: RankOrder, id: ApplicantId, zone: Anchor["zone"]): Anchor {
  if (zone === "red") return { zone, after: null, before: null };
  const others = order[zone].filter((other) => other !== id);
  if (zone === "protected") return { zone, after: others.at(-1) ?? null, before: null };
  return { zone, after: null, before: others[0] ?? null };
}
