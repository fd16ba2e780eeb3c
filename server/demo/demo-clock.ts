// The demo's own time: its season was frozen a week before its first start, and every command comes a little after the one before.
import type { Clock } from "../clock";

/** Between two commands, in milliseconds. */
const STEP_MS = 97_000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** When the meeting was opened with its list, in days before the start. */
const FROZEN_DAYS_BEFORE = 6;

export interface DemoClock {
  now: Clock;
  /** So many days before the start. Never back. */
  goTo(daysBefore: number): void;
  /** The end of the interviews: before the freeze. */
  interviewsEnd: Date;
}

export function demoClock(start: Date): DemoClock {
  const daysBefore = (days: number) => start.getTime() - days * DAY_MS;
  let time = daysBefore(FROZEN_DAYS_BEFORE);
  return {
    // Never ahead of the start, however many commands there are.
    now: () => {
      time = Math.min(time + STEP_MS, start.getTime());
      return new Date(time);
    },
    goTo(days) {
      time = Math.max(time, daysBefore(days));
    },
    interviewsEnd: new Date(daysBefore(FROZEN_DAYS_BEFORE + 2)),
  };
}
