// How far down its list a program may go before its positions are filled (DEPTH-1 to DEPTH-4), from its own past alone. With all
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

/** By cycle the ranks of those who came: the third of them filled the third position. */
export const fillsOf = (cycles: readonly PastCycle[]): number[][] =>
  cycles.map(({ outcomes }) => outcomes.flatMap((outcome, index) => (outcome === "matchedHere" ? [index + 1] : [])));

/** In how many past cycles so many positions were filled, and between which ranks the last of them was. */
export interface UsualFinish {
  cycles: number;
  of: number;
  from: number;
  to: number;
}

/** Of this quota and no other: a cycle that filled fewer positions says nothing, one that filled more says where it had these (DEPTH-4). */
export function usualFinish(fills: readonly (readonly number[])[], quota: number): UsualFinish | null {
  const ends = fills.flatMap((ranks) => (quota > 0 ? (ranks[quota - 1] ?? []) : []));
  if (ends.length < LEAST_CYCLES) return null;
  return { cycles: ends.length, of: fills.length, from: Math.min(...ends), to: Math.max(...ends) };
}

/** How far the list was tried: to the last fill, or to its end where positions stayed open. */
const triedTo = (cycle: PastCycle): number =>
  filledIn(cycle) >= cycle.quota ? lastFill(cycle) : cycle.outcomes.length;

/** First ranks of the bands: availability changes with rank, and differs little within one. */
const bandStarts = [1, 11, 21, 41, 81] as const;
/** A band's own counts weigh as much as this many people at the rate of all bands together. */
export const SMOOTHING = 8;

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

/** The ranks of a cycle that say something of availability. */
export const triedRanks = (cycle: PastCycle): { rank: number; isAvailable: boolean }[] =>
  cycle.outcomes
    .slice(0, triedTo(cycle))
    .flatMap((outcome, index) =>
      outcome === "notReached" ? [] : [{ rank: index + 1, isAvailable: outcome === "matchedHere" }],
    );

/** @returns null with under two past cycles, or where no rank was ever tried. */
export function fitAvailability(cycles: readonly PastCycle[]): AvailabilityBand[] | null {
  if (cycles.length < LEAST_CYCLES) return null;
  const tried = cycles.flatMap(triedRanks);
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

type BandRates = readonly Pick<AvailabilityBand, "from" | "rate">[];

export const availabilityAt = (bands: BandRates, rank: number): number =>
  bands.filter(({ from }) => from <= rank).at(-1)?.rate ?? 0;

/** By band, from the top: how likely its ranks are available in one year. */
export type YearRates = readonly number[];

/** By rank, from 1. */
function availabilityIn(year: YearRates, ranked: number): Float64Array {
  const availability = new Float64Array(ranked);
  bandStarts.forEach((from, band) => {
    if (from <= ranked) availability.fill(year[band] ?? 0, from - 1);
  });
  return availability;
}

export const depthChances = [50, 80, 95] as const;
export type DepthChance = (typeof depthChances)[number];

export interface Depth {
  /** The first rank by which everything is filled with that chance, in percent; null: not on this list. */
  reached: Record<DepthChance, number | null>;
  /** The chance that a position stays open after the whole list, 0 to 1. */
  unfilled: number;
}

/**
 * The chance that everything is filled after none, one, two … ranks: exact, in O(n·quota). `filled[k]` is the chance that k positions
 * are filled, and the last place gathers all that are full.
 * @param availability by rank, from 1; each 0 to 1
 */
function chancesFull(availability: ArrayLike<number>, quota: number): Float64Array {
  const filled = new Float64Array(quota + 1);
  filled[0] = 1;
  const full = new Float64Array(availability.length + 1);
  full[0] = filled[quota] ?? 0;
  for (let index = 0; index < availability.length; index++) {
    const chance = availability[index] ?? 0;
    // From the top down, so that each rank fills one position at most.
    for (let k = Math.min(quota, index + 1); k >= 1; k--) {
      const stays = k === quota ? (filled[k] ?? 0) : (filled[k] ?? 0) * (1 - chance);
      filled[k] = stays + (filled[k - 1] ?? 0) * chance;
    }
    if (quota > 0) filled[0] = (filled[0] ?? 0) * (1 - chance);
    full[index + 1] = filled[quota] ?? 0;
  }
  return full;
}

/** A hair under the chance, so that sums of many years reach a certainty. */
const HAIR = 1e-12;

function depthFrom(full: Float64Array): Depth {
  const reached: Depth["reached"] = { 50: null, 80: null, 95: null };
  for (const chance of depthChances) {
    const rank = full.findIndex((each) => each >= chance / 100 - HAIR);
    reached[chance] = rank < 0 ? null : rank;
  }
  return { reached, unfilled: Math.max(0, 1 - (full.at(-1) ?? 0)) };
}

export const depthOf = (availability: readonly number[], quota: number): Depth =>
  depthFrom(chancesFull(availability, quota));

export interface ListSize {
  ranked: number;
  quota: number;
}

/** The mean over years that may come, each as likely as any other. */
export function depthWithin(years: readonly YearRates[], { ranked, quota }: ListSize): Depth {
  const mean = new Float64Array(ranked + 1);
  for (const year of years) {
    chancesFull(availabilityIn(year, ranked), quota).forEach((chance, rank) => {
      mean[rank] = (mean[rank] ?? 0) + chance / years.length;
    });
  }
  return depthFrom(mean);
}
