// The room's rows of the authorisation matrix of the sockets: see socket-events.
import type { RoomCommandType } from "../../../domain/commands";
import type { CommandRow } from "./command-row";

const nothing = "dddddddd-0000-4000-8000-00000000dead";
const hosts = "+ + - - - - x";
const ofHosts = "? ? - - - -";
const everybodyButObserver = "+ + + + + - x";

/** In an order in which each is possible: what a row begins, a later one does not need. */
export const roomRows: { [Type in RoomCommandType]: CommandRow } = {
  changeStage: { command: () => ({ type: "changeStage", stage: "agenda" }), own: hosts },
  spotlightApplicant: {
    command: ({ applicantId }) => ({ type: "spotlightApplicant", applicantId }),
    own: hosts,
    recused: ofHosts,
  },
  setTimer: { command: () => ({ type: "setTimer", seconds: 60 }), own: hosts },
  settleApplicant: {
    command: ({ applicantId }) => ({ type: "settleApplicant", applicantId, outcome: "held" }),
    own: hosts,
    recused: ofHosts,
  },
  addToAgenda: {
    command: ({ applicantId }) => ({ type: "addToAgenda", applicantId, why: "Few have met them." }),
    own: hosts,
    recused: ofHosts,
  },
  reorderAgenda: {
    command: ({ applicantId }) => ({ type: "reorderAgenda", applicantId, after: null }),
    own: hosts,
    recused: ofHosts,
  },
  markAgenda: {
    command: ({ applicantId }) => ({ type: "markAgenda", applicantId, status: "parked" }),
    own: hosts,
    recused: ofHosts,
  },
  openObjectionCall: {
    command: ({ applicantId }) => ({ type: "openObjectionCall", applicantIds: [applicantId], seconds: 60 }),
    own: hosts,
  },
  giveNoObjection: { command: () => ({ type: "giveNoObjection", callId: nothing }), own: everybodyButObserver },
  raiseObjection: {
    command: ({ applicantId }) => ({
      type: "raiseObjection",
      callId: nothing,
      applicantId,
      category: "other",
      sentence: "Said in the room.",
    }),
    own: everybodyButObserver,
    recused: "? ? ? ? ? -",
  },
  closeObjectionCall: { command: () => ({ type: "closeObjectionCall", callId: nothing }), own: hosts },
  openRound: {
    command: ({ applicantId }) => ({ type: "openRound", applicantIds: [applicantId], isAnonymous: false }),
    own: hosts,
  },
  castBallot: {
    command: ({ applicantId }) => ({ type: "castBallot", roundId: nothing, applicantId, choice: "neutral" }),
    own: "+ + - + + - x",
    recused: "? ? - ? ? -",
  },
  revealRound: { command: () => ({ type: "revealRound", roundId: nothing }), own: hosts },
  discardRound: {
    command: () => ({ type: "discardRound", roundId: nothing, reason: "Opened by mistake." }),
    own: hosts,
  },
  changeDirectMoves: { command: () => ({ type: "changeDirectMoves", isDirect: true }), own: hosts },
  handHost: { command: ({ memberId }) => ({ type: "handHost", memberId }), own: "+ - - - - - x" },
  takeHost: { command: ({ memberId }) => ({ type: "takeHost", memberId }), own: "+ - - - - - x" },
  acceptProposal: { command: () => ({ type: "acceptProposal", proposalId: nothing }), own: hosts },
  declineProposal: { command: () => ({ type: "declineProposal", proposalId: nothing }), own: hosts },
};
