// The counts of the list, undo, and the sentence that says whose decision it is.
import Undo2 from "lucide-react/icons/undo-2";
import { useMeeting } from "../meeting-store/use-meeting";
import { ActButton } from "./act-button";
import { useMeetingActions } from "./use-meeting-actions";

/** `depth`: how deep the list may go, in a line. */
export function MeetingFoot({ depth }: { depth?: string | undefined }) {
  const actions = useMeetingActions();
  const protectedCount = useMeeting(({ state }) => state.order.protected.length);
  const middleCount = useMeeting(({ state }) => state.order.middle.length);
  const redCount = useMeeting(({ state }) => state.order.red.length);
  const meetingId = useMeeting(({ state }) => state.id);
  const unplacedCount = useMeeting(({ state }) => state.order.unplaced.length);
  const quota = useMeeting(({ state }) => state.quota);
  const pendingCount = useMeeting((snapshot) => snapshot.pendingCount);
  const canUndo = useMeeting(
    ({ state, memberId }) => state.phase === "open" && (state.undoable[memberId] ?? []).some((move) => move.from),
  );
  const counts = [
    `Protected ${protectedCount}`,
    `Ranked ${protectedCount + middleCount}`,
    `Not ranked ${redCount}`,
    ...(unplacedCount > 0 ? [`Not placed ${unplacedCount}`] : []),
    `Quota ${quota}`,
  ];
  return (
    <footer className="@container flex min-h-12 flex-wrap items-center gap-x-4 border-t border-hairline bg-surface px-4 py-1 pb-[max(0.25rem,env(safe-area-inset-bottom))]">
      <p className="tabular text-meta max-sm:w-full max-sm:pt-1">{counts.join(" · ")}</p>
      {depth && (
        <a href={`/meetings/${meetingId}/depth`} className="hidden text-meta text-muted underline @min-[70rem]:inline">
          {depth}
        </a>
      )}
      <p className="text-meta text-muted max-sm:flex-1">Advice, not a vote: the program director decides.</p>
      <p className="text-meta text-muted sm:ml-auto" role="status">
        {pendingCount > 0 && `Sending ${pendingCount}…`}
      </p>
      <ActButton aria-disabled={!canUndo} onClick={() => void actions.undo()} title="Take back my last move (Ctrl+Z)">
        <Undo2 size={16} aria-hidden />
        Undo
      </ActButton>
    </footer>
  );
}
