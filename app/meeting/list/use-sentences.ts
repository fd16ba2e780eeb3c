// Brings the rows' sentences up to date when the browser has a moment: they are for screen readers, which come to a row later
// than the eye does.
import { type RefObject, useEffect } from "react";
import type { MeetingState } from "../../../domain/meeting";
import type { RankFigures } from "./rank-figures";
import type { RowBook } from "./row-model";
import { useWhenIdle } from "./use-when-idle";

/** While moves follow each other faster than this, they wait. */
const PAUSE_MS = 300;

export function useSentences(
  lists: readonly RefObject<HTMLElement>[],
  state: MeetingState,
  book: RowBook,
  figures: RankFigures,
): void {
  const whenIdle = useWhenIdle();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever changes a sentence; the refs stay.
  useEffect(() => {
    const left = [...lists];
    const paint = () =>
      whenIdle(() => {
        const list = left.pop();
        if (list?.current) figures.paintSentences(list.current, book);
        return left.length === 0;
      });
    const later = setTimeout(paint, PAUSE_MS);
    return () => clearTimeout(later);
  }, [state.order, state.preliminary, book, figures]);
}
