// What screen readers are told when nothing on screen has the focus: "«applicant», 27 to 15, protected."
import { useSyncExternalStore } from "react";

let spoken = "";
const listeners = new Set<() => void>();

/** Says a sentence. The same sentence twice is said twice: a space that cannot be heard makes it new. */
export function announce(sentence: string): void {
  spoken = spoken === sentence ? `${sentence}\u00a0` : sentence;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function LiveRegion() {
  const sentence = useSyncExternalStore(
    subscribe,
    () => spoken,
    () => "",
  );
  return (
    <div role="status" aria-live="polite" aria-atomic className="sr-only">
      {sentence}
    </div>
  );
}
