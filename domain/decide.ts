// `decide(state, command, actor) → events | rejection`: the rules of the list, pure. What a screen shows before the server has
// answered is decided by the same functions there (decide-at-once.ts). Event bodies leave unstamped: seq, time and author are
// the server's to give.
import type { Command, RoomCommand } from "./commands";
import { decideAllowed, type WaitingCommand, waitsForServer } from "./decide-at-once";
import { decideArrange, decideFreeze } from "./decide-draft";
import { decideFileChange } from "./decide-file";
import { decideHearing } from "./decide-hearing";
import { decideAcceptance } from "./decide-move";
import { decideOpening } from "./decide-opening";
import { decideFollow } from "./decide-program";
import { decideRoom, isRoomCommand } from "./decide-room";
import { decideImport, decideImportUndo, decideSeason } from "./decide-season";
import { accept, type Decision, reject } from "./decision";
import type { CommandId, MemberId } from "./ids";
import { lockProblems } from "./lock-checks";
import { currentVersion, isRecused, type MeetingState } from "./meeting";
import { type Actor, refusalOf } from "./policy";

/** `commandId` becomes the id of the mark that the command makes, so that a resend makes the same one. */
export function decide(state: MeetingState, command: Command, actor: Actor, commandId: CommandId): Decision {
  const refusal = refusalOf(state, command, actor);
  if (refusal) return reject(refusal);
  if (command.type === "importSeason") return decideSeason(state, command);
  if (command.type === "importApplicants") return decideImport(state, command, actor);
  if (command.type === "undoImport") return decideImportUndo(state, command, actor);
  if (command.type === "changeApplicantFile") return decideFileChange(state, command);
  if (command.type === "followProgram") return decideFollow(state, command);
  if (command.type === "openFromDraft") return decideOpening(state, command);
  if (command.type === "hearNotes") return decideHearing(state, command);
  if (command.type === "purgeMeeting") {
    return accept({ type: "meetingPurged", taken: command.taken });
  }
  if (isRoomCommand(command)) {
    return decideRoom(state, command, actor.kind === "member" ? actor.memberId : null, commandId);
  }
  if (actor.kind === "system") return reject({ code: "notAMember" });
  if (command.type === "arrangeList") return decideArrange(state, command, actor.memberId);
  if (command.type === "freezeDraft") return decideFreeze(state, command, actor.memberId);
  if (waitsForServer(command)) return decideWaiting(state, command, actor.memberId);
  return decideAllowed(state, command, actor.memberId, commandId);
}

function decideWaiting(
  state: MeetingState,
  command: Exclude<WaitingCommand, RoomCommand | { type: "revealRound" }>,
  by: MemberId,
): Decision {
  switch (command.type) {
    case "declareRecusal": {
      if (!state.applicants[command.applicantId]) return reject({ code: "applicantUnknown" });
      const { applicantId, reason } = command;
      return accept({ type: "recusalDeclared", memberId: by, applicantId, ...(reason && { reason }) });
    }
    case "liftRecusal": {
      const { memberId, applicantId, reason } = command;
      if (!state.members[memberId]) return reject({ code: "memberUnknown" });
      if (!isRecused(state, memberId, applicantId)) return reject({ code: "notRecused" });
      return accept({ type: "recusalLifted", memberId, applicantId, reason });
    }
    case "acceptProposal":
      return decideAcceptance(state, command.proposalId, by);
    case "lockList":
      return decideLock(state, command.reason);
    case "unlockList":
      if (state.phase !== "locked") return reject({ code: "listNotLocked" });
      return accept({ type: "listUnlocked", version: currentVersion(state), reason: command.reason });
    case "takeSnapshot":
      return accept({ type: "snapshotTaken", name: command.name });
  }
}

/** LOCK-1 … LOCK-3: the PD's, once, after the checks; a warning wants a reason. */
function decideLock(state: MeetingState, reason: string | undefined): Decision {
  if (state.phase === "locked") return reject({ code: "listLocked" });
  const problems = lockProblems(state);
  const blocks = problems.filter((problem) => problem.severity === "block");
  if (blocks.length > 0) return reject({ code: "lockBlocked", problems: blocks });
  if (problems.length > 0 && !reason) return reject({ code: "lockNeedsReason", problems });
  return accept({ type: "listLocked", version: currentVersion(state) + 1, ...(reason && { reason }) });
}
