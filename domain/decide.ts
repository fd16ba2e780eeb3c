// `decide(state, command, actor) → events | rejection`: the rules of the list, pure. The same function answers on the server
// and, optimistically, in the browser. Event bodies leave unstamped: seq, time and author are the server's to give.
import type { Command, MemberCommand } from "./commands";
import { decideFileChange } from "./decide-file";
import { decideEndorsement, decideFlag, decideStrike, decideVerdict } from "./decide-mark";
import { decideMove, decideUndo } from "./decide-move";
import { decideFollow } from "./decide-program";
import { decideImport, decideImportUndo, decideSeason } from "./decide-season";
import { accept, type Decision, reject } from "./decision";
import type { CommandId } from "./ids";
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
  if (command.type === "purgeMeeting") {
    return accept({ type: "meetingPurged", taken: command.taken });
  }
  if (actor.kind === "system") return reject({ code: "notAMember" });
  return decideForMember(state, command, actor.memberId, commandId);
}

function decideForMember(state: MeetingState, command: MemberCommand, by: string, commandId: CommandId): Decision {
  switch (command.type) {
    case "moveApplicant":
      return decideMove(state, command, by);
    case "undoMove":
      return decideUndo(state, by);
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
    case "withdrawApplicant":
    case "reinstateApplicant":
      return decidePresence(state, command);
    case "changeSettings":
      return accept({ type: "settingsChanged", quota: command.quota, championLimit: command.championLimit });
    case "lockList":
      return decideLock(state, command.reason);
    case "unlockList":
      if (state.phase !== "locked") return reject({ code: "listNotLocked" });
      return accept({ type: "listUnlocked", version: currentVersion(state), reason: command.reason });
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

/** LOCK-1 … LOCK-3: the PD's, once, after the checks; a warning wants a reason. */
function decideLock(state: MeetingState, reason: string | undefined): Decision {
  if (state.phase === "locked") return reject({ code: "listLocked" });
  const problems = lockProblems(state);
  const blocks = problems.filter((problem) => problem.severity === "block");
  if (blocks.length > 0) return reject({ code: "lockBlocked", problems: blocks });
  if (problems.length > 0 && !reason) return reject({ code: "lockNeedsReason", problems });
  return accept({ type: "listLocked", version: currentVersion(state) + 1, ...(reason && { reason }) });
}
