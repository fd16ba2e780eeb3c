// The moments of a meeting at which one may want to see the list as it was (BACK-2): the opening, where the meeting went on to
// something else, calls, locks, and each quarter of an hour in which the list changed. Of what its viewer may see.
import type { ViewEvent } from "./events";
import { openingOf, type SeenStep } from "./replay";
import type { Stage } from "./room";
import type { RankOrder } from "./zone";

export type Happening =
  | { kind: "opened" | "callOpened" | "callClosed" | "quarter" }
  | { kind: "stage"; stage: Stage }
  | { kind: "locked" | "unlocked"; version: number };

/** The list as it stood after the event `seq`. */
export type Moment = Happening & { seq: number; at: string };

const QUARTER_MS = 15 * 60 * 1000;

/** Oldest first. */
export function momentsOf(steps: readonly SeenStep[]): Moment[] {
  const moments: Moment[] = [];
  let toldOrder: RankOrder | undefined;
  let before: { seq: number; at: string; order: RankOrder } | undefined;
  for (const { event, order } of steps.slice(openingOf(steps))) {
    if (!("at" in event)) continue;
    const { seq, at } = event;
    const end = before && quarterEndAfter(before.at);
    if (before && end !== undefined && Date.parse(at) >= end && before.order !== toldOrder) {
      moments.push({ kind: "quarter", seq: before.seq, at: new Date(end).toISOString() });
      toldOrder = before.order;
    }
    const happening = happeningOf(event);
    if (happening) {
      moments.push({ ...happening, seq, at });
      toldOrder = order;
    }
    before = { seq, at, order };
  }
  return moments;
}

/** In milliseconds; quarters of an hour begin at the same time in every zone of the world. */
const quarterEndAfter = (at: string): number => (Math.floor(Date.parse(at) / QUARTER_MS) + 1) * QUARTER_MS;

function happeningOf(event: ViewEvent): Happening | undefined {
  switch (event.type) {
    case "preliminaryFrozen":
      return { kind: "opened" };
    case "stageChanged":
      return { kind: "stage", stage: event.stage };
    case "objectionCallOpened":
      return { kind: "callOpened" };
    case "objectionCallClosed":
      return { kind: "callClosed" };
    case "listLocked":
      return { kind: "locked", version: event.version };
    case "listUnlocked":
      return { kind: "unlocked", version: event.version };
    default:
      return undefined;
  }
}
