// `decide(state, command, actor) → events | rejection`: every rule, pure. Members' own commands are decided in the browser too,
// optimistically (decide-member). Event bodies leave unstamped: seq, time and author are the server's to give.
import type { Command } from "./commands";
import { decideArrange, decideFreeze } from "./decide-draft";
import { decideFileChange } from "./decide-file";
import { decideForMember } from "./decide-member";
import { decideOpening } from "./decide-opening";
import { decideFollow } from "./decide-program";
import { decideSeason } from "./decide-season";
import { accept, type Decision, reject } from "./decision";
import type { CommandId } from "./ids";
import type { MeetingState } from "./meeting";
import { type Actor, refusalOf } from "./policy";

/** `commandId` becomes the id of the mark that the command makes, so that a resend makes the same one. */
export function decide(state: MeetingState, command: Command, actor: Actor, commandId: CommandId): Decision {
  const refusal = refusalOf(state, command, actor);
  if (refusal) return reject(refusal);
  if (command.type === "importSeason") return decideSeason(state, command);
  if (command.type === "changeApplicantFile") return decideFileChange(state, command);
  if (command.type === "followProgram") return decideFollow(state, command);
  if (command.type === "openFromDraft") return decideOpening(state, command);
  if (command.type === "purgeMeeting") {
    return accept({ type: "meetingPurged", taken: command.taken });
  }
  if (actor.kind === "system") return reject({ code: "notAMember" });
  if (command.type === "arrangeList") return decideArrange(state, command, actor.memberId);
  if (command.type === "freezeDraft") return decideFreeze(state, command, actor.memberId);
  return decideForMember(state, command, actor.memberId, commandId);
}
