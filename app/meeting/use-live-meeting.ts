// The store of one opened meeting: made from what the loader gave, live from the first effect on, and looked after when the
// page comes back to the front.
import { useEffect, useState } from "react";
import { openSocket } from "../meeting-store/connect";
import { MeetingStore, type OpenedMeeting } from "../meeting-store/meeting-store";
import { newId } from "../meeting-store/new-id";

/** With the next frame; a tab that is behind has none, and what the room asks is in its title all the same. */
function schedule(publish: () => void): void {
  const frame = requestAnimationFrame(soon);
  const timer = setTimeout(soon, 300);
  function soon(): void {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    publish();
  }
}

export function useLiveMeeting(opened: OpenedMeeting): MeetingStore {
  const [store] = useState(
    () =>
      new MeetingStore({
        opened,
        // Not connected yet, and on the server never.
        socket: openSocket(),
        newId,
        now: () => new Date(),
        schedule,
      }),
  );

  useEffect(() => store.start(), [store]);

  useEffect(() => {
    // A laptop that slept has missed what was said, and may not know it yet.
    const onReturn = () => {
      if (document.visibilityState === "visible") store.check();
    };
    const signs = [
      [document, "visibilitychange"],
      // A browser that had frozen the page says so, whether it was in front or not.
      [document, "resume"],
      [window, "online"],
    ] as const;
    for (const [target, sign] of signs) target.addEventListener(sign, onReturn);
    return () => {
      for (const [target, sign] of signs) target.removeEventListener(sign, onReturn);
    };
  }, [store]);

  return store;
}
