// What is said when this screen does not follow the meeting: over the list, so that nothing in it jumps.
import type { ReactNode } from "react";
import { useMeeting } from "../meeting-store/use-meeting";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";

interface ConnectionBarProps {
  isOffline: boolean;
  /** Came in at the door, without a sign-in. */
  isByPasscode: boolean;
}

export function ConnectionBar({ isOffline, isByPasscode }: ConnectionBarProps) {
  const connection = useMeeting((snapshot) => snapshot.connection);
  if (connection === "updated") {
    return (
      <Bar action={<Button onClick={() => location.reload()}>Reload</Button>}>
        Rank Room was updated. Reload when it suits you; until then this page does not follow the meeting.
      </Bar>
    );
  }
  if (isByPasscode && (connection === "signedOut" || connection === "gone")) {
    return (
      <Bar>
        This device is out of the meeting: its time is over, or your name came in on another device. Scan the host's
        code to come back.
      </Bar>
    );
  }
  if (connection === "signedOut") {
    const here = typeof location === "undefined" ? "/" : location.pathname;
    return (
      <Bar
        action={
          <a href={`/sign-in?to=${encodeURIComponent(here)}`} className={buttonStyle()}>
            Sign in
          </a>
        }
      >
        You are signed out. What was confirmed is kept.
      </Bar>
    );
  }
  if (connection === "gone") {
    return (
      <Bar
        action={
          <a href="/" className={buttonStyle()}>
            My meetings
          </a>
        }
      >
        This meeting is no longer open to you. Ask the program's director or coordinator.
      </Bar>
    );
  }
  if (connection === "unpledged") {
    return (
      <Bar action={<Button onClick={() => location.reload()}>Go on</Button>}>
        This meeting asks for your pledge first. Until then this page does not follow it.
      </Bar>
    );
  }
  return isOffline ? <Bar>Reconnecting… Your changes wait, and nothing can be moved until it is back.</Bar> : null;
}

const Bar = ({ children, action }: { children: ReactNode; action?: ReactNode }) => (
  <div
    role="alert"
    className="absolute inset-x-0 top-0 z-10 flex min-h-11 items-center justify-center gap-4 border-b border-flag bg-surface px-4 py-1 text-flag"
  >
    <p>{children}</p>
    {action}
  </div>
);
