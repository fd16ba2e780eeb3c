// Figures: percentiles, and what the kernel says of a process. Linux only, where /proc is.
import { readdirSync, readFileSync } from "node:fs";

export interface Summary {
  n: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/** Nearest rank, milliseconds. */
export function summarise(values: readonly number[]): Summary {
  const sorted = Float64Array.from(values).sort();
  const at = (p: number) => round(sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN);
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

export const round = (value: number, digits = 3): number => Number(value.toFixed(digits));

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
};

const read = (file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
};

/** CPU time of all threads of a process, in microseconds. */
export function cpuMicroseconds(pid: number): number {
  let nanoseconds = 0;
  let threads: string[] = [];
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {
    return 0;
  }
  for (const thread of threads) {
    nanoseconds += Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(" ")[0] ?? 0);
  }
  return nanoseconds / 1000;
}

export const residentKb = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);

/** The longest that Rank Room's event loop stood still since this was asked last, in milliseconds, as its /metrics tell. */
export async function longestStall(url: string): Promise<number> {
  const answer = await fetch(`${url}/metrics`);
  const seconds = /^rank_room_nodejs_eventloop_lag_max_seconds (\S+)/m.exec(await answer.text())?.[1];
  return round(Number(seconds) * 1000, 0);
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
