// A native modal <dialog>: the rest of the page is inert, Escape closes, and the focus goes back where it was.
import { type RefObject, useEffect, useRef } from "react";
import { useBackCloses } from "./use-back-closes";

export function useModal(ref: RefObject<HTMLDialogElement>, isOpen: boolean, onClose: () => void): void {
  const latestOnClose = useRef(onClose);
  useBackCloses(isOpen, onClose);
  useEffect(() => {
    latestOnClose.current = onClose;
  });

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || !isOpen) return;
    const cameFrom = document.activeElement;
    const cancel = (event: Event) => {
      // State closes it, so that what is shown and what is meant never part.
      event.preventDefault();
      latestOnClose.current();
    };
    dialog.addEventListener("cancel", cancel);
    dialog.showModal();
    // The browser would choose the close button; who opened a form wants its first field.
    dialog.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select")?.focus();
    return () => {
      dialog.removeEventListener("cancel", cancel);
      dialog.close();
      // The browser gives the focus back itself unless React took the dialog away first.
      const isFocusLost = document.activeElement === null || document.activeElement === document.body;
      if (isFocusLost && cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus();
    };
  }, [ref, isOpen]);
}
