// Which rows of a list are near enough to the eye to be full drag and drop rows. All rows are in the page, for the browser's
// own search and for screen readers; the ones outside this window are plain.
import { type RefObject, useEffect, useState } from "react";

export interface RowWindow {
  /** First and one past the last index. */
  start: number;
  end: number;
  /** The same of the rows that can be seen, or nearly. */
  firstSeen: number;
  lastSeen: number;
}

/** Rows kept ready above and below what is seen, so that a drag that scrolls finds them there. */
const OVERSCAN = 8;
/** The window moves in steps, or every scrolled row would be a render. */
const STEP = 4;
/** Before the browser has said how tall it is, and on the server. */
const firstGuess: RowWindow = { start: 0, end: 28, firstSeen: 0, lastSeen: 28 };

/** `root` holds whatever scrolls; `count` is how many rows are shown. */
export function useRowWindow(root: RefObject<HTMLElement>, list: RefObject<HTMLElement>, count: number): RowWindow {
  const [current, setCurrent] = useState(firstGuess);

  // Not a layout effect: the root is an ancestor, and not yet known to its children then.
  useEffect(() => {
    const view = root.current;
    const rows = list.current;
    if (!view || !rows) return;
    let rowHeight = rowHeightOf(rows);
    const measure = () => {
      const bounds = view.getBoundingClientRect();
      const top = rows.getBoundingClientRect().top;
      const within = (index: number) => Math.min(Math.max(0, index), count);
      const firstSeen = within(Math.floor((bounds.top - top) / rowHeight / STEP) * STEP);
      const lastSeen = within(Math.ceil((bounds.bottom - top) / rowHeight / STEP) * STEP);
      const start = within(firstSeen - OVERSCAN);
      const end = within(lastSeen + OVERSCAN);
      setCurrent((known) =>
        known.firstSeen === firstSeen && known.lastSeen === lastSeen && known.end === end
          ? known
          : { start, end, firstSeen, lastSeen },
      );
    };
    measure();
    const resized = new ResizeObserver(() => {
      rowHeight = rowHeightOf(rows);
      measure();
    });
    resized.observe(view);
    // Which element scrolls depends on the width of the screen; in the capturing phase the root hears all of them.
    view.addEventListener("scroll", measure, { capture: true, passive: true });
    return () => {
      resized.disconnect();
      view.removeEventListener("scroll", measure, { capture: true });
    };
  }, [root, list, count]);

  return current;
}

/** In px, from the style sheet: 44, or 64 on a phone. */
export const rowHeightOf = (list: HTMLElement): number =>
  Number.parseFloat(getComputedStyle(list).getPropertyValue("--row-height")) || 44;
