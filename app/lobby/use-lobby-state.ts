// Asks the server every second and a half how things stand in the lobby, and goes on asking through a lost connection.
import { useEffect, useState } from "react";
import type { Expected } from "../../domain/joining";
import { PATIENCE_MS } from "../../domain/protocol";
import { fetchInTime } from "../fetch-in-time";

export interface LobbyState {
  /** False once a host has decided: the page is loaded anew, and its loader says how it goes on. */
  isWaiting: boolean;
  people: Expected[];
}

const ASK_EVERY_MS = 1500;

export function useLobbyState(url: string, first: Expected[]): { people: Expected[]; isLost: boolean } {
  const [people, setPeople] = useState(first);
  const [isLost, setLost] = useState(false);

  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      try {
        const response = await fetchInTime(url, { signal: abort.signal }, PATIENCE_MS);
        if (!response.ok) throw new Error(String(response.status));
        const state = (await response.json()) as LobbyState;
        if (!state.isWaiting) return location.reload();
        setLost(false);
        setPeople(state.people);
      } catch {
        if (abort.signal.aborted) return;
        setLost(true);
      }
      timer = setTimeout(ask, ASK_EVERY_MS);
    };
    timer = setTimeout(ask, ASK_EVERY_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [url]);

  return { people, isLost };
}
