// What the room asks of somebody who is not looking: said in the title of a tab that is behind, and when they are back.
import type { MemberId } from "./ids";
import type { MeetingState } from "./meeting";
import { mayAsk } from "./policy";
import { type ObjectionCall, openCallOf, openRoundOf } from "./room";

/** A call that ended longer ago is history, told by the minutes. */
const NEWS_MS = 30 * 60_000;

const answered = (call: ObjectionCall, memberId: MemberId): boolean =>
  call.noObjection.includes(memberId) || call.objections.some((objection) => objection.memberId === memberId);

const mayAnswer = (state: MeetingState, memberId: MemberId): boolean =>
  state.phase === "open" && mayAsk(state.members[memberId]?.role ?? "observer", "raiseObjection");

/** "Objections?", "Ballot?": what waits for this member's answer, or undefined. */
export function askedOf(state: MeetingState, memberId: MemberId): string | undefined {
  const call = openCallOf(state.room);
  if (call && mayAnswer(state, memberId) && !answered(call, memberId)) return "Objections?";
  const round = openRoundOf(state.room);
  if (!round || !mayAsk(state.members[memberId]?.role ?? "observer", "castBallot")) return undefined;
  const given = (applicantId: string) =>
    round.ballots.some((ballot) => ballot.applicantId === applicantId && ballot.memberId === memberId) ||
    (round.sealedBy[applicantId] ?? []).includes(memberId);
  return round.applicantIds.every(given) ? undefined : "Ballot?";
}

/**
 * The last call that is over and that this member has neither answered nor seen, be another open meanwhile: they can still object
 * (CALL-6). `seen`: ids of calls that stood before their eyes. `now`: the server's time, in ms.
 */
export function missedCall(
  state: MeetingState,
  memberId: MemberId,
  seen: ReadonlySet<string>,
  now: number,
): ObjectionCall | undefined {
  if (!mayAnswer(state, memberId)) return undefined;
  const isMissed = (call: ObjectionCall): boolean =>
    call.closed !== undefined &&
    call.applicantIds.length > 0 &&
    call.by !== memberId &&
    !seen.has(call.id) &&
    !answered(call, memberId) &&
    now - Date.parse(call.closed.at) < NEWS_MS;
  return [...state.room.calls].reverse().find(isMissed);
}

/** The last call that is over and for which words of this member wait on their device: they can be sent late (CALL-6). */
export function unsentCall(
  state: MeetingState,
  memberId: MemberId,
  hasWords: (callId: string) => boolean,
): ObjectionCall | undefined {
  if (!mayAnswer(state, memberId)) return undefined;
  return [...state.room.calls].reverse().find(({ id, closed }) => closed && hasWords(id));
}
