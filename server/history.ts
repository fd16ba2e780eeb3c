// One applicant's history as a viewer may read it: every event about them, with the standings in the viewer's own numbers, and the
// line of their rank.
import type { MeetingEvent } from "../domain/events";
import type { ApplicantId } from "../domain/ids";
import { placeOf, rankOf } from "../domain/rank-list";
import { isMoveOf, rankLineOf, type SeenStep } from "../domain/replay";
import type { RankOrder } from "../domain/zone";
import type { ApplicantHistory, HistoryEntry, Standing } from "./load-context";

/** Newest last. The caller has made sure that the applicant is not withheld from the viewer. */
export function historyOf(steps: readonly SeenStep[], applicantId: ApplicantId): ApplicantHistory {
  const entries: HistoryEntry[] = [];
  for (const [index, { event, order }] of steps.entries()) {
    if (event.type === "withheld" || event.type === "ballotCounted" || !concerns(event, applicantId)) continue;
    const before = steps[index - 1]?.order;
    const from = before && standing(before, applicantId);
    const to = standing(order, applicantId);
    const hasMoved = from?.place !== to?.place || from?.rank !== to?.rank || isMoveOf(event, applicantId);
    entries.push({ seq: event.seq, event: alone(event, applicantId), ...(hasMoved && { from, to }) });
  }
  return { entries, line: rankLineOf(steps, applicantId) };
}

const concerns = (event: MeetingEvent, id: ApplicantId): boolean =>
  ("applicantId" in event && event.applicantId === id) ||
  (event.type === "applicantAdded" && event.applicant.id === id) ||
  (event.type === "applicantsMoved" && event.moves.some((move) => move.applicantId === id)) ||
  event.type === "preliminaryFrozen" ||
  event.type === "listArranged";

/** These name everybody, and a selection several; here it is about one. */
function alone(event: MeetingEvent, id: ApplicantId): MeetingEvent {
  if (event.type === "applicantsMoved") {
    return { ...event, moves: event.moves.filter((move) => move.applicantId === id) };
  }
  if (event.type !== "preliminaryFrozen" && event.type !== "listArranged") return event;
  const own = (ids: readonly string[]) => ids.filter((other) => other === id);
  return { ...event, protected: own(event.protected), middle: own(event.middle), red: own(event.red) };
}

function standing(order: RankOrder, id: ApplicantId): Standing | undefined {
  const place = placeOf(order, id);
  const rank = rankOf(order, id);
  return place && { place, ...(rank !== undefined && { rank }) };
}
