// Another device asks to come in under my name: I can say whether it is mine. A host may decide as well.
import { useState } from "react";
import { fetchInTime } from "../fetch-in-time";
import { useMeeting } from "../meeting-store/use-meeting";
import { Button } from "../ui/button";
import { tell } from "./meeting-actions";

const failed = "That could not be sent. A host can decide instead.";

export function OtherDeviceBar() {
  const meetingId = useMeeting(({ state }) => state.id);
  const asksAsMe = useMeeting(({ door }) => door.asksAsMe);
  const [isSending, setSending] = useState(false);
  if (!asksAsMe) return null;
  const answer = async (isMine: "yes" | "no") => {
    setSending(true);
    const response = await fetchInTime(`/meetings/${meetingId}/own-device`, {
      method: "POST",
      body: new URLSearchParams({ isMine }),
    }).catch(() => null);
    setSending(false);
    if (response?.ok) tell(isMine === "yes" ? "Your other device comes in." : "That device is not let in.");
    else tell(response && response.status < 500 ? await response.text() : failed);
  };
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-flag bg-surface px-4 py-1.5 text-flag"
    >
      <p>Another device asks to come in under your name. If it is yours, this one is out once it is in.</p>
      <span className="flex gap-2">
        <Button isBusy={isSending} onClick={() => void answer("yes")}>
          It is mine
        </Button>
        <Button isBusy={isSending} onClick={() => void answer("no")}>
          It is not mine
        </Button>
      </span>
    </div>
  );
}
