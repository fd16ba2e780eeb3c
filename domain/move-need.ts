// What a move lacks before it may be made (ZONE-1 … ZONE-6): decided for one applicant or a selection, on the mover's own list, so
// that a refusal tells nobody where somebody withheld from them stands.
import type { Anchor, MoveReason } from "./anchor";
import type { ApplicantId, MemberId } from "./ids";
import { lastMoveOf } from "./last-moves";
import { isVerified } from "./marks";
import { endorsementsOf, flagsOf, type MeetingState } from "./meeting";
import { isHost } from "./member";
import { hostsRoom } from "./policy";
import { moveTo, placeOf } from "./rank-list";
import type { MoveNeed } from "./rejection";
import type { RankOrder } from "./zone";

/** So many places may somebody protected fall without a word, in all (ZONE-4). */
export const FALL_MOST = 10;

/** What a dialog can ask for; the others are refused. */
export type AskedNeed = Exclude<
  MoveNeed,
  "redNeedsWitness" | "protectedNeedsVerifiedFlag" | "protectedNeedsEndorsement"
>;
export const isAsked = (need: string): need is AskedNeed => need.endsWith("Reason");

/** Where direct moves are off, what others than hosts ask for waits for a host (PROPOSE-1). */
export const isProposal = (state: MeetingState, by: MemberId): boolean =>
  !state.room.directMoves && !hostsRoom(state, by);

/** Of one move; undefined when nothing is lacking. Screens ask this before they ask the person. */
export function moveNeed(
  state: MeetingState,
  applicantId: ApplicantId,
  to: Anchor,
  by: MemberId,
  reason?: MoveReason,
): MoveNeed | undefined {
  const after = moveTo(state.order, applicantId, to);
  // Refused for another reason: the neighbours are gone.
  return after && needAfter(state, applicantId, after, by, reason);
}

/** Of one of those whom a move takes from the state's order to another. */
export function needAfter(
  state: MeetingState,
  applicantId: ApplicantId,
  after: RankOrder,
  by: MemberId,
  reason: MoveReason = {},
): MoveNeed | undefined {
  // A draft is nobody's word yet: its reasons are asked for when the room changes it (DRAFT-2).
  if (state.kind === "draft") return undefined;
  const { category, provenance, sentence } = reason;
  const hosts = isHost(state.members[by]?.role ?? "observer");
  // What a host alone may do can be proposed: a host makes the move.
  const isHostsToSay = hosts || isProposal(state, by);
  const from = placeOf(state.order, applicantId);
  const to = placeOf(after, applicantId);
  if (from === to) {
    const falls = from === "protected" && !hosts && !sentence && isFarFall(state, applicantId, after, by);
    return falls ? "fallNeedsReason" : undefined;
  }
  const hasVerified = flagsOf(state, applicantId).some(isVerified);
  if (from === "protected" && !hasVerified) {
    if (!hosts) return "protectedNeedsVerifiedFlag";
    if (to !== "red" && !sentence) return "protectedNeedsReason";
  }
  if (to === "red") {
    if (!(category && provenance && sentence)) return "redNeedsReason";
    if (provenance === "secondHand" && !isHostsToSay && !hasVerified) return "redNeedsWitness";
  }
  if (to === "protected" && !isHostsToSay && endorsementsOf(state, applicantId).length === 0)
    return "protectedNeedsEndorsement";
  return undefined;
}

/** ZONE-4: across the line of the quota, or with the falls before behind more than ten. */
function isFarFall(state: MeetingState, id: ApplicantId, after: RankOrder, by: MemberId): boolean {
  const hidden = state.recusals[by] ?? [];
  const seen = (order: RankOrder) => order.protected.filter((one) => !hidden.includes(one));
  const was = seen(state.order);
  const is = seen(after);
  const behind = passedBy(was, is, id);
  if (behind.length === 0) return false;
  if (was.indexOf(id) < state.quota && is.indexOf(id) >= state.quota) return true;
  const above = is.slice(0, is.indexOf(id));
  const before = lastMoveOf(state.lastMoves, id)?.behind ?? [];
  return new Set([...behind, ...before.filter((one) => above.includes(one))]).size > FALL_MOST;
}

/** Who stood below the applicant in the one list, and stands above them in the other. */
export function passedBy(was: readonly ApplicantId[], is: readonly ApplicantId[], id: ApplicantId): ApplicantId[] {
  const at = was.indexOf(id);
  return at < 0 ? [] : is.slice(0, is.indexOf(id)).filter((one) => was.indexOf(one) > at);
}
