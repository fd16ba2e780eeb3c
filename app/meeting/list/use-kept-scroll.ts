// Keeps the same rows in view when the room for the lists changes: opening a file beside them can put the red zone below the
// ranked list, and then another element scrolls.
import { type RefObject, useEffect } from "react";

export function useKeptScroll(root: RefObject<HTMLElement>, list: RefObject<HTMLElement>): void {
  useEffect(() => {
    const view = root.current;
    const rows = list.current;
    if (!view || !rows) return;
    const scrolled = () => view.getBoundingClientRect().top - rows.getBoundingClientRect().top;
    let kept = scrolled();
    const remember = () => {
      kept = scrolled();
    };
    const resized = new ResizeObserver(() => {
      const lost = kept - scrolled();
      if (Math.abs(lost) < 1) return;
      for (let outer = rows.parentElement; outer && outer !== view; outer = outer.parentElement)
        outer.scrollTop += lost;
    });
    resized.observe(view);
    view.addEventListener("scroll", remember, { capture: true, passive: true });
    return () => {
      resized.disconnect();
      view.removeEventListener("scroll", remember, { capture: true });
    };
  }, [root, list]);
}
