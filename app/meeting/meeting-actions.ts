// What a member does on the meeting screen, in one place: every move, undo and command goes through here, and every answer is
// said, as a toast for the eye and through the live region for the ear. Permission and rules stay in the domain.

import type { Anchor, MoveReason } from "../../domain/anchor";
import type { MemberCommand } from "../../domain/commands";
import { counted } from "../../domain/count-words";
import { decideRedo, decideUndo } from "../../domain/decide-undo";
import type { ApplicantId } from "../../domain/ids";
import { isAsked, moveNeed } from "../../domain/move-need";
import type { CommandAnswer } from "../../domain/protocol";
import { placeOf } from "../../domain/rank-list";
import { rankAt, sentenceOf } from "../../domain/rejection";
import type { MeetingStore } from "../meeting-store/meeting-store";
import { announce } from "../ui/live-region";
import { showToast, type ToastAction } from "../ui/toasts";
import type { DialogRequest } from "./dialogs/dialog-request";
import { moveBlock, offlineWords } from "./move-block";
import { moveSentence, standingIn } from "./move-words";

export interface MeetingActions {
  /** Opens a dialog over the meeting. */
  ask(request: DialogRequest): void;
  /** Opens an applicant's file beside the lists. */
  open(applicantId: ApplicantId): void;
  /** Goes to an applicant's row; to the file where the lists are behind another tab. */
  goTo(applicantId: ApplicantId): void;
  /** Moves, or first asks for what the move lacks. Resolves when the server has answered, or the question is on screen. */
  move(applicantId: ApplicantId, to: Anchor, reason?: MoveReason): Promise<void>;
  /** Takes back my last move. */
  undo(): Promise<void>;
  /** Makes again what I took back last. */
  redo(): Promise<void>;
  /** Sends any command; a refusal is said. */
  run(command: MemberCommand): Promise<CommandAnswer>;
}

interface ActionParts {
  store: MeetingStore;
  ask: (request: DialogRequest) => void;
  open: (applicantId: ApplicantId) => void;
  goTo: (applicantId: ApplicantId) => void;
  /** True from two seconds without a connection: nothing is sent then (UX, "Connection"). */
  isOffline: () => boolean;
  /** Why nothing can be moved on this screen at all. */
  shut: () => string | undefined;
  /** Before my own move is shown: the list lets it travel and keeps the focus on the applicant. */
  onOwnMove: (applicantId: ApplicantId) => void;
}

/** A sentence that everybody gets: on screen, and spoken. */
export function tell(sentence: string, action?: ToastAction): void {
  showToast(sentence, action);
  announce(sentence);
}

export function createMeetingActions(parts: ActionParts): MeetingActions {
  const { store, ask, open, goTo, isOffline, shut, onOwnMove } = parts;
  async function run(command: MemberCommand): Promise<CommandAnswer> {
    // A press is sent now or not at all: minutes later it would surprise the room. What is written in a form waits there.
    if (isOffline()) {
      tell(offlineWords);
      return { ok: false, code: "unavailable", message: offlineWords };
    }
    const answer = await store.send(command);
    if (!answer.ok) tell(answer.message);
    return answer;
  }

  function isBlocked(command: "moveApplicant" | "undoMove" | "redoMove"): boolean {
    const block = shut() ?? moveBlock(store.getSnapshot(), isOffline(), command);
    if (block) tell(block);
    return block !== undefined;
  }

  async function move(applicantId: ApplicantId, to: Anchor, reason?: MoveReason): Promise<void> {
    if (isBlocked("moveApplicant")) return;
    const { state, memberId } = store.getSnapshot();
    if (to.zone === "red" && placeOf(state.order, applicantId) === "red") return;
    const need = moveNeed(state, applicantId, to, memberId, reason);
    if (need && !isAsked(need)) return tell(sentenceOf({ code: need, applicantId }, state));
    if (need) return ask({ kind: "moveReason", applicantIds: [applicantId], to, need });
    const from = standingIn(state, applicantId);
    onOwnMove(applicantId);
    const answer = await run({ type: "moveApplicant", applicantId, to, ...(reason && { reason }) });
    if (answer.ok) announce(moveSentence(store.getSnapshot().state, applicantId, from));
  }

  async function undo(): Promise<void> {
    if (isBlocked("undoMove")) return;
    const { state, memberId } = store.getSnapshot();
    const decision = decideUndo(state, memberId);
    if (!decision.ok) {
      const { rejection } = decision;
      const back = rejection.code === "touchedSince" ? rejection.back : undefined;
      if (rejection.code !== "touchedSince" || !back) return tell(sentenceOf(rejection, state));
      const rank = rankAt(state, rejection.applicantId, back);
      const label = rank === undefined ? "Move back" : `Move back to ${rank}`;
      return tell(sentenceOf(rejection, state), { label, run: () => void move(rejection.applicantId, back) });
    }
    const event = decision.events[0];
    if (event?.type === "applicantsMoved") {
      for (const { applicantId } of event.moves) onOwnMove(applicantId);
      const together = await run({ type: "undoMove" });
      if (together.ok) announce(`Taken back: ${counted(event.moves.length, "applicant")}.`);
      return;
    }
    if (event?.type !== "applicantMoved") return;
    const from = standingIn(state, event.applicantId);
    onOwnMove(event.applicantId);
    const answer = await run({ type: "undoMove" });
    if (answer.ok) announce(`Taken back. ${moveSentence(store.getSnapshot().state, event.applicantId, from)}`);
  }

  async function redo(): Promise<void> {
    if (isBlocked("redoMove")) return;
    const { state, memberId } = store.getSnapshot();
    const decision = decideRedo(state, memberId);
    if (!decision.ok) return tell(sentenceOf(decision.rejection, state));
    for (const event of decision.events) {
      if (event.type === "applicantMoved") onOwnMove(event.applicantId);
      if (event.type === "applicantsMoved") for (const { applicantId } of event.moves) onOwnMove(applicantId);
    }
    const answer = await run({ type: "redoMove" });
    if (answer.ok) announce("Made again. Undo available.");
  }

  return { ask, open, goTo, move, undo, redo, run };
}
