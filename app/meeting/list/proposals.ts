// Moves that wait for a host, as the list has them: on the row of the applicant where they would go and who asks (PROPOSE-3), and
// the host's answer by key or menu. Fetched when something is proposed.
import type { ApplicantId } from "../../../domain/ids";
import type { MeetingState } from "../../../domain/meeting";
import { nameOf } from "../../../domain/meeting";
import { mayAskIn } from "../../../domain/policy";
import { rankAt } from "../../../domain/rejection";
import type { Proposal } from "../../../domain/room";
import type { MeetingStore } from "../../meeting-store/meeting-store";
import { isTitle } from "../../ui/initials";
import { announce } from "../../ui/live-region";
import type { MeetingActions } from "../meeting-actions";
import { moveSentence, nameIn, placeWords, standingIn } from "../move-words";

export type ProposalAnswer = "acceptProposal" | "declineProposal";

export const proposalsFor = (state: MeetingState, id: ApplicantId): Proposal[] =>
  state.room.proposals.filter(({ applicantId }) => applicantId === id);

/** The rank it asks for on this viewer's list, or the zone. */
export const proposedPlace = (state: MeetingState, { applicantId, to }: Proposal): number | string =>
  rankAt(state, applicantId, to) ?? placeWords[to.zone];

export const proposerOf = (state: MeetingState, { by }: Proposal): string => (by && nameOf(state, by)) ?? "A member";

/** "7, M. Chen": of the newest, and how many more there are. */
export function proposedMoves(state: MeetingState): ReadonlyMap<ApplicantId, string> {
  const words = new Map<ApplicantId, string>();
  for (const proposal of state.room.proposals) {
    const others = proposalsFor(state, proposal.applicantId).length - 1;
    const who = `${proposedPlace(state, proposal)}, ${shortName(proposerOf(state, proposal))}`;
    words.set(proposal.applicantId, others > 0 ? `${who} +${others}` : who);
  }
  return words;
}

/** `Dr. Maya Chen` as `M. Chen`. */
export function shortName(name: string): string {
  const [first = "", ...rest] = name.split(/\s+/).filter((word) => !isTitle(word));
  const last = rest.at(-1);
  return last === undefined ? first : `${[...first][0]}. ${last}`;
}

export interface AnswerParts {
  store: MeetingStore;
  actions: MeetingActions;
  /** An accepted move is shown as one of mine. */
  ownMoves: Set<ApplicantId>;
}

export async function answerProposal(
  parts: AnswerParts,
  { id, applicantId }: Proposal,
  type: ProposalAnswer,
): Promise<void> {
  const { store, actions, ownMoves } = parts;
  const { state } = store.getSnapshot();
  const from = standingIn(state, applicantId);
  if (type === "acceptProposal") ownMoves.add(applicantId);
  const answer = await actions.run({ type, proposalId: id });
  if (!answer.ok) {
    ownMoves.delete(applicantId);
    return;
  }
  // What the server has said may be a frame ahead of the screen.
  if (type === "acceptProposal") announce(`Accepted. ${moveSentence(store.getConfirmed(), applicantId, from)}`);
  else announce(`Declined: ${nameIn(state, applicantId)} stays where they are.`);
}

/** By a key on the row. One key cannot say which of two, so then the row's menu asks. */
export function answerOnRow(
  parts: AnswerParts & { openMenu: (id: ApplicantId) => void },
  id: ApplicantId,
  type: ProposalAnswer,
) {
  const { state, memberId } = parts.store.getSnapshot();
  const [only, other] = proposalsFor(state, id);
  if (!only || !mayAskIn(state, memberId, type)) return;
  if (other) parts.openMenu(id);
  else void answerProposal(parts, only, type);
}
