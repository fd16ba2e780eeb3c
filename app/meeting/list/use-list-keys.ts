// The keys of the list. Off while somebody types, in dialogs and menus, and while a row is being dragged by keyboard; single
// keys can be switched off altogether. `g` and a number jumps: the digits gather until Enter or a short pause.
import { useEffect, useRef, useState } from "react";
import { isChord, keyOf } from "../../ui/key-of";
import { shortcutsAreOn } from "../shortcuts";
import { rowIdOf } from "./row-focus";

export interface ListKeyActions {
  /** To the row before or after; without a focused row to the first in view. */
  step: (by: -1 | 1) => void;
  jump: (rank: number) => void;
  nudge: (applicantId: string, by: -1 | 1) => void;
  /** Selects, or takes from the selection. */
  select: (applicantId: string) => void;
  /** Selects as far as the row above or below, and goes there. */
  reach: (from: string, by: -1 | 1) => void;
  /** Ends the selection, or closes the file beside the list; false: there is neither. */
  endOne: () => boolean;
  /** What is proposed for them. */
  accept: (applicantId: string) => void;
  decline: (applicantId: string) => void;
  openMenu: (applicantId: string) => void;
  endorse: (applicantId: string) => void;
  flag: (applicantId: string) => void;
  /** Puts the applicant before the room. */
  spotlight: (applicantId: string) => void;
  /** On or back along the agenda. */
  next: (step: 1 | -1) => void;
  object: () => void;
  search: () => void;
  undo: () => void;
  redo: () => void;
  help: () => void;
  isDragging: () => boolean;
}

const PAUSE_MS = 1200;
const elsewhere = "input, textarea, select, [contenteditable=true], [role=menu], dialog[aria-modal=true], dialog:modal";

/** Returns the digits gathered after `g`; null when not jumping. */
export function useListKeys(actions: ListKeyActions): string | null {
  const [digits, setDigits] = useState<string | null>(null);
  const latest = useRef({ actions, digits });
  latest.current = { actions, digits };

  useEffect(() => {
    let pause: number | undefined;
    const gather = (next: string | null) => {
      window.clearTimeout(pause);
      setDigits(next);
      latest.current.digits = next;
      if (next !== null) pause = window.setTimeout(land, PAUSE_MS);
    };
    const land = () => {
      const typed = latest.current.digits;
      gather(null);
      if (typed) latest.current.actions.jump(Number(typed));
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || event.isComposing || target?.closest(elsewhere)) return;
      if (document.querySelector("dialog:modal") || latest.current.actions.isDragging()) return;
      const isHandled = latest.current.digits === null ? press(event, target) : pressDigit(event);
      if (isHandled) event.preventDefault();
    };
    const pressDigit = (event: KeyboardEvent): boolean => {
      const typed = latest.current.digits ?? "";
      if (/^\d$/.test(keyOf(event)) && typed.length < 4) gather(typed + keyOf(event));
      else if (event.key === "Enter") land();
      else gather(null);
      return true;
    };
    const press = (event: KeyboardEvent, target: Element | null): boolean => {
      const { actions: act } = latest.current;
      const row = rowIdOf(target);
      if (isChord(event, "z")) {
        act.undo();
        return true;
      }
      if (isRedo(event)) {
        act.redo();
        return true;
      }
      if (event.metaKey || event.ctrlKey) return false;
      const arrow = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : undefined;
      if (row !== undefined && arrow && event.altKey !== event.shiftKey) {
        if (event.altKey) act.nudge(row, arrow);
        else act.reach(row, arrow);
        return true;
      }
      if (event.altKey) return false;
      // On a button Space presses it; a file beside the list is closed first.
      if (row !== undefined && event.key === " " && event.shiftKey && !target?.closest("button")) {
        act.select(row);
        return true;
      }
      if (event.key === "Escape") return !target?.closest("dialog") && act.endOne();
      if (!shortcutsAreOn()) return false;
      const key = keyOf(event);
      // A letter with Shift is none of these keys, with Caps Lock it is.
      return !(event.shiftKey && /\p{L}/u.test(key)) && single(key, row, act, () => gather(""));
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      window.clearTimeout(pause);
    };
  }, []);

  return digits;
}

/** Ctrl+Y, or the first one's key with Shift. */
function isRedo(event: KeyboardEvent): boolean {
  const { metaKey, ctrlKey, shiftKey, altKey } = event;
  if (altKey || !(metaKey || ctrlKey)) return false;
  return shiftKey ? keyOf(event) === "z" : ctrlKey && keyOf(event) === "y";
}

/** What a key does with the row that has the focus. */
const rowKeys: Readonly<
  Record<string, "openMenu" | "endorse" | "flag" | "spotlight" | "select" | "accept" | "decline">
> = {
  m: "openMenu",
  e: "endorse",
  f: "flag",
  s: "spotlight",
  x: "select",
  a: "accept",
  d: "decline",
};

function single(key: string, row: string | undefined, actions: ListKeyActions, startJump: () => void): boolean {
  if (key === "j" || key === "k") actions.step(key === "j" ? 1 : -1);
  else if (key === "g") startJump();
  else if (key === "/") actions.search();
  else if (key === "?") actions.help();
  else if (key === "n" || key === "b") actions.next(key === "n" ? 1 : -1);
  else if (key === "o") actions.object();
  else {
    const act = rowKeys[key];
    if (row === undefined || !act) return false;
    actions[act](row);
  }
  return true;
}
