// What became of the demo's past classes, as a coordinator would write it down once a year: the youngest are not through yet.
import type { ClassCounts } from "../../domain/class-outcomes";

export interface DemoClass {
  matchYear: number;
  counts: ClassCounts;
  review?: string;
}

export const demoClassesOfFirst: readonly DemoClass[] = [
  { matchYear: 2026, counts: { started: 15, international: 8 } },
  { matchYear: 2025, counts: { started: 15, international: 7, onTime: 14, leftEarly: 1 } },
  { matchYear: 2024, counts: { started: 14, international: 8, onTime: 13, leftEarly: 0 } },
  {
    matchYear: 2023,
    counts: {
      started: 14,
      international: 6,
      onTime: 12,
      leftEarly: 1,
      finished: 13,
      boardsTaken: 13,
      boardsPassed: 12,
    },
    review:
      "Who struggled in the first months had seen little hands-on inpatient work. Since then the rubric counts it by kind and month, and boot camp has two more weeks.",
  },
  {
    matchYear: 2022,
    counts: {
      started: 13,
      international: 6,
      onTime: 12,
      leftEarly: 1,
      finished: 12,
      boardsTaken: 12,
      boardsPassed: 10,
    },
    review:
      "A Step 2 score alone told us little about the boards; a failed attempt that nobody asked about told us more.",
  },
  {
    matchYear: 2021,
    counts: { started: 13, international: 5, onTime: 11, leftEarly: 2, finished: 11, boardsTaken: 11, boardsPassed: 9 },
  },
];

/** Each too small to stand alone. */
export const demoClassesOfSecond: readonly DemoClass[] = [
  { matchYear: 2026, counts: { started: 4, international: 2 } },
  { matchYear: 2025, counts: { started: 4, international: 1, onTime: 4, leftEarly: 0, finished: 4 } },
];
