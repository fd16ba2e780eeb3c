// Something the page asks the server for by itself: fetched when the address is given or changes, and again when asked.
import { useEffect, useState } from "react";
import { fetchInTime } from "../fetch-in-time";

export type Answer<Told> =
  | { status: "idle" }
  | { status: "loading" }
  | { status: "failed"; sentence: string }
  | ({ status: "ready" } & Told);

const failed = "That could not be fetched. Check the connection and try again; the list itself is not affected.";

/** `url` null: nothing is wanted now. */
export function useAnswer<Told extends object>(url: string | null): { answer: Answer<Told>; retry: () => void } {
  const [answer, setAnswer] = useState<Answer<Told>>({ status: "idle" });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is the reason to fetch again.
  useEffect(() => {
    if (url === null) return setAnswer({ status: "idle" });
    const abort = new AbortController();
    setAnswer({ status: "loading" });
    ask<Told>(url, abort.signal).then(setAnswer, () => {});
    return () => abort.abort();
  }, [url, attempt]);

  return { answer, retry: () => setAttempt((before) => before + 1) };
}

/** Rejects only when aborted. */
async function ask<Told extends object>(url: string, signal: AbortSignal): Promise<Answer<Told>> {
  try {
    const response = await fetchInTime(url, { signal, headers: { Accept: "application/json" } });
    if (response.ok) return { ...((await response.json()) as Told), status: "ready" };
    const isSentence = response.status < 500 && response.headers.get("Content-Type")?.startsWith("text/plain");
    return { status: "failed", sentence: isSentence ? await response.text() : failed };
  } catch (error) {
    if (signal.aborted) throw error;
    return { status: "failed", sentence: failed };
  }
}
