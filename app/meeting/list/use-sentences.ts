// Brings the rows' sentences up to date when the browser has a moment: they are for screen readers, which come to a row later
// than the eye does.
import { type RefObject, useEffect } from "react";
import type { MeetingState } from "../../../domain/meeting";
import type { RankFigures } from "./rank-figures";
import type { RowBook } from "./row-model";

const LATEST_MS = 1000;

export function useSentences(
  lists: readonly RefObject<HTMLElement>[],
  state: MeetingState,
  book: RowBook,
  figures: RankFigures,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the refs never change; the order does.
  useEffect(() => {
    const paint = () => {
      for (const list of lists) if (list.current) figures.paintSentences(list.current, book);
    };
    if (typeof requestIdleCallback !== "function") {
      const later = setTimeout(paint, LATEST_MS / 4);
      return () => clearTimeout(later);
    }
    const idle = requestIdleCallback(paint, { timeout: LATEST_MS });
    return () => cancelIdleCallback(idle);
  }, [state.order, state.preliminary, book, figures]);
}
