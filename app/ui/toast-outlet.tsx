// Where toasts appear. One stays eight seconds, and as long as a pointer or the focus rests on it.
import X from "lucide-react/icons/x";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "./button";
import { currentToasts, dismissToast, subscribeToToasts, type Toast } from "./toasts";

const shownForMs = 8_000;
const none: readonly Toast[] = [];

export function ToastOutlet() {
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts, () => none);
  return (
    <section
      aria-label="Messages"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-4 z-50 flex flex-col items-center gap-2 px-4"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

export function ToastCard({ toast }: { toast: Toast }) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const leaving = setTimeout(() => dismissToast(toast.id), shownForMs);
    return () => clearTimeout(leaving);
  }, [isHeld, toast.id]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that somebody is reading.
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex w-full max-w-120 items-center gap-2 rounded-md border border-control bg-surface py-1 pr-1 pl-4 shadow-lifted motion-safe:animate-rise"
    >
      <p className="flex-1 py-2">{toast.text}</p>
      {toast.action && (
        <Button
          onClick={() => {
            toast.action?.run();
            dismissToast(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <Button shape="icon" className="border-transparent" aria-label="Dismiss" onClick={() => dismissToast(toast.id)}>
        <X size={18} aria-hidden />
      </Button>
    </div>
  );
}
