// Why I cannot move anybody at the moment, as a sentence: my role, the lock, or a lost connection. Undefined when I can.
// The rules are the domain's; this only asks before the person tries.
import { mayAsk, permissions } from "../../domain/policy";
import { sentenceOf } from "../../domain/rejection";
import type { MeetingSnapshot } from "../meeting-store/meeting-store";

export const offlineWords =
  "The connection is lost, so this was not sent. What you have written is kept. Press again when it is back.";

const offlineSentence =
  "The connection is lost, so nothing can be moved. What you have written is kept, and moving works again when it is back.";

export function moveBlock(
  { state, memberId, connection }: Pick<MeetingSnapshot, "state" | "memberId" | "connection">,
  isOffline: boolean,
  command: "moveApplicant" | "undoMove" | "redoMove" = "moveApplicant",
): string | undefined {
  const role = state.members[memberId]?.role ?? "observer";
  if (!mayAsk(role, command)) {
    return sentenceOf({ code: "notAllowed", role, action: permissions[command].words }, state);
  }
  if (state.phase === "locked") return sentenceOf({ code: "listLocked" }, state);
  if (connection === "updated") return "Rank Room was updated. Reload the page to go on moving applicants.";
  if (connection === "signedOut") return "You are signed out. Sign in again to go on moving applicants.";
  if (connection === "gone") return "This meeting is no longer open to you.";
  return isOffline ? offlineSentence : undefined;
}
