// Turns measured rows into the table, or into the same as JSON: medians over rounds, ratios inside each round.
import { median, round, type Summary } from "./figures";

export interface Row {
  round: number;
  mode: string;
  name: string;
  figures: {
    slowest?: Summary;
    movesPerSecond?: number;
    cpuPerDelivery?: number;
    /** Server CPU of all its processes for a move with all its deliveries, in microseconds. */
    cpuPerMove?: number;
    kbPerConnection?: number;
    /** Everybody back at once: milliseconds until all had joined, and the server's longest stall meanwhile. */
    known?: { joined: number; stall?: number };
    whole?: { joined: number; stall?: number };
    lost?: number;
    failures: Record<string, number>;
  };
}

interface Line {
  what: string;
  /** Median over rounds. */
  value: number;
  unit: string;
  /** Median of the rounds' ratios to the plain server. */
  ratio?: number;
  limit: string;
  isMet: boolean;
}

type Pick = (figures: Row["figures"]) => number | undefined;

export function report(rows: readonly Row[], asJson: boolean): string {
  const lines = linesOf(rows);
  const lost = rows.reduce((sum, row) => sum + (row.figures.lost ?? 0), 0);
  const failures = rows.flatMap((row) => Object.entries(row.figures.failures));
  if (asJson) return JSON.stringify({ lines, lost, failures, rows }, null, 2);
  const table = lines.map(({ what, value, unit, ratio, limit, isMet }) => [
    what,
    `${value} ${unit}`,
    ratio === undefined ? "" : `${ratio}×`,
    limit,
    isMet ? "met" : "NOT MET",
  ]);
  const heading = ["", "Rank Room", "to plain", "held to", ""];
  const widths = heading.map((_, column) => Math.max(...[heading, ...table].map((row) => row[column]?.length ?? 0)));
  const text = [heading, ...table].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [
    ...text,
    "",
    others(rows),
    `lost moves: ${lost}; failures: ${failures.length === 0 ? "none" : JSON.stringify(failures)}`,
  ].join("\n");
}

function linesOf(rows: readonly Row[]): Line[] {
  const p =
    (name: "p50" | "p95" | "p99"): Pick =>
    (figures) =>
      figures.slowest?.[name];
  const lines: (Line | undefined)[] = [
    line(rows, "latency", "slowest receiver p50, 20 moves/s", "ms", p("p50"), { ratio: 2 }),
    line(rows, "latency", "slowest receiver p95, 20 moves/s", "ms", p("p95"), { ratio: 3 }),
    line(rows, "latency", "server CPU per delivery", "µs", (f) => f.cpuPerDelivery, { value: 80 }),
    line(rows, "room", "… with a spotlight and a silent round, p50", "ms", p("p50"), { ratio: 2 }),
    line(rows, "room", "… with a spotlight and a silent round, p95", "ms", p("p95"), { ratio: 3 }),
    line(rows, "room", "… server CPU per delivery", "µs", (f) => f.cpuPerDelivery, { value: 80 }),
    line(rows, "throughput", "one meeting, saturated", "moves/s", (f) => f.movesPerSecond, { atLeastRatio: 0.45 }),
    line(rows, "idle", "memory per idle connection", "kB", (f) => f.kbPerConnection, { value: 40 }),
    line(rows, "reconnect", "2,000 sockets back at once, all joined", "ms", (f) => f.known?.joined, { value: 10_000 }),
    line(rows, "reconnect", "… longest stall meanwhile", "ms", (f) => f.known?.stall, { value: 500 }),
    line(rows, "reconnect", "… each given the whole state, all joined", "ms", (f) => f.whole?.joined, {
      value: 10_000,
    }),
    line(rows, "reconnect", "… longest stall meanwhile", "ms", (f) => f.whole?.stall, { value: 500 }),
    line(rows, "meetings", "50 meetings, 5 moves/s each, p99", "ms", p("p99"), { value: 50 }),
  ];
  return [...lines.filter((entry) => entry !== undefined), ...secondProcess(rows)];
}

/**
 * What a second process brings, for meetings that have nothing to do with each other. A process gets through as many moves as its core
 * has time for, so two get through twice as many, less what each pays for there being another: that shows in the CPU for a move when
 * both are as busy as the one was, on any machine.
 */
function secondProcess(rows: readonly Row[]): Line[] {
  const figuresOf = (name: string) => rows.filter((row) => row.mode === "processes" && row.name === name);
  const pairs = figuresOf("Rank Room").flatMap(({ round: at, figures: one }) => {
    const two = figuresOf("two processes").find((row) => row.round === at)?.figures;
    return two ? [{ one, two }] : [];
  });
  if (pairs.length === 0) return [];
  const medianOf = (of: (pair: (typeof pairs)[number]) => number) => round(median(pairs.map(of)), 2);
  const cpu = (figures: Row["figures"]) => figures.cpuPerMove ?? Number.NaN;
  const gain = medianOf(({ one, two }) => (2 * cpu(one)) / cpu(two));
  const told = { limit: "", isMet: true };
  return [
    {
      what: "5 meetings, 10 moves/s each: CPU per move, one process",
      value: medianOf(({ one }) => cpu(one)),
      unit: "µs",
      ...told,
    },
    { what: "… two processes, 5 meetings each", value: medianOf(({ two }) => cpu(two)), unit: "µs", ...told },
    { what: "… moves that two get through, to one", value: gain, unit: "×", limit: "≥ 1.6 ×", isMet: gain >= 1.6 },
  ];
}

function line(
  rows: readonly Row[],
  mode: string,
  what: string,
  unit: string,
  pick: Pick,
  limit: { ratio?: number; atLeastRatio?: number; value?: number },
): Line | undefined {
  const ours = rows.filter((row) => row.mode === mode && row.name === "Rank Room");
  const values = ours.flatMap((row) => pick(row.figures) ?? []);
  if (values.length === 0) return undefined;
  const ratios = ratiosOf(rows, mode, "Rank Room", pick);
  const value = round(median(values), 2);
  const ratio = ratios.length > 0 ? round(median(ratios), 2) : undefined;
  if (limit.ratio !== undefined) {
    return { what, value, unit, ratio, limit: `≤ ${limit.ratio}×`, isMet: (ratio ?? 99) <= limit.ratio };
  }
  if (limit.atLeastRatio !== undefined) {
    return { what, value, unit, ratio, limit: `≥ ${limit.atLeastRatio}×`, isMet: (ratio ?? 0) >= limit.atLeastRatio };
  }
  return { what, value, unit, ratio, limit: `≤ ${limit.value} ${unit}`, isMet: value <= (limit.value ?? 0) };
}

function ratiosOf(rows: readonly Row[], mode: string, name: string, pick: Pick): number[] {
  return rows
    .filter((row) => row.mode === mode && row.name === name)
    .flatMap((row) => {
      const plain = rows.find((other) => other.mode === mode && other.round === row.round && other.name === "plain");
      const [own, base] = [pick(row.figures), plain && pick(plain.figures)];
      return own !== undefined && base ? [own / base] : [];
    });
}

/** How the naive durable server does beside us. */
function others(rows: readonly Row[]): string {
  const name = "plain + transaction";
  const p50 = ratiosOf(rows, "latency", name, (f) => f.slowest?.p50);
  const throughput = ratiosOf(rows, "throughput", name, (f) => f.movesPerSecond);
  if (p50.length + throughput.length === 0) return "";
  const show = (ratios: number[]) => (ratios.length > 0 ? `${round(median(ratios), 2)}×` : "–");
  return `for comparison, plain + one transaction a move: p50 ${show(p50)}, saturated ${show(throughput)} of plain`;
}
