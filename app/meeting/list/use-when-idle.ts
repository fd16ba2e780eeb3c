// Work that can wait until the browser has a moment, in portions. Asked again it starts over with the newer work; asked all the
// time it still gets its turn, once a second.
import { useCallback, useEffect, useRef } from "react";

/** Does a portion or more; true when there is nothing left. `isTimeLeft`: may it do another portion now? */
export type IdleWork = (isTimeLeft: () => boolean) => boolean;

const LATEST_MS = 400;
/** From the end of one piece of work to the beginning of the next. */
const REST_MS = 1000;

export function useWhenIdle(): (work: IdleWork) => void {
  const latest = useRef<IdleWork | null>(null);
  const cancel = useRef<(() => void) | null>(null);

  const doneAt = useRef(0);

  const ask = useCallback(() => {
    const turn = (isTimeLeft: () => boolean) => {
      cancel.current = null;
      const isDone = latest.current?.(isTimeLeft) ?? true;
      if (!isDone) return ask();
      latest.current = null;
      doneAt.current = performance.now();
    };
    if (typeof requestIdleCallback === "function") {
      const handle = requestIdleCallback((deadline) => turn(() => deadline.timeRemaining() > 4), {
        timeout: LATEST_MS,
      });
      cancel.current = () => cancelIdleCallback(handle);
    } else {
      // Safari: a pause has to do.
      const timer = setTimeout(() => turn(() => false), 50);
      cancel.current = () => clearTimeout(timer);
    }
  }, []);

  useEffect(() => () => cancel.current?.(), []);

  return useCallback(
    (work) => {
      latest.current = work;
      // A turn that is asked for already stands: newer work must not put it off for ever.
      if (cancel.current !== null) return;
      const rest = doneAt.current + REST_MS - performance.now();
      if (rest <= 0) return ask();
      const timer = setTimeout(ask, rest);
      cancel.current = () => clearTimeout(timer);
    },
    [ask],
  );
}
