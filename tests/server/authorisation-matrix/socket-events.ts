// The authorisation matrix of the sockets: every message and every command, and what each asker is answered. The compiler asks
// for a row for each. Answers stand in the order of `askers`, without nobody, who does not get past the handshake:
//   PD  associate PD  coordinator  chief  faculty  observer  administrator
//
//   +  theirs to ask (whatever the list says to it)      -  not of their role      x  no such meeting, or none of theirs
// Whoever came by passcode is answered as their role is, in the meeting that admitted them, and x in every other.
//   ?  no such applicant: what a recused member is told

import type { MemberCommand } from "../../../domain/commands";
import type { ClientToServer } from "../../../domain/protocol";
import type { CommandRow } from "./command-row";
import { roomRows } from "./room-socket-events";

const noMark = "dddddddd-0000-4000-8000-00000000dead";
const reason = "Said in the room.";

export const commandRows: { [Type in MemberCommand["type"]]: CommandRow } = {
  moveApplicant: {
    command: ({ applicantId }) => ({
      type: "moveApplicant",
      applicantId,
      to: { zone: "protected", after: null, before: null },
    }),
    own: "+ + + + + - x",
    recused: "? ? ? ? ? -",
  },
  moveApplicants: {
    command: ({ applicantId }) => ({
      type: "moveApplicants",
      applicantIds: [applicantId],
      to: { zone: "protected", after: null, before: null },
    }),
    own: "+ + + + + - x",
    recused: "? ? ? ? ? -",
  },
  redoMove: { command: () => ({ type: "redoMove" }), own: "+ + + + + - x" },
  undoMove: { command: () => ({ type: "undoMove" }), own: "+ + + + + - x" },
  endorseApplicant: {
    command: ({ applicantId }) => ({ type: "endorseApplicant", applicantId, strength: "workWith" }),
    own: "+ + - + + - x",
    recused: "? ? - ? ? -",
  },
  strikeEndorsement: {
    command: () => ({ type: "strikeEndorsement", markId: noMark, reason }),
    own: "+ + - + + - x",
  },
  raiseFlag: {
    command: ({ applicantId }) => ({
      type: "raiseFlag",
      applicantId,
      category: "other",
      provenance: "firstHand",
      sentence: reason,
    }),
    own: "+ + + + + - x",
    recused: "? ? ? ? ? -",
  },
  verifyFlag: { command: () => ({ type: "verifyFlag", markId: noMark, reason }), own: "+ + - - - - x" },
  dismissFlag: { command: () => ({ type: "dismissFlag", markId: noMark, reason }), own: "+ + - - - - x" },
  strikeFlag: { command: () => ({ type: "strikeFlag", markId: noMark, reason }), own: "+ + + + + - x" },
  declareRecusal: {
    // About nobody: a recusal that is declared would hide its applicant from the next rows.
    command: () => ({ type: "declareRecusal", applicantId: noMark }),
    own: "+ + + + + + x",
  },
  liftRecusal: {
    command: ({ applicantId, memberId }) => ({ type: "liftRecusal", memberId, applicantId, reason }),
    own: "+ - - - - - x",
    recused: "? - - - - -",
  },
  withdrawApplicant: {
    command: ({ applicantId }) => ({ type: "withdrawApplicant", applicantId }),
    own: "+ + + - - - x",
    recused: "? ? ? - - -",
  },
  reinstateApplicant: {
    command: ({ applicantId }) => ({ type: "reinstateApplicant", applicantId }),
    own: "+ + + - - - x",
    recused: "? ? ? - - -",
  },
  ...roomRows,
  changeSettings: { command: () => ({ type: "changeSettings", quota: 3 }), own: "+ - - - - - x" },
  // The last two: the list is open again after them.
  lockList: { command: () => ({ type: "lockList", reason }), own: "+ - - - - - x" },
  unlockList: { command: () => ({ type: "unlockList", reason }), own: "+ - - - - - x" },
};

/** Of messages but `command`: is there an answer, and which. */
export const messageRows: { [Event in keyof ClientToServer]: { own: string } | "see commandRows" | "unanswered" } = {
  join: { own: "+ + + + + + x" },
  command: "see commandRows",
  hold: "unanswered",
  leave: "unanswered",
};
