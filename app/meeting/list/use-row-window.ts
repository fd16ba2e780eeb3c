// Which rows of a list are near enough to the eye to be in the page.
import { type RefObject, useEffect, useState } from "react";

export interface RowWindow {
  /** First and one past the last index. */
  start: number;
  end: number;
}

/** In px, kept ready above and below what is seen, so that a scroll or a drag finds rows there: four, or three tall ones. */
const OVERSCAN = 176;
/** Before the browser has said how tall it is, and on the server. */
const firstGuess: RowWindow = { start: 0, end: 28 };

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
      const beyond = Math.ceil(OVERSCAN / rowHeight);
      const start = within(Math.floor((bounds.top - top) / rowHeight) - beyond);
      const end = within(Math.ceil((bounds.bottom - top) / rowHeight) + beyond);
      setCurrent((known) => (known.start === start && known.end === end ? known : { start, end }));
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

/** A place of the list into the middle of the view, whether its row is in the page or not. */
export function scrollToPlace(list: HTMLElement, place: number): void {
  let view = list.parentElement;
  while (view?.parentElement && view.scrollHeight <= view.clientHeight) view = view.parentElement;
  if (!view) return;
  const { top, height } = view.getBoundingClientRect();
  view.scrollTop += list.getBoundingClientRect().top + (place + 0.5) * rowHeightOf(list) - top - height / 2;
}

/** In px, from the style sheet: 44, or 64 on a phone. */
export const rowHeightOf = (list: HTMLElement): number =>
  Number.parseFloat(getComputedStyle(list).getPropertyValue("--row-height")) || 44;
