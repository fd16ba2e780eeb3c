// For a form within something larger that Escape would close as well: only the form is ended.
import type { KeyboardEvent } from "react";

export const onEscape =
  (end: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    end();
  };
