// Years that may come (DEPTH-5): how likely a rank is available is not known but estimated, from two to four years that differ. A line
// drawn from the one best estimate promises too much. So the depth is the mean over many years that fit the past: each takes for
// every band a rate out of those that its counts leave open, and a shift of the whole year as large as years have differed.
import {
  type AvailabilityBand,
  availabilityAt,
  type Depth,
  depthWithin,
  fitAvailability,
  type ListSize,
  type PastCycle,
  SMOOTHING,
  triedRanks,
  type YearRates,
} from "./depth";
import { type Random, seededRandom } from "./seeded-random";

/** Enough that another seed moves a line by a rank or two. */
const YEARS = 100;
/** The same past gives the same years wherever they are drawn. */
const SEED = 20270201;

/**
 * How far a year is from the mean of years, as a standard deviation of its log odds, and what is thought of each before any is seen.
 * Two to four years cannot show that years are alike, so none under 0.3 is believed: the lines hold where years differ by 0.45
 * (DEPTH-5), and lie deeper than they need where years are alike.
 */
const spreads = [
  { spread: 0.3, prior: 0.25 },
  { spread: 0.45, prior: 0.4 },
  { spread: 0.6, prior: 0.25 },
  { spread: 0.9, prior: 0.1 },
] as const;

/** @returns null with under two past cycles, or where no rank was ever tried. */
export function possibleYears(cycles: readonly PastCycle[]): YearRates[] | null {
  const bands = fitAvailability(cycles);
  if (!bands) return null;
  const random = seededRandom(SEED);
  const [tried, available] = [total(bands, "tried"), total(bands, "available")];
  const likely = likelySpreads(cycles, bands);
  return Array.from({ length: YEARS }, (_, year) => {
    // Their own mean is known no better than the years are many.
    const spread = spreadAt(likely, (year + 0.5) / YEARS) * Math.sqrt(1 + 1 / cycles.length);
    const shift = spread * normal(random);
    const overall = beta(random, available, tried - available + 0.5);
    let above = overall;
    return bands.map((band) => {
      if (band.tried > 0) {
        const failed = band.tried - band.available;
        above = beta(random, band.available + SMOOTHING * overall, failed + SMOOTHING * (1 - overall));
      }
      // As it is sent, so that it is the same wherever it is worked out.
      return Math.round(shifted(above, shift) * 1000) / 1000;
    });
  });
}

const total = (bands: readonly AvailabilityBand[], what: "tried" | "available"): number =>
  bands.reduce((sum, band) => sum + band[what], 0);

/**
 * How likely each spread is after the past: every year's available people against those expected of the ranks that it tried, as a
 * step in log odds with its own error. Years that agree speak for a small spread, and two or four of them say little.
 */
function likelySpreads(cycles: readonly PastCycle[], bands: readonly AvailabilityBand[]): number[] {
  const steps = cycles.flatMap((cycle) => {
    let [more, information] = [0, 0];
    for (const { rank, isAvailable } of triedRanks(cycle)) {
      const rate = availabilityAt(bands, rank);
      more += Number(isAvailable) - rate;
      information += rate * (1 - rate);
    }
    return information === 0 ? [] : [{ step: more / information, error: 1 / information }];
  });
  return spreads.map(({ spread, prior }) => {
    const parts = steps.map(({ step, error }) => ({ step, weight: 1 / (error + spread ** 2) }));
    const weight = parts.reduce((sum, part) => sum + part.weight, 0);
    if (weight === 0) return prior;
    const mean = parts.reduce((sum, part) => sum + part.weight * part.step, 0) / weight;
    const density = parts.reduce(
      (product, part) => product * Math.sqrt(part.weight) * Math.exp((-part.weight * (part.step - mean) ** 2) / 2),
      1,
    );
    // The mean itself is not known: it is integrated over.
    return (prior * density) / Math.sqrt(weight);
  });
}

/** The spread below which that part of the likelihood lies. */
function spreadAt(likely: readonly number[], part: number): number {
  let left = part * likely.reduce((sum, each) => sum + each, 0);
  for (const [index, { spread }] of spreads.entries()) {
    left -= likely[index] ?? 0;
    if (left <= 0) return spread;
  }
  return spreads[0].spread;
}

/** A rate whose log odds are `shift` higher. */
const shifted = (rate: number, shift: number): number => {
  const odds = (rate / Math.max(1 - rate, Number.MIN_VALUE)) * Math.exp(shift);
  return Number.isFinite(odds) ? odds / (1 + odds) : 1;
};

/** Box and Muller. */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

/** As two gammas, by Marsaglia and Tsang; a shape of 0 is 0. */
function beta(random: Random, one: number, other: number): number {
  const [first, second] = [gamma(random, one), gamma(random, other)];
  return first + second === 0 ? 0 : first / (first + second);
}

function gamma(random: Random, shape: number): number {
  if (shape <= 0) return 0;
  if (shape < 1) return gamma(random, shape + 1) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** @returns null where there is too little past to say anything. */
export function expectedDepth(cycles: readonly PastCycle[], list: ListSize): Depth | null {
  const years = possibleYears(cycles);
  return years && depthWithin(years, list);
}
