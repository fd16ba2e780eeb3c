// The ranked list as rows: protected, a divider, middle, in one run, so that a drag by mouse or keyboard can cross the border
// and where it lands beside the divider decides the zone. Moves come out relative to neighbours, never as an index (ORD-4).
// A row can be a fold of several (FOLD-1), so the number of a row is no rank.
import type { Anchor } from "../../../domain/anchor";
import type { ApplicantId } from "../../../domain/ids";
import type { RankOrder } from "../../../domain/zone";

/** The row between protected and middle. Not an applicant's id: those are UUIDs. */
export const DIVIDER = "divider";
const FOLD = "fold";

export const rankedItems = (order: RankOrder): string[] => [...order.protected, DIVIDER, ...order.middle];

/** Confirmed neighbours as one row, whose name says whom it holds: the first, the last and how many. */
export const foldOf = (ids: readonly ApplicantId[]): string => `${FOLD} ${ids[0]} ${ids.at(-1)} ${ids.length}`;
export const isFold = (item: string): boolean => item.startsWith(`${FOLD} `);

interface Held {
  first: ApplicantId | null;
  last: ApplicantId | null;
  count: number;
}

/** Whom a row holds: nobody, one, or the run of a fold. */
export function heldIn(item: string): Held {
  const [kind, first = null, last = null, count] = item.split(" ");
  if (kind === FOLD) return { first, last, count: Number(count) };
  return item === DIVIDER ? { first, last, count: 0 } : { first: item, last: item, count: 1 };
}

/**
 * Where a drop lands, and the rank that it gives: `items` as the page showed them at the lift, `index` counted without the dragged
 * row. Beside a fold is beside its edge.
 */
export function dropAt(items: readonly string[], draggedId: ApplicantId, index: number): { to: Anchor; rank: number } {
  const rest = items.filter((id) => id !== draggedId);
  const held = rest.map(heldIn);
  const zone = index <= rest.indexOf(DIVIDER) ? "protected" : "middle";
  return {
    to: { zone, after: held[index - 1]?.last ?? null, before: held[index]?.first ?? null },
    rank: held.slice(0, index).reduce((sum, { count }) => sum + count, 1),
  };
}

/** The end of protected, or the top of middle: where "move to that zone" puts somebody who was not in it. */
export function anchorForZone(order: RankOrder, id: ApplicantId, zone: Anchor["zone"]): Anchor {
  if (zone === "red") return { zone, after: null, before: null };
  const others = order[zone].filter((other) => other !== id);
  if (zone === "protected") return { zone, after: others.at(-1) ?? null, before: null };
  return { zone, after: null, before: others[0] ?? null };
}
