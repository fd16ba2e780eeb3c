// A part of the page that is fetched when it is first wanted. Unlike React.lazy it can fail and be wanted again: the connection
// may be away just then, and that must not take the page down.
import { type ComponentType, useCallback, useRef, useState } from "react";

export const notFetched = "That part of the page could not be fetched. Check the connection, or reload the page.";

interface OnDemand<Props> {
  /** Null until it is there. */
  Part: ComponentType<Props> | null;
  /** Resolves to whether it is there now. */
  want: () => Promise<boolean>;
}

export function useOnDemand<Props>(load: () => Promise<ComponentType<Props>>): OnDemand<Props> {
  const [part, setPart] = useState<{ Part: ComponentType<Props> } | null>(null);
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
