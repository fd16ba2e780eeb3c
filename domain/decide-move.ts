// Decisions about moves: the rules of the zones (ZONE-1 … ZONE-3) and of undo (UNDO-1, UNDO-2).

import type { Anchor, MoveReason } from "./anchor";
import type { MemberCommand } from "./commands";
import { accept, type Decision, reject } from "./decision";
import type { CommandId } from "./ids";
import { isVerified } from "./marks";
import { flagsOf, isRecused, type MeetingState } from "./meeting";
import { isHost } from "./member";
import { moveTo, placeOf, sameOrder } from "./rank-list";

type Move = Extract<MemberCommand, { type: "moveApplicant" }>;

/** What a move still lacks before it may be made; undefined when nothing. Screens ask this before they ask the person. */
export type MoveNeed = "redNeedsReason" | "protectedNeedsReason" | "protectedNeedsVerifiedFlag";

export function moveNeed(
  state: MeetingState,
  applicantId: string,
  to: Anchor["zone"],
  by: string,
  reason?: MoveReason,
): MoveNeed | undefined {
  const from = placeOf(state.order, applicantId);
  // A draft is nobody's word yet: its reasons are asked for when the room changes it (DRAFT-2).
  if (from === to || state.kind === "draft") return undefined;
  const hasSentence = !!reason?.sentence;
  if (from === "protected" && !flagsOf(state, applicantId).some(isVerified)) {
    if (!isHost(state.members[by]?.role ?? "observer")) return "protectedNeedsVerifiedFlag";
    if (to !== "red" && !hasSentence) return "protectedNeedsReason";
  }
  if (to === "red" && !(reason?.category && hasSentence)) return "redNeedsReason";
  return undefined;
}

/** Where direct moves are off, what others than hosts ask for waits for a host (PROPOSE-1). */
const isProposal = (state: MeetingState, by: string): boolean =>
  !state.room.directMoves && !isHost(state.members[by]?.role ?? "observer");

export function decideMove(state: MeetingState, command: Move, by: string, commandId: CommandId): Decision {
  const { applicantId, to, reason } = command;
  const applicant = state.applicants[applicantId];
  if (!applicant) return reject({ code: "applicantUnknown" });
  if (applicant.withdrawn) return reject({ code: "applicantWithdrawn", applicantId });
  const from = placeOf(state.order, applicantId);
  if (!from) return reject({ code: "applicantUnknown" });
  const need = moveNeed(state, applicantId, to.zone, by, reason);
  if (need) return reject({ code: need });
  const anchor = closeUp(state, to, by);
  const next = anchor && moveTo(state.order, applicantId, anchor);
  if (!next) return reject({ code: "anchorGone", applicantId });
  // Dropped where they stand: right already, so nothing happened.
  if (sameOrder(next, state.order) && from === to.zone) return accept();
  if (isProposal(state, by)) {
    return accept({ type: "moveProposed", proposalId: commandId, applicantId, to: anchor, ...(reason && { reason }) });
  }
  return accept({ type: "applicantMoved", applicantId, from, to: anchor, ...(reason && { reason }) });
}

/** PROPOSE-2: a host makes the proposed move, with its reason; who proposed it stays beside it in the log. */
export function decideAcceptance(state: MeetingState, proposalId: string, by: string): Decision {
  const proposal = state.room.proposals.find(({ id }) => id === proposalId);
  if (!proposal || isRecused(state, by, proposal.applicantId)) return reject({ code: "proposalGone" });
  const { applicantId, to, reason } = proposal;
  const from = placeOf(state.order, applicantId);
  if (!from || !moveTo(state.order, applicantId, to)) return reject({ code: "anchorGone", applicantId });
  const need = moveNeed(state, applicantId, to.zone, by, reason);
  if (need) return reject({ code: need });
  return accept({ type: "applicantMoved", applicantId, from, to, proposalId, ...(reason && { reason }) });
}

/** An anchor may not name an applicant withheld from its author: such a neighbour counts as gone (SEE-1). */
function closeUp(state: MeetingState, to: Anchor, by: string): Anchor | undefined {
  if (to.zone === "red") return { zone: "red", after: null, before: null };
  const known = (id: string | null) => (id !== null && isRecused(state, by, id) ? null : id);
  const after = known(to.after);
  const before = known(to.before);
  const named = to.after !== null || to.before !== null;
  return named && after === null && before === null ? undefined : { zone: to.zone, after, before };
}

/** My last move, if its outcome still stands (UNDO-1). */
export function decideUndo(state: MeetingState, by: string): Decision {
  const last = [...(state.undoable[by] ?? [])]
    .reverse()
    .find((entry) => !isRecused(state, by, entry.applicantId) && !state.applicants[entry.applicantId]?.withdrawn);
  if (!last?.from) return reject({ code: "nothingToUndo" });
  const { applicantId } = last;
  const to = wayBack(state, last.from, last.seq);
  const from = placeOf(state.order, applicantId);
  const isUntouched = state.lastMoves[applicantId]?.standing === last.seq;
  if (!from || !isUntouched || !moveTo(state.order, applicantId, to)) {
    return reject({ code: "touchedSince", applicantId, back: to });
  }
  return accept({ type: "applicantMoved", applicantId, from, to, undoOf: last.seq });
}

/**
 * The anchor back: a neighbour that has itself moved since says nothing about the old place, so the other one serves.
 * Ranks are not remembered, because they differ for a recused viewer.
 */
function wayBack(state: MeetingState, from: Anchor, since: number): Anchor {
  if (from.zone === "red") return from;
  const list = state.order[from.zone];
  const stayed = (id: string | null) =>
    id !== null && list.includes(id) && (state.lastMoves[id]?.seq ?? 0) < since ? id : null;
  const after = stayed(from.after);
  const before = stayed(from.before);
  if (after !== null || before !== null) return { zone: from.zone, after, before };
  if (from.after === null) return { zone: from.zone, after: null, before: list[0] ?? null };
  if (from.before === null) return { zone: from.zone, after: list.at(-1) ?? null, before: null };
  return from;
}
