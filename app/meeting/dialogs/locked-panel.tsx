// What was locked: for the director right after the lock, and for everybody while it lasts.
import { useMeeting } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import { Sheet } from "../../ui/dialog";
import { LockedFacts } from "./locked-facts";

export function LockedPanel({ onDone }: { onDone: () => void }) {
  const lock = useMeeting(({ state }) => state.locks.at(-1));
  if (!lock) return null;
  return (
    <Sheet
      isOpen
      title={`Locked: version ${lock.version}`}
      onClose={onDone}
      actions={
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      }
    >
      <LockedFacts lock={lock} />
    </Sheet>
  );
}
