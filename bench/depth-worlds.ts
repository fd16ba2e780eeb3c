// Made-up programs with a past and a year to come, to see how often the depth lines hold (DEPTH-5). Availability falls or rises along
// the list, and a whole year is better or worse than the mean by chance: `spread` is the standard deviation of its log odds.
import {
  availabilityAt,
  type Depth,
  type DepthChance,
  depthChances,
  depthOf,
  fitAvailability,
  type PastCycle,
} from "../domain/depth";
import type { PastOutcome } from "../domain/import-kinds";
import type { Random } from "../domain/seeded-random";

export interface WorldKind {
  cycles: number;
  spread: number;
}

export interface World {
  past: PastCycle[];
  quota: number;
  ranked: number;
  /** Where everything was filled in the year to come. */
  truth: number;
}

const RANKED = 160;

export function makeWorld(random: Random, { cycles, spread }: WorldKind): World {
  const quota = random.between(8, 18);
  const odds = logOdds(0.22 + 0.22 * random.next());
  const slope = (random.next() - 0.3) * 0.012;
  const makeYear = (year: number): PastCycle => {
    const shift = spread * normal(random);
    const outcomes: PastOutcome[] = [];
    let filled = 0;
    for (let rank = 1; rank <= RANKED; rank++) {
      if (filled === quota) outcomes.push("notReached");
      else {
        const isAvailable = random.chance(1 / (1 + Math.exp(-(odds + slope * Math.min(rank, 80) + shift))));
        outcomes.push(isAvailable ? "matchedHere" : "matchedElsewhere");
        if (isAvailable) filled++;
      }
    }
    return { year, quota, outcomes };
  };
  const past = Array.from({ length: cycles }, (_, at) => makeYear(2026 - at));
  const { outcomes } = makeYear(2027);
  const isFull = outcomes.filter((outcome) => outcome === "matchedHere").length === quota;
  return { past, quota, ranked: RANKED, truth: isFull ? outcomes.lastIndexOf("matchedHere") + 1 : RANKED + 1 };
}

/** In what part of the worlds everything was filled by each line; a line that is not on the list holds. */
export function coverage(
  worlds: readonly World[],
  lines: (past: readonly PastCycle[], list: { ranked: number; quota: number }) => Depth | null,
): Record<DepthChance, number> {
  const held: Record<DepthChance, number> = { 50: 0, 80: 0, 95: 0 };
  for (const { past, quota, ranked, truth } of worlds) {
    const reached = lines(past, { ranked, quota })?.reached;
    for (const chance of depthChances) {
      const line = reached?.[chance] ?? null;
      if (line === null || truth <= line) held[chance] += 1 / worlds.length;
    }
  }
  return held;
}

const logOdds = (chance: number): number => Math.log(chance / (1 - chance));
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

/** The lines of the one best estimate, as they were before years to come were drawn: to compare with. */
export function bestEstimate(
  past: readonly PastCycle[],
  { ranked, quota }: { ranked: number; quota: number },
): Depth | null {
  const bands = fitAvailability(past);
  return (
    bands &&
    depthOf(
      Array.from({ length: ranked }, (_, index) => availabilityAt(bands, index + 1)),
      quota,
    )
  );
}
