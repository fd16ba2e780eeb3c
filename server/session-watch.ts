// Sockets outlive requests, so sessions are looked after for them once a minute: a session whose sockets were used counts as
// used, one past its limits ends, and a socket whose session has ended is cut, also when the notice of it was lost.
import type { Sessions } from "./auth/session";
import type { Logger } from "./log";

const EVERY_MS = 60_000;

export interface SessionWatchParts {
  sessions: Sessions;
  log: Logger;
  /** Sessions whose sockets were used since the last call. */
  takeUsed(): string[];
  /** Sessions that have an open socket here. */
  open(): string[];
  cut(sessionId: string): void;
}

export interface SessionWatch {
  look(): Promise<void>;
  stop(): void;
}

export function watchSessions({ sessions, log, takeUsed, open, cut }: SessionWatchParts): SessionWatch {
  const look = async () => {
    await sessions.sweep(takeUsed());
    for (const sessionId of await sessions.endedAmong(open())) cut(sessionId);
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => log.warn({ err: error }, "sessions could not be looked after"));
  }, EVERY_MS);
  timer.unref();
  return { look, stop: () => clearInterval(timer) };
}
