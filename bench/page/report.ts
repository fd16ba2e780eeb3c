// The figures of the page against their limits: a table, or the same as JSON.
import { median, round } from "../figures";

export interface PageFigures {
  lcpMs: number;
  cls: number;
  /** JavaScript fetched before the first drag, gzip, kB of 1,000 bytes. */
  scriptKb: number;
  worstInteractionMs: number;
  worstInteraction: string;
  slowFramesPercent: number;
  frames: number;
  remoteP50Ms: number;
  remoteP95Ms: number;
  remoteMoves: number;
  /** Remote moves that were never seen in the page: must be none. */
  remoteUnseen: number;
  /** Of a phone's main thread, for each applicant put before the room; 95th percentile. */
  followingMs: number;
}

interface Line {
  label: string;
  limit: number;
  unit: string;
  of: (figures: PageFigures) => number;
}

const lines: readonly Line[] = [
  { label: "largest contentful paint", limit: 2000, unit: "ms", of: (f) => f.lcpMs },
  { label: "cumulative layout shift", limit: 0.05, unit: "", of: (f) => f.cls },
  { label: "JavaScript before the first drag, gzip", limit: 180, unit: "kB", of: (f) => f.scriptKb },
  { label: "worst interaction", limit: 200, unit: "ms", of: (f) => f.worstInteractionMs },
  { label: "frames over 33 ms while dragging", limit: 1, unit: "%", of: (f) => f.slowFramesPercent },
  { label: "remote move on screen, p95", limit: 100, unit: "ms", of: (f) => f.remoteP95Ms },
  { label: "remote moves never seen", limit: 0, unit: "", of: (f) => f.remoteUnseen },
  { label: "following a spotlight on a phone, p95", limit: 100, unit: "ms", of: (f) => f.followingMs },
];

/** The median of the rounds is what counts; each round is shown. */
export function pageReport(rounds: readonly PageFigures[], setting: object, asJson: boolean): string {
  const results = lines.map(({ label, limit, unit, of }) => {
    const value = round(median(rounds.map(of)), 3);
    return {
      label,
      value,
      limit,
      unit,
      isWithin: value <= limit,
      rounds: rounds.map((figures) => round(of(figures), 3)),
    };
  });
  if (asJson) return JSON.stringify({ setting, results, rounds }, null, 2);
  const table = results.map(
    ({ label, value, limit, unit, isWithin, rounds: each }) =>
      `${label.padEnd(40)} ${`${value} ${unit}`.padStart(12)}   ${`≤ ${limit}`.padStart(7)}   ${isWithin ? "ok  " : "OVER"}   ${each.join(" · ")}`,
  );
  const notes = rounds.map(
    (f) =>
      `${f.frames} frames, ${f.remoteMoves} remote moves (p50 ${round(f.remoteP50Ms, 1)} ms), slowest interaction: ${f.worstInteraction}`,
  );
  return [JSON.stringify(setting), ...table, ...notes].join("\n");
}
