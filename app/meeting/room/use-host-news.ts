// Says that the host's part was handed to somebody or taken back, on every screen: to the person themselves in sight, to the
// others for the ear alone.
import { useEffect, useRef } from "react";
import { nameOf } from "../../../domain/meeting";
import { useMeeting, useMeetingStore } from "../../meeting-store/use-meeting";
import { announce } from "../../ui/live-region";
import { tell } from "../meeting-actions";

/** A hand-over that brought this part of the page is news; one of before it was opened is none. */
const FRESH_MS = 15_000;

export function useHostNews(): void {
  const store = useMeetingStore();
  const handed = useMeeting(({ state }) => state.room.handed);
  const known = useRef<ReadonlySet<string>>();
  useEffect(() => {
    const { state, memberId: mine, clockSkew } = store.getSnapshot();
    const now = Date.now() + clockSkew;
    const hosts = new Set(handed.map(({ memberId }) => memberId));
    const before =
      known.current ??
      new Set(handed.flatMap(({ memberId, at }) => (now - Date.parse(at) > FRESH_MS ? [memberId] : [])));
    known.current = hosts;
    for (const id of hosts) if (!before.has(id)) say(nameOf(state, id), id === mine, "now");
    for (const id of before) if (!hosts.has(id)) say(nameOf(state, id), id === mine, "no more");
  }, [handed, store]);
}

function say(name: string | undefined, isMe: boolean, when: "now" | "no more"): void {
  if (isMe) tell(`You host the room ${when}.`);
  else announce(`${name ?? "A member"} hosts the room ${when}.`);
}
