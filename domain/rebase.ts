// The optimistic screen: confirmed state, and the viewer's own pending commands decided again on top of it (SYNC-2). No
// inverse diffs: when something arrives, the pending ones are simply decided anew.
import { apply } from "./apply";
import type { MemberCommand } from "./commands";
import { decideAtOnce, waitsForServer } from "./decide-at-once";
import type { CommandId, MemberId } from "./ids";
import type { MeetingState } from "./meeting";

export interface PendingCommand {
  id: CommandId;
  command: MemberCommand;
  /** ISO time at which it was asked, for display until the server's own stamp arrives. */
  at: string;
}

/** Confirmed state with the pending commands on top. A command that no longer fits shows nothing: the server's answer will say why. */
export function rebase(confirmed: MeetingState, pending: readonly PendingCommand[], memberId: MemberId): MeetingState {
  let state = confirmed;
  for (const { id, command, at } of pending) {
    if (waitsForServer(command)) continue;
    const decision = decideAtOnce(state, command, memberId, id);
    if (!decision.ok) continue;
    for (const body of decision.events) {
      state = apply(state, { ...body, seq: state.seq + 1, at, by: memberId, commandId: id });
    }
  }
  return state === confirmed ? confirmed : { ...state, seq: confirmed.seq };
}
