// Where the room stands on the screen: beside the list from 1024 px, behind a tab below that. Its parts are fetched when there is
// something in the room, or when a host begins, so that the list comes first.
import { type ReactNode, useEffect } from "react";
import { emptyRoom, openCallOf, openRoundOf } from "../../domain/room";
import { useMeeting } from "../meeting-store/use-meeting";
import { classNames } from "../ui/class-names";
import type { RoomSideProps } from "./room/room-side";
import { useOnDemand } from "./use-on-demand";

export const tabs = ["list", "spotlight", "me"] as const;
export type Tab = (typeof tabs)[number];

const loadSide = async () => (await import("./room/room-side")).RoomSide;
const loadCallBar = async () => (await import("./room/call-bar")).CallBar;
const loadAway = async () => (await import("./room/while-away")).WhileAway;
const loadMine = async () => (await import("./room/my-part")).MyPart;

interface RoomPlaceProps extends RoomSideProps {
  tab: Tab;
  /** A host has asked for it before anything was in it. */
  isBegun: boolean;
  children: ReactNode;
}

export function RoomPlace({ tab, isBegun, children, ...side }: RoomPlaceProps) {
  const isWanted = useIsRoomUsed() || isBegun;
  const isCalling = useMeeting(({ state }) => openCallOf(state.room) !== undefined);
  const hasAsked = useMeeting(
    ({
      state: {
        room: { calls, rounds },
      },
    }) => hasAny(calls) || hasAny(rounds),
  );
  const room = useOnDemand(loadSide);
  const away = useOnDemand(loadAway);
  const bar = useOnDemand(loadCallBar);
  const mine = useOnDemand(loadMine);
  useEffect(() => {
    if (isWanted || tab === "spotlight") void room.want();
    if (isCalling) void bar.want();
    if (hasAsked) void away.want();
    if (tab === "me") void mine.want();
  }, [isWanted, isCalling, hasAsked, tab, room.want, bar.want, away.want, mine.want]);
  return (
    <>
      {hasAsked && away.Part && <away.Part />}
      <div className="flex min-h-0 flex-1">
        {(isWanted || tab === "spotlight") && (
          <aside
            aria-label="The room"
            className={classNames(
              "min-h-0 w-80 shrink-0 overflow-y-auto border-r border-hairline bg-surface max-lg:w-full max-lg:border-r-0",
              tab !== "spotlight" && "max-lg:hidden",
            )}
          >
            {room.Part && <room.Part {...side} />}
          </aside>
        )}
        {tab === "me" && (
          <section aria-label="My part" className="min-h-0 w-full overflow-y-auto bg-surface lg:hidden">
            {mine.Part && <mine.Part onOpen={side.onOpen} />}
          </section>
        )}
        <div className={classNames("relative flex min-h-0 min-w-0 flex-1 flex-col", tab !== "list" && "max-lg:hidden")}>
          {children}
        </div>
      </div>
      {isCalling && bar.Part && <bar.Part />}
    </>
  );
}

/** Has anything been done in the room? Then it is on every screen. A state from the server is a copy, so it is looked into. */
export const useIsRoomUsed = (): boolean =>
  useMeeting(
    ({ state: { room } }) =>
      room.stage !== emptyRoom.stage || usedParts.some((part) => hasAny(room[part])) || room.spotlight !== undefined,
  );

const usedParts = ["agenda", "calls", "rounds", "proposals", "handed"] as const;
const hasAny = (list: readonly unknown[]): boolean => list.length > 0;

const tabWords: Record<Tab, string> = { list: "List", spotlight: "Spotlight", me: "Me" };

export function TabBar({ tab, onTab }: { tab: Tab; onTab: (tab: Tab) => void }) {
  const isNews = useMeeting(({ state }) => openRoundOf(state.room) !== undefined || state.room.spotlight !== undefined);
  return (
    <nav aria-label="Parts of the meeting" className="grid grid-cols-3 border-t border-hairline bg-surface lg:hidden">
      {tabs.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={tab === name ? "page" : undefined}
          onClick={() => onTab(name)}
          className="min-h-12 text-muted aria-[current=page]:border-t-2 aria-[current=page]:border-ink aria-[current=page]:font-bold aria-[current=page]:text-ink"
        >
          {tabWords[name]}
          {name === "spotlight" && isNews && tab !== name && (
            <>
              <span aria-hidden> •</span>
              <span className="sr-only">, something is going on</span>
            </>
          )}
        </button>
      ))}
    </nav>
  );
}
