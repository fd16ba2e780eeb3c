// Drags by mouse, pen and finger. The library's own sensors wait for events of the touched row, which leaves the page at the lift;
// here the pointer is captured by the lists, which stay. What is dragged is the point under the pointer: the row's middle comes to
// it at the lift, so that a drop is where the pointer is.
import { useEffect } from "react";
import type { FluidDragActions, PreDragActions, SensorAPI } from "react-beautiful-dnd";

/** In px: less is a press. */
const SLOPPY = 5;
/** A finger that rests on a handle lifts, without having to move. */
const REST_MS = 120;
/** So often it is asked whether the pointer is still there: it can go without a word. */
const LOOK_MS = 500;

interface Hand {
  pointerId: number;
  /** The lists around the handle: they hear the pointer until its end. */
  lists: HTMLElement;
  handle: Element;
  at: { x: number; y: number };
  waiting: PreDragActions;
  drag?: FluidDragActions;
  timer?: number;
}

export function usePointerSensor(api: SensorAPI): void {
  useEffect(() => {
    let hand: Hand | undefined;
    let stopListening: AbortController | undefined;

    const letGo = (): Hand | undefined => {
      const last = hand;
      hand = undefined;
      window.clearTimeout(last?.timer);
      stopListening?.abort();
      if (last?.lists.hasPointerCapture(last.pointerId)) last.lists.releasePointerCapture(last.pointerId);
      return last;
    };
    const cancel = () => {
      const last = letGo();
      if (last?.drag) last.drag.cancel({ shouldBlockNextClick: true });
      else if (last?.waiting.isActive()) last.waiting.abort();
    };
    const lift = () => {
      if (!hand || hand.drag) return;
      const { handle, lists, pointerId, waiting } = hand;
      try {
        lists.setPointerCapture(pointerId);
      } catch {
        // The pointer is gone already.
        return cancel();
      }
      const { left, top, width, height } = handle.getBoundingClientRect();
      window.clearTimeout(hand.timer);
      hand.timer = window.setInterval(() => lists.hasPointerCapture(pointerId) || cancel(), LOOK_MS);
      hand.drag = waiting.fluidLift({ x: left + width / 2, y: top + height / 2 });
      hand.drag.move(hand.at);
    };

    const onMove = (event: PointerEvent) => {
      if (event.pointerId !== hand?.pointerId) return;
      // The button went up where nobody heard it.
      if (event.pointerType === "mouse" && event.buttons === 0) return cancel();
      const from = hand.at;
      const at = { x: event.clientX, y: event.clientY };
      if (!hand.drag && Math.max(Math.abs(at.x - from.x), Math.abs(at.y - from.y)) < SLOPPY) return;
      hand.at = at;
      if (hand.drag) hand.drag.move(at);
      else lift();
    };
    const onUp = (event: PointerEvent) => {
      if (event.pointerId !== hand?.pointerId) return;
      const { drag } = hand;
      if (!drag) return cancel();
      drag.move({ x: event.clientX, y: event.clientY });
      letGo();
      // The library takes a move at the next frame: only then it stands where it was let go.
      requestAnimationFrame(() => drag.isActive() && drag.drop({ shouldBlockNextClick: true }));
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (!hand?.drag) return cancel();
      if (["Escape", "Tab", "Enter"].includes(event.key)) event.preventDefault();
      if (event.key === "Escape") cancel();
    };

    const listen = () => {
      stopListening = new AbortController();
      const { signal } = stopListening;
      const heard = { capture: true, signal };
      window.addEventListener("pointermove", onMove, heard);
      window.addEventListener("pointerup", onUp, heard);
      window.addEventListener("pointercancel", cancel, heard);
      window.addEventListener("touchcancel", cancel, heard);
      window.addEventListener("keydown", onKeyDown, heard);
      window.addEventListener("resize", cancel, heard);
      // A finger that rests asks for a menu, too.
      window.addEventListener("contextmenu", (event) => event.preventDefault(), heard);
      window.addEventListener("lostpointercapture", ({ target }) => target === hand?.lists && cancel(), heard);
    };

    const onDown = (event: PointerEvent) => {
      // A second finger.
      if (hand) return cancel();
      const { target, pointerId, clientX, clientY } = event;
      const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      if (event.defaultPrevented || !isPlain || !(target instanceof Element)) return;
      const id = api.findClosestDraggableId(event);
      const handle = target.closest(".row-handle");
      const lists = target.closest<HTMLElement>(".lists");
      const waiting = id !== null && handle && lists && api.tryGetLock(id, () => void letGo(), { sourceEvent: event });
      if (!waiting) return;
      hand = { pointerId, lists, handle, at: { x: clientX, y: clientY }, waiting };
      if (event.pointerType !== "mouse") hand.timer = window.setTimeout(lift, REST_MS);
      listen();
    };
    // Neither the focus nor a selection follows a press on a handle.
    const onMouseDown = (event: Event) => {
      if (hand && api.findClosestDraggableId(event) !== null) event.preventDefault();
    };
    window.addEventListener("pointerdown", onDown, { capture: true });
    window.addEventListener("mousedown", onMouseDown, { capture: true });
    return () => {
      cancel();
      window.removeEventListener("pointerdown", onDown, { capture: true });
      window.removeEventListener("mousedown", onMouseDown, { capture: true });
    };
  }, [api]);
}
