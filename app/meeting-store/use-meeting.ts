// React's view of the store: a snapshot, or a selected part of it that only then renders again.
import { createContext, useContext, useSyncExternalStore } from "react";
import type { MeetingSnapshot, MeetingStore } from "./meeting-store";

const StoreContext = createContext<MeetingStore | null>(null);
export const MeetingStoreProvider = StoreContext.Provider;

export function useMeetingStore(): MeetingStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error("useMeetingStore needs a MeetingStoreProvider above it.");
  return store;
}

/** `select` must return the same value for the same snapshot: a part of it, not a new object. */
export function useMeeting<T>(select: (snapshot: MeetingSnapshot) => T): T {
  const store = useMeetingStore();
  const read = () => select(store.getSnapshot());
  return useSyncExternalStore(store.subscribe, read, read);
}
