// Brings the rows' sentences up to date when the browser has a moment: they are for screen readers, which come to a row later
// than the eye does.
import { type RefObject, useEffect, useRef } from "react";
import type { MeetingState } from "../../../domain/meeting";
import type { RankFigures } from "./rank-figures";
import type { RowBook } from "./row-model";

/** In a burst of moves not more often than this. */
const PAUSE_MS = 500;

export function useSentences(
  lists: readonly RefObject<HTMLElement>[],
  state: MeetingState,
  book: RowBook,
  figures: RankFigures,
): void {
  const latest = useRef(book);
  const isDue = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever changes a sentence; the refs stay.
  useEffect(() => {
    latest.current = book;
    if (isDue.current) return;
    isDue.current = true;
    setTimeout(() => {
      whenIdle(() => {
        isDue.current = false;
        for (const list of lists) if (list.current) figures.paintSentences(list.current, latest.current);
      });
    }, PAUSE_MS);
  }, [state.order, state.preliminary, book, figures]);
}

/** Safari has no idle callbacks; there the pause has to do. */
const whenIdle = (work: () => void): void => {
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: PAUSE_MS });
  else work();
};
