// Decisions about moves: the rules of the zones (ZONE-1 … ZONE-5), one applicant or a selection (ORD-5).
import type { Anchor } from "./anchor";
import type { MemberCommand } from "./commands";
import { accept, type Decision, reject } from "./decision";
import type { CommandId } from "./ids";
import { isRecused, type MeetingState } from "./meeting";
import { isProposal, needAfter } from "./move-need";
import { moveTo, placeOf, sameOrder } from "./rank-list";
import type { Place } from "./zone";

type Move = Extract<MemberCommand, { type: "moveApplicant" }>;

export function decideMove(state: MeetingState, command: Move, by: string, commandId: CommandId): Decision {
  const { applicantId, to, reason } = command;
  const applicant = state.applicants[applicantId];
  if (!applicant) return reject({ code: "applicantUnknown" });
  if (applicant.withdrawn) return reject({ code: "applicantWithdrawn", applicantId });
  const from = placeOf(state.order, applicantId);
  if (!from) return reject({ code: "applicantUnknown" });
  const anchor = closeUp(state, to, by);
  const next = anchor && moveTo(state.order, applicantId, anchor);
  if (!next) return reject({ code: "anchorGone", applicantId });
  const need = needAfter(state, applicantId, next, by, reason);
  if (need) return reject({ code: need, applicantId });
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
  const next = moveTo(state.order, applicantId, to);
  if (!from || !next) return reject({ code: "anchorGone", applicantId });
  const need = needAfter(state, applicantId, next, by, reason);
  if (need) return reject({ code: need, applicantId });
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

/**
 * A selection goes to one place together, as one event (ORD-5): the first to the anchor, each other behind the one before.
 * Neighbours that are part of the selection say nothing, so those beyond them serve.
 */
export function decideMoves(
  state: MeetingState,
  { applicantIds, to, reason }: Extract<MemberCommand, { type: "moveApplicants" }>,
  by: string,
): Decision {
  const chosen = [...new Set(applicantIds)];
  for (const applicantId of chosen) {
    const applicant = state.applicants[applicantId];
    if (!applicant || isRecused(state, by, applicantId)) return reject({ code: "applicantUnknown" });
    if (applicant.withdrawn) return reject({ code: "applicantWithdrawn", applicantId });
  }
  if (isProposal(state, by)) return reject({ code: "proposeOneByOne" });
  const selected = new Set(chosen);
  const anchor = closeUp(state, beyond(state.order[to.zone], to, selected), by);
  let { order } = state;
  let above: string | null = null;
  const moves: { applicantId: string; from: Place; to: Anchor }[] = [];
  for (const applicantId of chosen) {
    const from = placeOf(order, applicantId);
    const place: Anchor | undefined =
      above === null || to.zone === "red" ? anchor : { zone: to.zone, after: above, before: null };
    const next = place && moveTo(order, applicantId, place);
    if (!from || !next) return reject({ code: "anchorGone", applicantId });
    moves.push({ applicantId, from, to: place });
    order = next;
    above = applicantId;
  }
  for (const applicantId of chosen) {
    const need = needAfter(state, applicantId, order, by, reason);
    if (need) return reject({ code: need, applicantId });
  }
  if (sameOrder(order, state.order)) return accept();
  return accept({ type: "applicantsMoved", moves, ...(reason && { reason }) });
}

/** The anchor without neighbours that go along. */
function beyond(list: readonly string[], to: Anchor, selected: ReadonlySet<string>): Anchor {
  if (to.zone === "red") return to;
  const seek = (id: string | null, step: 1 | -1): string | null => {
    if (id === null || !selected.has(id)) return id;
    for (let at = list.indexOf(id); at >= 0 && at < list.length; at += step) {
      const other = list[at];
      if (other !== undefined && !selected.has(other)) return other;
    }
    return null;
  };
  return { zone: to.zone, after: seek(to.after, -1), before: seek(to.before, 1) };
}
