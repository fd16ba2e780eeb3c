// What of the ranked list is in view, known without asking the browser: reading a position while rows are being moved makes it
// lay out the page at once. Also keeps the same rows in view when the room changes: opening a file beside the lists can put the
// red zone below the ranked one, and then another element scrolls.
import { type RefObject, useEffect, useRef } from "react";
import { rowHeightOf } from "./use-row-window";

export interface ListView {
  /** All in px. */
  scrolled: number;
  height: number;
  rowHeight: number;
}

export function useListView(root: RefObject<HTMLElement>, list: RefObject<HTMLElement>): RefObject<ListView> {
  const known = useRef<ListView>({ scrolled: 0, height: 0, rowHeight: 44 });
  useEffect(() => {
    const view = root.current;
    const rows = list.current;
    if (!view || !rows) return;
    const scrolled = () => view.getBoundingClientRect().top - rows.getBoundingClientRect().top;
    const onScroll = () => {
      known.current.scrolled = scrolled();
    };
    const resized = new ResizeObserver(() => {
      known.current.height = view.clientHeight;
      known.current.rowHeight = rowHeightOf(rows);
      const lost = known.current.scrolled - scrolled();
      if (Math.abs(lost) < 1) return;
      scrollList(rows, view, lost);
      onScroll();
    });
    onScroll();
    resized.observe(view);
    view.addEventListener("scroll", onScroll, { capture: true, passive: true });
    return () => {
      resized.disconnect();
      view.removeEventListener("scroll", onScroll, { capture: true });
    };
  }, [root, list]);
  return known;
}

/** Whichever element scrolls: that depends on the width of the screen. */
export function scrollList(rows: HTMLElement, view: HTMLElement, by: number): void {
  for (let outer = rows.parentElement; outer && outer !== view; outer = outer.parentElement) outer.scrollTop += by;
}
