// A question or a short form that must be answered first. A sheet is the same thing risen from the bottom edge, for
// thumbs; from 640 px it stands in the middle like a dialog.
import X from "lucide-react/icons/x";
import { type MouseEvent, type ReactNode, useId, useRef } from "react";
import { Button } from "./button";
import { classNames } from "./class-names";
import { useModal } from "./use-modal";

interface DialogProps {
  isOpen: boolean;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** The buttons, the main one last. */
  actions?: ReactNode;
  onClose: () => void;
}

export const Dialog = (props: DialogProps) => (
  <Modal {...props} className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-md border" />
);

export const Sheet = (props: DialogProps) => (
  <Modal
    {...props}
    className={classNames(
      "mx-0 mt-auto mb-0 w-full max-w-none border-t pb-[env(safe-area-inset-bottom)] motion-safe:animate-rise",
      "sm:m-auto sm:w-[min(32rem,calc(100vw-2rem))] sm:rounded-md sm:border",
    )}
  />
);

function Modal({
  isOpen,
  title,
  description,
  children,
  actions,
  onClose,
  className,
}: DialogProps & { className: string }) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useModal(ref, isOpen, onClose);

  const closeOnBackdrop = (event: MouseEvent) => {
    if (event.target === ref.current) onClose();
  };

  return (
    // The keyboard's way to close is Escape and the button; a press beside the dialog is the pointer's.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    <dialog
      ref={ref}
      aria-labelledby={`${id}title`}
      aria-describedby={description ? `${id}description` : undefined}
      onClick={closeOnBackdrop}
      className={classNames(
        "max-h-[85dvh] overflow-y-auto border-control bg-surface p-0 text-ink shadow-lifted backdrop:bg-scrim",
        className,
      )}
    >
      {isOpen && (
        <div className="flex flex-col gap-4 p-4">
          <div className="flex items-start justify-between gap-4">
            <h2 id={`${id}title`} className="pt-1 text-rank">
              {title}
            </h2>
            <Button shape="icon" className="border-transparent" aria-label="Close" onClick={onClose}>
              <X size={18} aria-hidden />
            </Button>
          </div>
          {description && (
            <p id={`${id}description`} className="text-muted">
              {description}
            </p>
          )}
          {children}
          {actions && <div className="flex flex-wrap justify-end gap-2">{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
