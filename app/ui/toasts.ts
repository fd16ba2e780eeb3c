// The short messages at the foot of the screen: what happened, and at most one thing to do about it.
// Our own and not a library's: the known ones add a <style> that the Content-Security-Policy refuses.

export interface ToastAction {
  label: string;
  run: () => void;
}

export interface Toast {
  id: number;
  text: string;
  action?: ToastAction;
}

/** Older ones leave when more come at once. */
const shownAtMost = 3;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a sentence; returns what dismisses it. Browser only: the server renders none. */
export function showToast(text: string, action?: ToastAction): () => void {
  lastId += 1;
  const toast: Toast = { id: lastId, text, action };
  change([...toasts, toast].slice(-shownAtMost));
  return () => dismissToast(toast.id);
}

export const dismissToast = (id: number): void => change(toasts.filter((toast) => toast.id !== id));

export const currentToasts = (): readonly Toast[] => toasts;

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
