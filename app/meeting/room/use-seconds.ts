// Time on screen, by the server's clock: a laptop that is a minute off must not show another countdown than its neighbour. The first
// render shows the time at which the page was made, so that the browser finds what the server wrote.
import { useEffect, useState } from "react";
import { useMeeting } from "../../meeting-store/use-meeting";

function useServerNow(isRunning: boolean): number {
  const skew = useMeeting((snapshot) => snapshot.clockSkew);
  const openedAt = useMeeting((snapshot) => snapshot.openedAt);
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    if (!isRunning) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now === null ? openedAt : now + skew;
}

/** Whole seconds until then, 0 at least; undefined where there is no end. */
export function useSecondsLeft(endsAt: string | undefined): number | undefined {
  const now = useServerNow(endsAt !== undefined);
  return endsAt === undefined ? undefined : Math.max(0, Math.ceil((Date.parse(endsAt) - now) / 1000));
}

/** Whole seconds since then, and with it those of before. */
export function useSecondsSpent(since: string | undefined, before: number): number {
  const now = useServerNow(since !== undefined);
  return Math.max(0, Math.floor((before + (since === undefined ? 0 : now - Date.parse(since))) / 1000));
}
