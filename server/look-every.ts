// Looks at what the database says is due, again and again: at once, then every so often, one look at a time. Nothing is lost by a
// look that fails, so it is told to the log and the next one comes.
import type { Logger } from "./log";

export interface LookParts {
  everyMs: number;
  log: Logger;
  /** What the log says of a look that failed. */
  failure: string;
}

/** Returns what stops it. */
export function lookEvery({ everyMs, log, failure }: LookParts, look: () => Promise<void>): () => void {
  let isLooking = false;
  const once = async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      await look();
    } catch (error) {
      log.warn({ err: error }, failure);
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(() => void once(), everyMs);
  timer.unref();
  void once();
  return () => clearInterval(timer);
}
