// Tells that somebody is about to open an applicant's file: the pointer rests on a name, or a row is pressed where a press opens
// it. Names on the pointer's way to a handle tell nothing, and neither does the focus, which comes back to a row after each move.
import { useEffect } from "react";

/** Longer than it takes to pass over. */
const REST_MS = 80;

export function useFileIntent(onIntent: () => void): void {
  useEffect(() => {
    let resting: number | undefined;
    const onPointerOver = ({ target }: Event) => {
      window.clearTimeout(resting);
      if (target instanceof Element && target.closest(".row-name a")) resting = window.setTimeout(onIntent, REST_MS);
    };
    const onPointerDown = ({ target }: Event) => {
      if (!(target instanceof Element) || !target.closest("[data-applicant]")) return;
      if (!target.closest("button, input, .row-handle")) onIntent();
    };
    document.addEventListener("pointerover", onPointerOver);
    document.addEventListener("pointerdown", onPointerDown);
    return () => {
      window.clearTimeout(resting);
      document.removeEventListener("pointerover", onPointerOver);
      document.removeEventListener("pointerdown", onPointerDown);
    };
  }, [onIntent]);
}
