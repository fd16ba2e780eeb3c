// The door from inside: the code and the passcode for the room, and who waits. Hosts admit and refuse; the coordinator looks on.
import { mayAtDoor } from "../../../domain/policy";
import { useMeeting } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import { Sheet } from "../../ui/dialog";
import { Refusal } from "../dialogs/form-dialog";
import { InvitationPanel } from "./invitation-panel";
import { QueueList } from "./queue-list";
import { useDoor } from "./use-door";

export function InviteDialog({ onDone }: { onDone: () => void }) {
  const meetingId = useMeeting(({ state }) => state.id);
  const role = useMeeting(({ state, memberId }) => state.members[memberId]?.role ?? "observer");
  const waiting = useMeeting(({ door }) => door.waiting);
  const { view, problem, act } = useDoor(meetingId, { reason: waiting });
  const isHost = mayAtDoor(role, "admit");

  return (
    <Sheet isOpen title="Invite the room" onClose={onDone}>
      <Refusal sentence={problem} />
      {!view && !problem && <p role="status">Looking at the door…</p>}
      {view && (
        <>
          <QueueList queue={view.queue} mayDecide={isHost} act={act} />
          {view.invitation ? (
            <InvitationPanel
              meetingId={meetingId}
              invitation={view.invitation}
              seated={view.seated}
              mayChange={isHost}
              act={act}
            />
          ) : (
            <div className="flex flex-col items-start gap-3 border-t border-hairline pt-4">
              <p>Nobody can ask to come in: no code is out. A code is good for a day, or until a host ends it.</p>
              <Button variant="primary" onClick={() => void act({ act: "showCode" })}>
                Show a code
              </Button>
            </div>
          )}
        </>
      )}
    </Sheet>
  );
}
