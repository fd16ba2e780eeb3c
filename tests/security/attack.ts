// Runs every attempt against one server, and counts what got through: nothing may (WEB-1, WEB-2, WEB-3).
import { bodyAttempts } from "./bodies";
import { headerAttempts } from "./headers";
import { markupAttempts } from "./markup";
import { originAttempts, ownPageIsLetIn } from "./origins";
import { pathAttempts } from "./paths";
import { sessionAttempts } from "./sessions";
import { type Attempt, ask, type Target } from "./target";

export interface Outcome {
  kind: string;
  tried: number;
  /** What got through, in words. */
  through: string[];
}

export async function attack(target: Target): Promise<Outcome[]> {
  if (!(await ownPageIsLetIn(target))) throw new Error("our own page is refused too: nothing would be proved");
  const outcomes = new Map<string, Outcome>();
  // One part after the other: each begins with sessions of its own.
  for (const part of [originAttempts, sessionAttempts, pathAttempts, markupAttempts, bodyAttempts, headerAttempts]) {
    for (const attempt of await part(target)) await count(outcomes, attempt, target);
  }
  const { status } = await ask(target, { path: "/healthz" });
  if (status !== 200) throw new Error("the server does not answer any more");
  return [...outcomes.values()];
}

async function count(outcomes: Map<string, Outcome>, { kind, what, run }: Attempt, target: Target): Promise<void> {
  const outcome = outcomes.get(kind) ?? { kind, tried: 0, through: [] };
  outcomes.set(kind, outcome);
  outcome.tried += 1;
  // An attempt that could not be made has proved nothing either.
  const result = await run(target).catch((error: Error) => error);
  if (result !== false) outcome.through.push(result === true ? what : `${what} (${result.message})`);
}

export function table(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ kind, tried, through }) => [kind, String(tried), String(through.length)]);
  const total = (of: (outcome: Outcome) => number) => String(outcomes.reduce((sum, outcome) => sum + of(outcome), 0));
  const all = [
    ["tried", "attempts", "got through"],
    ...rows,
    ["all", total(({ tried }) => tried), total(({ through }) => through.length)],
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map(([kind = "", tried = "", through = ""]) =>
    [kind.padEnd(widths[0] ?? 0), tried.padStart(widths[1] ?? 0), through.padStart(widths[2] ?? 0)].join("  "),
  );
  return [
    ...lines,
    ...outcomes.flatMap(({ kind, through }) => through.map((what) => `GOT THROUGH: ${kind}: ${what}`)),
  ].join("\n");
}
