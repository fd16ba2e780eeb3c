// Where a note is, said as it is: with the server, on its way, or on this device only.
import CircleAlert from "lucide-react/icons/circle-alert";
import Cloud from "lucide-react/icons/cloud";
import Smartphone from "lucide-react/icons/smartphone";
import { Moment } from "../ui/moment";
import type { NoteStatus } from "./note-store";

/** Null where there is nothing to warn of. */
export function troubleOf(status: NoteStatus): string | null {
  switch (status.is) {
    case "onDevice":
      return status.isSignedOut
        ? "On this device only. Sign in again in another tab, and it will be sent."
        : "On this device only, will be sent.";
    case "onPageOnly":
      return "Not sent yet, and this device does not keep it: leave this page open.";
    case "conflict":
      return "Changed on another device. Choose below.";
    case "refused":
      return `Not saved; it is kept on this device. ${status.sentence}`;
    default:
      return null;
  }
}

export const SavedLine = ({ status }: { status: NoteStatus }) => {
  const trouble = troubleOf(status);
  return (
    <>
      {/* Always there, so that a change in it is spoken; what goes well is not. */}
      <p role="status" className="flex items-center gap-1 text-flag empty:hidden">
        {trouble && (
          <>
            {status.is === "onDevice" ? (
              <Smartphone size={16} className="shrink-0" aria-hidden />
            ) : (
              <CircleAlert size={16} className="shrink-0" aria-hidden />
            )}
            {trouble}
          </>
        )}
      </p>
      {!trouble && (
        <p className="flex items-center gap-1 text-muted">
          {status.is === "saved" && (
            <>
              <Cloud size={16} aria-hidden />
              <span>
                Saved <Moment at={status.at} />
              </span>
            </>
          )}
          {status.is === "sending" && "Saving…"}
          {status.is === "empty" && "Nothing written yet"}
        </p>
      )}
    </>
  );
};
