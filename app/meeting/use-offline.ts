// Whether the connection has been away for more than two seconds: shorter gaps are nobody's business.
import { useEffect, useState, useSyncExternalStore } from "react";
import type { MeetingStore } from "../meeting-store/meeting-store";

const PATIENCE_MS = 2000;

export function useOffline(store: MeetingStore): boolean {
  const connection = useSyncExternalStore(
    store.subscribe,
    () => store.getSnapshot().connection,
    () => store.getSnapshot().connection,
  );
  const [isOffline, setOffline] = useState(false);
  const isLive = connection === "live";
  useEffect(() => {
    if (isLive) return setOffline(false);
    const later = setTimeout(() => setOffline(true), PATIENCE_MS);
    return () => clearTimeout(later);
  }, [isLive]);
  return isOffline;
}
