// The wall asks once a second what has changed. Without an answer it keeps what it shows, dimmed, and says since when.
import { useEffect, useState } from "react";
import { PATIENCE_MS } from "../../domain/protocol";
import type { PresenterScreen } from "../../server/context/presenter";
import { fetchInTime } from "../fetch-in-time";

const ASK_EVERY_MS = 1000;

export interface Wall {
  screen: PresenterScreen;
  /** What to add to this machine's clock to have the server's, in ms. */
  skew: number;
  /** Since when nothing was heard. */
  lostSince: number | null;
  isOver: boolean;
}

export function usePresenter(token: string, first: PresenterScreen): Wall {
  const [wall, setWall] = useState<Wall>(() => ({ screen: first, skew: 0, lostSince: null, isOver: false }));
  useEffect(() => {
    let seq = first.view.seq;
    let timer: ReturnType<typeof setTimeout>;
    let isGone = false;
    const ask = async () => {
      try {
        const answer = await fetchInTime(`/present/${token}/state?since=${seq}`, {}, PATIENCE_MS);
        if (isGone) return;
        if (answer.status === 404) return setWall((known) => ({ ...known, isOver: true }));
        if (answer.status === 204)
          setWall((known) => (known.lostSince === null ? known : { ...known, lostSince: null }));
        else if (answer.ok) {
          const screen = (await answer.json()) as PresenterScreen;
          seq = screen.view.seq;
          setWall({ screen, skew: Date.parse(screen.now) - Date.now(), lostSince: null, isOver: false });
        } else throw new Error(String(answer.status));
      } catch {
        if (!isGone) setWall((known) => ({ ...known, lostSince: known.lostSince ?? Date.now() }));
      }
      if (!isGone) timer = setTimeout(() => void ask(), ASK_EVERY_MS);
    };
    setWall((known) => ({ ...known, skew: Date.parse(first.now) - Date.now() }));
    timer = setTimeout(() => void ask(), ASK_EVERY_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [token, first]);
  return wall;
}
