// The lock: checks, the list read back, the director's signature; and once it is locked, what was locked (LOCK-1 … LOCK-4).
import { useMeeting } from "../../meeting-store/use-meeting";
import { LockForm } from "./lock-form";
import { LockedPanel } from "./locked-panel";

export function LockDialog({ onDone }: { onDone: () => void }) {
  const isLocked = useMeeting(({ state }) => state.phase === "locked");
  return isLocked ? <LockedPanel onDone={onDone} /> : <LockForm onDone={onDone} />;
}
