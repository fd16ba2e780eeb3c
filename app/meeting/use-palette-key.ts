// Ctrl+K or ⌘K opens the commands. Off while somebody types, in dialogs and menus, and while a row is in the hand.
import { useEffect } from "react";
import type { MeetingActions } from "./meeting-actions";

const busy = "dialog:modal, [role=menu], .row-lifted";
const typing = "input, textarea, select, [contenteditable=true]";

export function usePaletteKey({ ask }: Pick<MeetingActions, "ask">): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isChord = (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey;
      if (!isChord || event.key.toLowerCase() !== "k" || document.querySelector(busy)) return;
      if (event.target instanceof Element && event.target.closest(typing)) return;
      event.preventDefault();
      ask({ kind: "commands" });
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [ask]);
}
