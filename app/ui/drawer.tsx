// A panel beside the list: 400 px and not modal from 1024 px, so that the list stays in use; a whole page below that.
// Mounted means open. Rendered by the server it is readable before any script.
import X from "lucide-react/icons/x";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button";
import { classNames } from "./class-names";

interface DrawerProps {
  title: ReactNode;
  children: ReactNode;
  /** Stays in sight below what scrolls. */
  actions?: ReactNode;
  className?: string;
  onClose: () => void;
}

const besideTheList = "(min-width: 64rem)";

export function Drawer({ title, children, actions, className, onClose }: DrawerProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const latestOnClose = useRef(onClose);
  const id = useId();
  useEffect(() => {
    latestOnClose.current = onClose;
  });

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    const width = window.matchMedia(besideTheList);
    const cameFrom = document.activeElement;
    const stand = () => {
      // The attribute, not show(): beside the list the drawer must not take the focus from it.
      if (dialog.open) dialog.close();
      if (width.matches) dialog.setAttribute("open", "");
      else dialog.showModal();
    };
    const cancel = (event: Event) => {
      event.preventDefault();
      latestOnClose.current();
    };
    stand();
    width.addEventListener("change", stand);
    dialog.addEventListener("cancel", cancel);
    return () => {
      width.removeEventListener("change", stand);
      dialog.removeEventListener("cancel", cancel);
      const isFocusLost = document.activeElement === document.body || dialog.contains(document.activeElement);
      dialog.close();
      if (isFocusLost && cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus();
    };
  }, []);

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  };

  return (
    <dialog
      ref={ref}
      open
      aria-labelledby={`${id}title`}
      onKeyDown={closeOnEscape}
      className={classNames(
        "fixed inset-0 z-40 m-0 h-dvh max-h-none w-full max-w-none flex-col bg-surface p-0 text-ink open:flex",
        "lg:left-auto lg:w-100 lg:border-l lg:border-hairline",
        className,
      )}
    >
      <div className="flex items-start justify-between gap-4 border-b border-hairline p-4">
        <h2 id={`${id}title`} className="min-w-0 pt-1 text-rank">
          {title}
        </h2>
        <Button shape="icon" className="border-transparent" aria-label="Close" onClick={onClose}>
          <X size={18} aria-hidden />
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-4">{children}</div>
      {actions && (
        <div className="flex flex-wrap gap-2 border-t border-hairline p-4 pb-[max(1rem,env(safe-area-inset-bottom))]">
          {actions}
        </div>
      )}
    </dialog>
  );
}
