// The door of one meeting in the browser: fetched, fetched again when something has changed there or a while has passed, and what
// a host does about it. What is on screen stays until the new answer is there.
import { useCallback, useEffect, useState } from "react";
import type { DoorView } from "../../../domain/joining";
import { fetchInTime } from "../../fetch-in-time";

const LOOK_EVERY_MS = 5000;
const failedSentence = "The door could not be asked. Check the connection and try again.";

interface DoorInHand {
  /** Null until it is there. */
  view: DoorView | null;
  /** Why the last act or look came to nothing. */
  problem: string | null;
  /** Resolves to whether it was done. */
  act: (fields: Record<string, string>) => Promise<boolean>;
}

/** `reason`: fetched again whenever it changes. */
export function useDoor(
  meetingId: string,
  { first = null, reason }: { first?: DoorView | null; reason?: unknown },
): DoorInHand {
  const url = `/meetings/${meetingId}/door`;
  const [view, setView] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);

  const look = useCallback(
    async (signal?: AbortSignal) => {
      const response = await fetchInTime(url, { signal, headers: { Accept: "application/json" } }).catch(() => null);
      if (response?.ok) setView((await response.json()) as DoorView);
      else if (response && response.status < 500) setProblem(await response.text());
    },
    [url],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the reason is why it is fetched again.
  useEffect(() => {
    const abort = new AbortController();
    const again = () => void look(abort.signal).catch(() => {});
    again();
    const timer = setInterval(again, LOOK_EVERY_MS);
    return () => {
      abort.abort();
      clearInterval(timer);
    };
  }, [look, reason]);

  const act = useCallback(
    async (fields: Record<string, string>) => {
      setProblem(null);
      const response = await fetchInTime(url, { method: "POST", body: new URLSearchParams(fields) }).catch(() => null);
      if (!response?.ok) {
        const isSentence = response !== null && response.status < 500;
        setProblem(isSentence ? await response.text() : failedSentence);
      }
      await look().catch(() => {});
      return response?.ok ?? false;
    },
    [url, look],
  );

  return { view, problem, act };
}
