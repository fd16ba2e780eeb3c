// Keeps the screen from going dark while something is under way that people look at without touching it. Browsers let go of it when the
// page goes behind, so it is asked for again when it comes back; one that has no such thing, or may not, goes on as before.
import { useEffect } from "react";

export function useAwake(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted || !("wakeLock" in navigator)) return;
    let held: WakeLockSentinel | undefined;
    let isOver = false;
    const ask = async () => {
      if (document.visibilityState !== "visible" || (held && !held.released)) return;
      // A low battery, or a page that may not: nothing that somebody here could change.
      const given = await navigator.wakeLock.request("screen").catch(() => undefined);
      if (isOver) return void given?.release();
      held = given;
    };
    const askAgain = () => void ask();
    void ask();
    document.addEventListener("visibilitychange", askAgain);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", askAgain);
      void held?.release();
    };
  }, [isWanted]);
}
