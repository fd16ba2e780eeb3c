// Which transports are tried, and in which order: what this network lets through is learnt once and kept for the visit.

export type Way = 0 | 1 | 2;

/** The WebSocket first; the other first, and from there to a WebSocket where one gets through; none. */
export const ways = [["websocket", "polling"], ["polling", "websocket"], ["polling"]] as const;

const storageKey = "rank-room.way";

/** Without storage (on the server, or where it is forbidden) each page learns by itself. */
export function knownWay(): Way {
  try {
    const kept = Number(sessionStorage.getItem(storageKey));
    return kept === 1 || kept === 2 ? kept : 0;
  } catch {
    return 0;
  }
}

export function takeWay(way: Way): void {
  try {
    sessionStorage.setItem(storageKey, String(way));
  } catch {
    // See above.
  }
}
