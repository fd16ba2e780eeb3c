// How far down its list a program may go before its positions are filled (DEPTH-1 to DEPTH-3), from its own past alone. With all
// else fixed a program matches the first people on its list who are available, so the positions filled by a rank are a sum of
// independent yes and no with unequal chances: Poisson-binomial, worked out exactly. Nothing is ever sorted by it.
import type { PastOutcome } from "./import-kinds";

export interface PastCycle {
  year: number;
  quota: number;
  /** By rank, from 1. `notReached`: the positions were filled above it, so it says nothing about availability. */
  outcomes: readonly PastOutcome[];
}

/** With fewer cycles nothing is predicted. */
export const LEAST_CYCLES = 2;

export const filledIn = ({ outcomes }: PastCycle): number =>
  outcomes.filter((outcome) => outcome === "matchedHere").length;

/** The rank of the last position that was filled; 0 when none was. */
export const lastFill = ({ outcomes }: PastCycle): number => outcomes.lastIndexOf("matchedHere") + 1;

/** Where past cycles finished: the highest and the lowest of their last fills (DEPTH-4). Null with under two of them. */
export function usualFinish(cycles: readonly PastCycle[]): { from: number; to: number } | null {
  const ends = cycles.map(lastFill).filter((rank) => rank > 0);
  return ends.length < LEAST_CYCLES ? null : { from: Math.min(...ends), to: Math.max(...ends) };
}

/** How far the list was tried: to the last fill, or to its end where positions stayed open. */
const triedTo = (cycle: PastCycle): number =>
  filledIn(cycle) >= cycle.quota ? lastFill(cycle) : cycle.outcomes.length;

/** First ranks of the bands: availability changes with rank, and differs little within one. */
const bandStarts = [1, 11, 21, 41, 81] as const;
/** A band's own counts weigh as much as this many people at the rate of all bands together. */
const SMOOTHING = 8;

export interface AvailabilityBand {
  from: number;
  /** Undefined: to the end of the list. */
  to: number | undefined;
  /** People of past cycles whose rank was tried, and how many of these came. */
  tried: number;
  available: number;
  /** Smoothed, 0 to 1. A band that was never tried has the rate of the one above it. */
  rate: number;
}

/** @returns null with under two past cycles, or where no rank was ever tried. */
export function fitAvailability(cycles: readonly PastCycle[]): AvailabilityBand[] | null {
  if (cycles.length < LEAST_CYCLES) return null;
  const tried = cycles.flatMap((cycle) =>
    cycle.outcomes
      .slice(0, triedTo(cycle))
      .flatMap((outcome, index) =>
        outcome === "notReached" ? [] : [{ rank: index + 1, isAvailable: outcome === "matchedHere" }],
      ),
  );
  if (tried.length === 0) return null;
  const overall = tried.filter(({ isAvailable }) => isAvailable).length / tried.length;
  let above = overall;
  return bandStarts.map((from, index) => {
    const next = bandStarts[index + 1];
    const inBand = tried.filter(({ rank }) => rank >= from && (next === undefined || rank < next));
    const available = inBand.filter(({ isAvailable }) => isAvailable).length;
    const rate = inBand.length === 0 ? above : (available + SMOOTHING * overall) / (inBand.length + SMOOTHING);
    above = rate;
    return { from, to: next === undefined ? undefined : next - 1, tried: inBand.length, available, rate };
  });
}

/** What is needed of the bands to say how deep a list may go. */
export type BandRates = readonly Pick<AvailabilityBand, "from" | "rate">[];

export const availabilityAt = (bands: BandRates, rank: number): number =>
  bands.filter(({ from }) => from <= rank).at(-1)?.rate ?? 0;

export const depthChances = [50, 80, 95] as const;
export type DepthChance = (typeof depthChances)[number];

export interface Depth {
  /** The first rank by which everything is filled with that chance, in percent; null: not on this list. */
  reached: Record<DepthChance, number | null>;
  /** The chance that a position stays open after the whole list, 0 to 1. */
  unfilled: number;
}

/**
 * Exact, in O(n·quota): `filled[k]` is the chance that k positions are filled after a rank, and the last place gathers all that
 * are full.
 * @param availability by rank, from 1; each 0 to 1
 */
export function depthOf(availability: readonly number[], quota: number): Depth {
  const filled = new Float64Array(quota + 1);
  filled[0] = 1;
  const reached: Depth["reached"] = { 50: null, 80: null, 95: null };
  const full = (): number => filled[quota] ?? 0;
  const note = (rank: number): void => {
    for (const chance of depthChances) if (reached[chance] === null && full() >= chance / 100) reached[chance] = rank;
  };
  note(0);
  for (const [index, chance] of availability.entries()) {
    // From the top down, so that each rank fills one position at most.
    for (let k = Math.min(quota, index + 1); k >= 1; k--) {
      const stays = k === quota ? (filled[k] ?? 0) : (filled[k] ?? 0) * (1 - chance);
      filled[k] = stays + (filled[k - 1] ?? 0) * chance;
    }
    if (quota > 0) filled[0] = (filled[0] ?? 0) * (1 - chance);
    note(index + 1);
  }
  return { reached, unfilled: Math.max(0, 1 - full()) };
}

export interface ListSize {
  ranked: number;
  quota: number;
}

export const depthWithin = (bands: BandRates, { ranked, quota }: ListSize): Depth =>
  depthOf(
    Array.from({ length: ranked }, (_, index) => availabilityAt(bands, index + 1)),
    quota,
  );

/** @returns null where there is too little past to say anything. */
export function expectedDepth(cycles: readonly PastCycle[], list: ListSize): Depth | null {
  const bands = fitAvailability(cycles);
  return bands && depthWithin(bands, list);
}
