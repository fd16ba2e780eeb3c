// The decisions that a screen may show before the server has said so (SYNC-2): moves, marks, who is on the list, settings. The
// browser carries these and no others; a lock, an unlock, a place in the log, and whatever changes what the
// viewer may see wait for the server.
import type { MemberCommand, RoomCommandType } from "./commands";
import { decideEndorsement, decideFlag, decideStrike, decideVerdict } from "./decide-mark";
import { decideMove, decideMoves } from "./decide-move";
import { decideRedo, decideUndo } from "./decide-undo";
import { accept, type Decision, reject } from "./decision";
import type { CommandId, MemberId } from "./ids";
import type { MeetingState } from "./meeting";
import { refusalOf } from "./policy";

/** Of the room nothing is guessed: what is asked of everybody is there when everybody has it. */
type WaitingType = "lockList" | "unlockList" | "declareRecusal" | "liftRecusal" | "takeSnapshot" | RoomCommandType;
export type WaitingCommand = Extract<MemberCommand, { type: WaitingType }>;
export type AtOnceCommand = Exclude<MemberCommand, WaitingCommand>;

const waits: Readonly<Record<WaitingType, true>> = {
  lockList: true,
  unlockList: true,
  declareRecusal: true,
  liftRecusal: true,
  takeSnapshot: true,
  changeStage: true,
  spotlightApplicant: true,
  setTimer: true,
  settleApplicant: true,
  addToAgenda: true,
  reorderAgenda: true,
  markAgenda: true,
  openObjectionCall: true,
  giveNoObjection: true,
  raiseObjection: true,
  closeObjectionCall: true,
  openRound: true,
  castBallot: true,
  revealRound: true,
  discardRound: true,
  changeDirectMoves: true,
  handHost: true,
  takeHost: true,
  acceptProposal: true,
  declineProposal: true,
};

export const waitsForServer = (command: MemberCommand): command is WaitingCommand => command.type in waits;

/** As `decide` answers it, permission included. */
export function decideAtOnce(
  state: MeetingState,
  command: AtOnceCommand,
  memberId: MemberId,
  commandId: CommandId,
): Decision {
  const refusal = refusalOf(state, command, { kind: "member", memberId });
  return refusal ? reject(refusal) : decideAllowed(state, command, memberId, commandId);
}

/** For a command that policy has let through. */
export function decideAllowed(
  state: MeetingState,
  command: AtOnceCommand,
  by: MemberId,
  commandId: CommandId,
): Decision {
  switch (command.type) {
    case "moveApplicant":
      return decideMove(state, command, by, commandId);
    case "moveApplicants":
      return decideMoves(state, command, by);
    case "undoMove":
      return decideUndo(state, by);
    case "redoMove":
      return decideRedo(state, by);
    case "endorseApplicant":
      return decideEndorsement(state, command, by, commandId);
    case "raiseFlag":
      return decideFlag(state, command, commandId);
    case "strikeEndorsement":
    case "strikeFlag":
      return decideStrike(state, command, by);
    case "verifyFlag":
    case "dismissFlag":
      return decideVerdict(state, command, by);
    case "withdrawApplicant":
    case "reinstateApplicant":
      return decidePresence(state, command);
    case "changeSettings":
      return accept({ type: "settingsChanged", quota: command.quota, championLimit: command.championLimit });
  }
}

function decidePresence(
  state: MeetingState,
  command: Extract<MemberCommand, { type: "withdrawApplicant" | "reinstateApplicant" }>,
): Decision {
  const { applicantId, reason } = command;
  const applicant = state.applicants[applicantId];
  if (!applicant) return reject({ code: "applicantUnknown" });
  const withdraws = command.type === "withdrawApplicant";
  if (applicant.withdrawn === withdraws) return reject({ code: withdraws ? "alreadyWithdrawn" : "notWithdrawn" });
  return accept({
    type: withdraws ? "applicantWithdrawn" : "applicantReinstated",
    applicantId,
    ...(reason && { reason }),
  });
}
