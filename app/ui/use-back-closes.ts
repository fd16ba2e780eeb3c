// Back closes what is on top: a dialog, a menu or the palette before the page is left. What opens puts one entry above the page's own;
// Back takes it away, and with it what is on top. What is closed otherwise leaves the entry standing for the next to use, because taking
// it away would run into a page that is gone to at the same moment; Back skips it later.
import { useEffect, useRef } from "react";

interface Layer {
  close(): void;
}

/** `key`: the router's, of the page below; a copy of its state, so that the router finds the same page in both. */
interface EntryState {
  key?: string;
  isAbove?: true;
}

const layers: Layer[] = [];
/** The page that has an entry above it. */
let below: string | undefined;
let isWatching = false;

const stateNow = (): EntryState => (history.state ?? {}) as EntryState;
const keyOf = ({ key }: EntryState): string => key ?? "";

function putAbove(): void {
  const state = stateNow();
  below = keyOf(state);
  if (!state.isAbove) history.pushState({ ...state, isAbove: true }, "");
}

function onPop(event: PopStateEvent): void {
  const state = (event.state ?? {}) as EntryState;
  const top = layers.at(-1);
  if (top) {
    // The router need not hear of it: the page is the same.
    event.stopImmediatePropagation();
    layers.pop();
    below = undefined;
    if (layers.length > 0) putAbove();
    top.close();
  } else if (state.isAbove) {
    // Come back to from a later page: the page's own entry is one further.
    event.stopImmediatePropagation();
    below = undefined;
    history.back();
  } else if (below !== undefined && below === keyOf(state)) {
    // Nothing was on top any more, so this Back was meant for the page.
    event.stopImmediatePropagation();
    below = undefined;
    history.back();
  }
}

function watch(): void {
  if (isWatching) return;
  isWatching = true;
  // Loaded anew with the entry standing.
  if (stateNow().isAbove) below = keyOf(stateNow());
  window.addEventListener("popstate", onPop, { capture: true });
}

export function useBackCloses(isOpen: boolean, onClose: () => void): void {
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    if (!isOpen) return;
    watch();
    const layer: Layer = { close: () => latest.current() };
    layers.push(layer);
    putAbove();
    return () => {
      const at = layers.indexOf(layer);
      if (at >= 0) layers.splice(at, 1);
    };
  }, [isOpen]);
}
