// Ctrl+K or ⌘K opens the commands. Off while somebody types, in dialogs and menus, and while a row is in the hand.
import { useEffect } from "react";
import { isChord } from "../ui/key-of";
import type { MeetingActions } from "./meeting-actions";

const busy = "dialog:modal, [role=menu], .row-lifted";
const typing = "input, textarea, select, [contenteditable=true]";
/** The first time they have to be fetched: what is typed meanwhile is meant for them and not for the list. */
const FETCH_MS = 1500;

export function usePaletteKey({ ask }: Pick<MeetingActions, "ask">): void {
  useEffect(() => {
    let waitsUntil = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      if (document.querySelector(busy)) waitsUntil = 0;
      else if (isChord(event, "k") && !(event.target as Element).closest(typing)) {
        event.preventDefault();
        waitsUntil = event.timeStamp + FETCH_MS;
        ask({ kind: "commands" });
      } else if (event.timeStamp < waitsUntil) event.stopPropagation();
    };
    document.addEventListener("keydown", onKeyDown, { capture: true });
    return () => document.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [ask]);
}
