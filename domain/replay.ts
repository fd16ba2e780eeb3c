// A meeting's log once more, step by step, as one viewer may see it now (BACK-1): under the recusals and the role of today, whatever
// they were then. Nothing but the list is kept of a step, so a ballot cannot be on it.
import { statesAlong } from "./apply";
import type { MeetingEvent, ViewEvent } from "./events";
import type { ApplicantId, MeetingId } from "./ids";
import { emptyMeeting, type MeetingState } from "./meeting";
import { placeOf, rankOf, sameOrder } from "./rank-list";
import { redactEvent, type View, visibleOrder } from "./redact";
import type { RankOrder } from "./zone";

export interface SeenStep {
  event: ViewEvent;
  /** After the event, closed up for the viewer; the same object for as long as nothing of it changes for them. */
  order: RankOrder;
}

/** Where a replay stands: it goes on from there with the events that came since. */
export interface ReplayPoint {
  /** As it is, with everything. */
  state: MeetingState;
  /** As the viewer saw the list last. */
  order: RankOrder;
}

export function startOf(meetingId: MeetingId): ReplayPoint {
  const state = emptyMeeting(meetingId);
  return { state, order: state.order };
}

/** One by one, so that a server can do something else between them; `events` follow on the point. Returns where it stands then. */
export function* replayFrom(
  point: ReplayPoint,
  events: readonly MeetingEvent[],
  view: View,
): Generator<SeenStep, ReplayPoint> {
  const hidden = new Set(view.withheld);
  let index = 0;
  let { state, order } = point;
  for (const after of statesAlong(state, events)) {
    const event = redactEvent(events[index] as MeetingEvent, state, view);
    if (after.order !== state.order) {
      const seen = hidden.size === 0 ? after.order : visibleOrder(after.order, hidden);
      if (!sameOrder(order, seen)) order = seen;
    }
    yield { event, order };
    index += 1;
    state = after;
  }
  return { state, order };
}

/** When the viewer last saw something happen at this step or before it: a withheld event does not tell its time either. */
export function seenAt(steps: readonly SeenStep[], index: number): string | undefined {
  for (let at = index; at >= 0; at--) {
    const event = steps[at]?.event;
    if (event && "at" in event) return event.at;
  }
  return undefined;
}

/** The step by which the meeting opened with its preliminary list; the first where there was none. */
export const openingOf = (steps: readonly SeenStep[]): number =>
  Math.max(0, steps.map(({ event }) => event.type).lastIndexOf("preliminaryFrozen"));

/** An applicant's rank over the meeting (BACK-3): it changes by others' moves as well. */
export interface RankLine {
  /** From the opening on; else they came later, or there was none. */
  isFromOpening: boolean;
  /** The head of the log. */
  to: number;
  /** Seq and rank, from each change on; null: without a rank. */
  steps: readonly (readonly [seq: number, rank: number | null])[];
  /** How often they were moved themselves. */
  moves: number;
}

/** Null where they never stood on the list. */
export function rankLineOf(seen: readonly SeenStep[], id: ApplicantId): RankLine | null {
  const steps: [number, number | null][] = [];
  let shown: RankOrder | undefined;
  let moves = 0;
  const opening = openingOf(seen);
  for (const { event, order } of seen.slice(opening)) {
    if (isMoveOf(event, id)) moves += 1;
    if (order === shown || (steps.length === 0 && placeOf(order, id) === undefined)) continue;
    shown = order;
    const rank = rankOf(order, id) ?? null;
    if (steps.length === 0 || steps.at(-1)?.[1] !== rank) steps.push([event.seq, rank]);
  }
  const [first] = steps;
  if (!first) return null;
  const start = seen[opening]?.event;
  const isFromOpening = start?.type === "preliminaryFrozen" && start.seq === first[0];
  return { isFromOpening, to: seen.at(-1)?.event.seq ?? first[0], steps, moves };
}

export const isMoveOf = (event: ViewEvent, id: ApplicantId): boolean =>
  (event.type === "applicantMoved" && event.applicantId === id) ||
  (event.type === "applicantsMoved" && event.moves.some(({ applicantId }) => applicantId === id));
