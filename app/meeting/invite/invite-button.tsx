// "Invite the room" in the header, with how many wait to be let in: a number to see, and a sentence to hear.
import QrCode from "lucide-react/icons/qr-code";
import { useEffect, useRef } from "react";
import { mayAtDoor } from "../../../domain/policy";
import { useMeeting } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import { announce } from "../../ui/live-region";
import { useMeetingActions } from "../use-meeting-actions";

const waitWords = (waiting: number): string =>
  waiting === 1 ? "1 person waits to be let in" : `${waiting} people wait to be let in`;

export function InviteButton() {
  const actions = useMeetingActions();
  const mayShow = useMeeting(
    ({ state, memberId }) =>
      state.kind === "meeting" && mayAtDoor(state.members[memberId]?.role ?? "observer", "showCode"),
  );
  const waiting = useMeeting(({ door }) => door.waiting);
  const before = useRef(0);

  useEffect(() => {
    // Only when somebody came: who leaves the queue needs nothing.
    if (waiting > before.current) announce(`${waitWords(waiting)}.`);
    before.current = waiting;
  }, [waiting]);

  if (!mayShow) return null;
  return (
    <Button
      onClick={() => actions.ask({ kind: "invite" })}
      title="Invite the room"
      aria-label={waiting > 0 ? `Invite the room: ${waitWords(waiting)}` : "Invite the room"}
      className="relative max-sm:w-11 max-sm:px-0 @max-[70rem]:w-11 @max-[70rem]:px-0"
    >
      <QrCode size={18} aria-hidden />
      <span className="max-sm:sr-only @max-[70rem]:sr-only">Invite the room</span>
      {waiting > 0 && (
        <span
          aria-hidden
          className="tabular absolute -top-2 -right-2 min-w-5 rounded-full border border-surface bg-flag px-1 text-meta text-surface"
        >
          {waiting}
        </span>
      )}
    </Button>
  );
}
