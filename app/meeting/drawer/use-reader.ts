// Who reads marks here, and may therefore do what about them.
import { useMeeting } from "../../meeting-store/use-meeting";
import type { Reader } from "./mark-acts";

export function useReader(): Reader {
  const memberId = useMeeting((snapshot) => snapshot.memberId);
  const role = useMeeting(({ state }) => state.members[memberId]?.role ?? "observer");
  const isLocked = useMeeting(({ state }) => state.phase === "locked");
  return { memberId, role, isLocked };
}
