// The list as it stood after an event of the log, in a viewer's own ranks (BACK-1): in its order, red and unplaced by name. Beside each
// rank the one on the preliminary list and the one of now.
import type { ApplicantId } from "./ids";
import { alphabetically, type MeetingState } from "./meeting";
import { emptyOrder, ranksIn } from "./rank-list";
import type { SeenStep } from "./replay";
import type { Place } from "./zone";

export interface PastRow {
  id: ApplicantId;
  name: string;
  place: Place;
  rank?: number;
  /** Undefined: no rank there. */
  preliminaryRank?: number;
  rankNow?: number;
}

/** `steps` end with the one in question, and both are as the same viewer may see the meeting now. */
export function pastRows(steps: readonly SeenStep[], now: MeetingState): PastRow[] {
  const order = steps.at(-1)?.order;
  if (!order) return [];
  const names = namesIn(steps, now);
  const lists = [order, now.preliminary, now.order].map((one) => ranksIn(one ?? emptyOrder));
  const rowOf = (place: Place) => (id: ApplicantId) => {
    const [rank, preliminaryRank, rankNow] = lists.map((ranks) => ranks.get(id));
    return {
      ...{ id, name: names[id]?.name ?? "", place },
      ...(rank !== undefined && { rank }),
      ...(preliminaryRank !== undefined && { preliminaryRank }),
      ...(rankNow !== undefined && { rankNow }),
    };
  };
  const past = { order, applicants: names };
  return [
    ...order.protected.map(rowOf("protected")),
    ...order.middle.map(rowOf("middle")),
    ...alphabetically(past, "red").map(rowOf("red")),
    ...alphabetically(past, "unplaced").map(rowOf("unplaced")),
  ];
}

/** As they are called now; whoever has been taken out since, as they were called when they came. */
function namesIn(steps: readonly SeenStep[], now: MeetingState): MeetingState["applicants"] {
  const gone = steps.flatMap(({ event }) =>
    event.type === "applicantAdded" && !now.applicants[event.applicant.id]
      ? [[event.applicant.id, event.applicant] as const]
      : [],
  );
  return gone.length === 0 ? now.applicants : { ...Object.fromEntries(gone), ...now.applicants };
}
