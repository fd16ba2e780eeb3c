// A clock that tests set by hand.
import type { Clock } from "../../server/clock";

export interface TestClock {
  now: Clock;
  pass(milliseconds: number): void;
}

export function aClock(start = "2027-02-01T09:00:00Z"): TestClock {
  let time = Date.parse(start);
  return {
    now: () => new Date(time),
    pass(milliseconds) {
      time += milliseconds;
    },
  };
}
