// Whether single keys act on the list. On by default; whoever uses speech input can switch them off (WCAG 2.1.4). Kept on
// this device.
const storageKey = "rank-room.shortcuts";
const listeners = new Set<() => void>();

export function shortcutsAreOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== "off";
  } catch {
    return true;
  }
}

export function switchShortcuts(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, "off");
  } catch {
    // Storage is forbidden here: they stay as they are.
  }
  for (const listener of listeners) listener();
}

export function subscribeToShortcuts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
