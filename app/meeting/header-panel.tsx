// A button in the header with a small panel below it, for things to read or to follow: people, files. A native <details>, so
// that it opens before any script; Escape and a press elsewhere close it.
import { type ReactNode, useEffect, useRef } from "react";

interface HeaderPanelProps {
  /** The button, and its name for those who do not see it. */
  summary: ReactNode;
  label: string;
  /** Somebody may well open it next. */
  onNear?: () => void;
  onOpened?: () => void;
  children: ReactNode;
}

export function HeaderPanel({ summary, label, onNear, onOpened, children }: HeaderPanelProps) {
  const ref = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const onPress = (event: Event) => {
      const panel = ref.current;
      if (panel?.open && event.target instanceof Node && !panel.contains(event.target)) panel.open = false;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const panel = ref.current;
      if (event.key !== "Escape" || !panel?.open) return;
      panel.open = false;
      panel.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", onPress);
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("pointerdown", onPress);
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);

  return (
    <details
      ref={ref}
      className="relative"
      onPointerEnter={onNear}
      onFocus={onNear}
      onToggle={(event) => event.currentTarget.open && onOpened?.()}
    >
      <summary
        aria-label={label}
        title={label}
        className="flex min-h-9 cursor-pointer list-none items-center gap-1 rounded-md px-1 hover:bg-middle-tint pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden"
      >
        {summary}
      </summary>
      <div className="absolute top-full right-0 z-30 mt-1 max-sm:fixed max-sm:inset-x-2 max-sm:top-auto max-sm:w-auto max-sm:max-w-none max-h-[70dvh] w-max max-w-[calc(100vw-2rem)] min-w-60 overflow-y-auto rounded-md border border-control bg-surface py-2 shadow-lifted">
        {children}
      </div>
    </details>
  );
}
