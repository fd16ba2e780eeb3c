// A part of the page that is fetched when it is first wanted. Unlike React.lazy it can fail and be wanted again: the connection
// may be away just then, and that must not take the page down.
import { useCallback, useEffect, useRef, useState } from "react";
import { showToast } from "../ui/toasts";

export const notFetched = "That part of the page could not be fetched. Check the connection, or reload the page.";

interface OnDemand<Part> {
  /** Null until it is there. */
  Part: Part | null;
  /** Resolves to whether it is there now. */
  want: () => Promise<boolean>;
}

export function useOnDemand<Part>(load: () => Promise<Part>): OnDemand<Part> {
  const [part, setPart] = useState<{ Part: Part } | null>(null);
  const isThere = useRef(false);
  const want = useCallback(async () => {
    if (isThere.current) return true;
    try {
      const Part = await load();
      isThere.current = true;
      setPart({ Part });
    } catch {
      return false;
    }
    return true;
  }, [load]);
  return { Part: part?.Part ?? null, want };
}

/** Fetched when it is wanted, or said why not; null until it is there. */
export function useWhenWanted<Part>(isWanted: boolean, load: () => Promise<Part>): Part | null {
  const { Part, want } = useOnDemand(load);
  useEffect(() => {
    if (isWanted) void want().then((isThere) => isThere || showToast(notFetched));
  }, [isWanted, want]);
  return Part;
}
