// The head of the meeting: what it is, its phase, who is here, whether this screen follows it, and the director's lock.
import { Link } from "@remix-run/react";
import Lock from "lucide-react/icons/lock";
import LockOpen from "lucide-react/icons/lock-open";
import { currentVersion } from "../../domain/meeting";
import { stageWords } from "../../domain/room";
import type { SignedInPerson } from "../../server/load-context";
import { useMeeting } from "../meeting-store/use-meeting";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { ConnectionMark } from "../ui/connection-mark";
import { PersonBar } from "../ui/page";
import { connectionMarks } from "./connection-marks";
import { InviteButton } from "./invite/invite-button";
import { MeetingMenu } from "./meeting-menu";
import { useIsRoomUsed } from "./room-place";
import { useMay } from "./use-may";
import { useMeetingActions } from "./use-meeting-actions";
import { WhoIsHere } from "./who-is-here";

export function MeetingHeader({ person, onBegin }: { person: SignedInPerson; onBegin: () => void }) {
  const title = useMeeting(({ state }) => state.title);
  const code = useMeeting(({ state }) => `${state.programCode} · Match ${state.matchYear}`);
  const connection = useMeeting((snapshot) => snapshot.connection);
  return (
    <header className="@container border-b border-hairline bg-surface px-4 max-sm:px-2">
      <div className="flex min-h-14 flex-wrap items-center gap-x-3 @min-[36rem]:flex-nowrap">
        <Link {...homeOf(person)} className="inline-flex min-h-11 shrink-0 items-center">
          <img src="/favicon.svg" alt="" width={24} height={24} />
        </Link>
        <div className="min-w-0 max-sm:flex-1 @min-[36rem]:min-w-16 @min-[36rem]:flex-1">
          <h1 className="truncate leading-5">{title}</h1>
          <p className="tabular truncate text-meta text-muted">{code}</p>
        </div>
        <span className="shrink-0 whitespace-nowrap">
          <PhaseBadge />
        </span>
        <div className="ml-auto flex min-h-11 shrink-0 whitespace-nowrap items-center gap-2 max-sm:order-last max-sm:w-full">
          {/* As wide as its longest word, so that nothing moves when it changes. */}
          <span className="flex min-w-28 sm:justify-end">
            <ConnectionMark state={connectionMarks[connection]} />
          </span>
          <WhoIsHere />
          <BeginButton onBegin={onBegin} />
          <span className="contents sm:@max-[48rem]:hidden">
            <InviteButton />
          </span>
          <LockButton />
          <MeetingMenu />
        </div>
        {/* Beside an open file there is room for the face, not for the name; at 1024 for neither. */}
        <div className="flex shrink-0 items-center max-sm:order-2 sm:@max-[48rem]:hidden">
          <PersonBar person={person} />
        </div>
      </div>
    </header>
  );
}

/** Whoever came by passcode has this meeting and no others to go to. */
const homeOf = ({ limitedTo }: SignedInPerson) =>
  limitedTo
    ? { to: `/meetings/${limitedTo}/lobby`, "aria-label": "Rank Room: the lobby of this meeting" }
    : { to: "/", "aria-label": "Rank Room: my meetings" };

function PhaseBadge() {
  const isLocked = useMeeting(({ state }) => state.phase === "locked");
  const version = useMeeting(({ state }) => currentVersion(state));
  const stage = useMeeting(({ state }) => state.room.stage);
  return isLocked ? (
    <Badge icon={<Lock size={14} aria-hidden />}>Locked v{version}</Badge>
  ) : (
    <Badge tone="champion" icon={<LockOpen size={14} aria-hidden />}>
      {stageWords[stage]}
    </Badge>
  );
}

/** For hosts, until the room is in use; on a phone its tab is there anyway. */
function BeginButton({ onBegin }: { onBegin: () => void }) {
  const isUsed = useIsRoomUsed();
  const isHosting = useMay("changeStage");
  const isOpen = useMeeting(({ state }) => state.phase === "open");
  if (isUsed || !isHosting || !isOpen) return null;
  return (
    <Button className="max-lg:hidden @max-[58rem]:hidden" onClick={onBegin}>
      Run the meeting
    </Button>
  );
}

/** The director's alone (LOCK-1). */
function LockButton() {
  const actions = useMeetingActions();
  const isLocked = useMeeting(({ state }) => state.phase === "locked");
  const mayLock = useMay("lockList");
  if (!mayLock) return null;
  return isLocked ? (
    <Button onClick={() => actions.ask({ kind: "unlock" })}>Unlock…</Button>
  ) : (
    <Button variant="primary" onClick={() => actions.ask({ kind: "lock" })}>
      Lock…
    </Button>
  );
}
