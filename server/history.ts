// One applicant's history as a viewer may read it: every event about them, with the standings in the viewer's own numbers.
import { apply } from "../domain/apply";
import type { MeetingEvent } from "../domain/events";
import type { ApplicantId, MeetingId } from "../domain/ids";
import { emptyMeeting, type MeetingState } from "../domain/meeting";
import { placeOf, rankOf } from "../domain/rank-list";
import { redactEvent, type View } from "../domain/redact";
import type { RankOrder } from "../domain/zone";
import type { HistoryEntry, Standing } from "./load-context";

/** Newest last. The caller has made sure that the applicant is not withheld from the viewer. */
export function historyOf(
  meetingId: MeetingId,
  events: readonly MeetingEvent[],
  applicantId: ApplicantId,
  view: View,
): HistoryEntry[] {
  const hidden = new Set(view.withheld);
  const entries: HistoryEntry[] = [];
  let state: MeetingState = emptyMeeting(meetingId);
  for (const event of events) {
    const before = state;
    state = apply(before, event);
    if (!concerns(event, applicantId)) continue;
    const seen = redactEvent(event, before, view);
    if (seen.type === "withheld" || seen.type === "ballotCounted") continue;
    const from = standing(before.order, applicantId, hidden);
    const to = standing(state.order, applicantId, hidden);
    const isMove = event.type === "applicantMoved" || event.type === "applicantsMoved";
    const hasMoved = from?.place !== to?.place || from?.rank !== to?.rank || isMove;
    entries.push({ seq: event.seq, event: alone(seen, applicantId), ...(hasMoved && { from, to }) });
  }
  return entries;
}

const concerns = (event: MeetingEvent, id: ApplicantId): boolean =>
  ("applicantId" in event && event.applicantId === id) ||
  (event.type === "applicantAdded" && event.applicant.id === id) ||
  (event.type === "applicantsMoved" && event.moves.some((move) => move.applicantId === id)) ||
  event.type === "preliminaryFrozen";

/** The freeze names everybody, and a selection several; here it is about one. */
function alone(event: MeetingEvent, id: ApplicantId): MeetingEvent {
  if (event.type === "applicantsMoved") {
    return { ...event, moves: event.moves.filter((move) => move.applicantId === id) };
  }
  if (event.type !== "preliminaryFrozen") return event;
  const own = (ids: readonly string[]) => ids.filter((other) => other === id);
  return { ...event, protected: own(event.protected), middle: own(event.middle), red: own(event.red) };
}

function standing(order: RankOrder, id: ApplicantId, hidden: ReadonlySet<string>): Standing | undefined {
  const place = placeOf(order, id);
  if (!place) return undefined;
  const seen = (ids: readonly string[]) => (hidden.size === 0 ? ids : ids.filter((other) => !hidden.has(other)));
  const rank = rankOf({ ...order, protected: seen(order.protected), middle: seen(order.middle) }, id);
  return { place, ...(rank !== undefined && { rank }) };
}
