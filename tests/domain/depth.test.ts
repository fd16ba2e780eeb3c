// The expected depth: exact against everything counted out, and fitted only where a past list was tried.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  availabilityAt,
  type DepthChance,
  depthOf,
  fillsOf,
  fitAvailability,
  lastFill,
  type PastCycle,
  usualFinish,
} from "../../domain/depth";
import { expectedDepth, possibleYears } from "../../domain/depth-years";
import type { PastOutcome } from "../../domain/import-kinds";

const settings = { numRuns: 200, seed: 20270201 };

/** `hee.` reads: matched here, elsewhere, elsewhere, not reached. */
const cycle = (outcomes: string, quota: number, year = 2026): PastCycle => {
  const words: Record<string, PastOutcome> = { h: "matchedHere", e: "matchedElsewhere", ".": "notReached" };
  return { year, quota, outcomes: [...outcomes].map((letter) => words[letter] as PastOutcome) };
};

/** The chance that at least `quota` of the first `ranks` are available, by trying every combination. */
function countedOut(availability: readonly number[], quota: number, ranks: number): number {
  let chance = 0;
  for (let set = 0; set < 2 ** ranks; set++) {
    let [each, available] = [1, 0];
    for (let rank = 0; rank < ranks; rank++) {
      const is = (set >> rank) & 1;
      each *= is ? (availability[rank] ?? 0) : 1 - (availability[rank] ?? 0);
      available += is;
    }
    if (available >= quota) chance += each;
  }
  return chance;
}

describe("[DEPTH-1] the depth is exact", () => {
  it("equals every combination counted out", () => {
    const availability = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 9 });
    fc.assert(
      fc.property(availability, fc.integer({ min: 1, max: 6 }), (chances, quota) => {
        const { reached, unfilled } = depthOf(chances, quota);
        expect(unfilled).toBeCloseTo(1 - countedOut(chances, quota, chances.length), 9);
        for (const chance of [50, 80, 95] as DepthChance[]) {
          const rank = reached[chance];
          const isBy = (at: number) => countedOut(chances, quota, at) - chance / 100;
          if (rank === null) expect(isBy(chances.length)).toBeLessThan(1e-9);
          else {
            expect(isBy(rank)).toBeGreaterThan(-1e-9);
            expect(isBy(rank - 1)).toBeLessThan(1e-9);
          }
        }
      }),
      settings,
    );
  });

  it("everybody available: the depth is the quota; nobody: positions stay open", () => {
    expect(depthOf(Array(20).fill(1), 12)).toEqual({ reached: { 50: 12, 80: 12, 95: 12 }, unfilled: 0 });
    expect(depthOf(Array(20).fill(0), 12)).toEqual({ reached: { 50: null, 80: null, 95: null }, unfilled: 1 });
    expect(depthOf([], 3)).toEqual({ reached: { 50: null, 80: null, 95: null }, unfilled: 1 });
  });

  it("a higher chance is never nearer, and a larger quota never either", () => {
    const availability = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(availability, fc.integer({ min: 1, max: 20 }), (chances, quota) => {
        const [small, large] = [depthOf(chances, quota), depthOf(chances, quota + 1)];
        const far = (rank: number | null) => rank ?? Number.POSITIVE_INFINITY;
        expect(far(small.reached[50]) <= far(small.reached[80])).toBe(true);
        expect(far(small.reached[80]) <= far(small.reached[95])).toBe(true);
        expect(far(small.reached[80]) <= far(large.reached[80])).toBe(true);
        expect(small.unfilled <= large.unfilled + 1e-12).toBe(true);
      }),
      settings,
    );
  });
});

describe("[DEPTH-2] availability is fitted where a list was tried", () => {
  it("what stands below the last fill of a full cycle changes nothing", () => {
    const short = [cycle("heeh", 2), cycle("ehh", 2, 2025)];
    const long = [cycle("heeh....................", 2), cycle("ehheeeeeeee", 2, 2025)];
    expect(fitAvailability(long)).toEqual(fitAvailability(short));
    expect(lastFill(cycle("heeh....", 2))).toBe(4);
  });

  it("a cycle that stayed open was tried to its end", () => {
    const [first] = fitAvailability([cycle("heee", 3), cycle("heee", 3, 2025)]) ?? [];
    expect(first).toMatchObject({ from: 1, to: 10, tried: 8, available: 2 });
  });

  it("few are smoothed towards all together, and a band that was never tried has the rate of the one above", () => {
    const past = [cycle(`${"e".repeat(12)}hh`, 2), cycle(`${"e".repeat(10)}hhh`, 3, 2025)];
    const bands = fitAvailability(past) ?? [];
    const overall = 5 / 27;
    expect(bands[0]?.rate).toBeCloseTo((8 * overall) / 28, 12);
    expect(bands[1]?.rate).toBeCloseTo((5 + 8 * overall) / 15, 12);
    expect(bands.slice(2).map(({ rate, tried }) => [rate, tried])).toEqual(Array(3).fill([bands[1]?.rate, 0]));
    expect(availabilityAt(bands, 300)).toBe(bands[1]?.rate);
  });
});

describe("[DEPTH-3] with under two past cycles nothing is said", () => {
  it("none, one, and two in which nothing was tried", () => {
    const list = { ranked: 100, quota: 2 };
    expect(expectedDepth([], list)).toBeNull();
    expect(expectedDepth([cycle("hh", 2)], list)).toBeNull();
    expect(expectedDepth([cycle("..", 2), cycle("..", 2, 2025)], list)).toBeNull();
    expect(expectedDepth([cycle("heh", 2), cycle("heh", 2, 2025)], list)?.reached[50]).toBe(3);
  });

  it("a past like a program's own gives a depth near where it finished", () => {
    // A quarter of those tried came, in four years of 12.
    const year = (at: number) => cycle("eeeh".repeat(12).padEnd(130, "."), 12, at);
    const depth = expectedDepth([year(2026), year(2025), year(2024), year(2023)], { ranked: 130, quota: 12 });
    expect(depth?.reached[50]).toBeGreaterThan(40);
    expect(depth?.reached[50]).toBeLessThan(55);
    expect(depth?.reached[95] ?? 0).toBeGreaterThan(depth?.reached[80] ?? 0);
    expect(depth?.unfilled ?? 1).toBeLessThan(0.02);
  });
});

describe("[DEPTH-4] where past years filled as many positions", () => {
  const finish = (quota: number, ...cycles: PastCycle[]) => usualFinish(fillsOf(cycles), quota);

  it("is between the highest and the lowest rank of that position, from two cycles on", () => {
    expect(finish(1)).toBeNull();
    expect(finish(1, cycle("eeh", 1))).toBeNull();
    // The middle one filled nothing.
    const past = [cycle("eeh..", 1), cycle("eee", 1, 2025), cycle("heeeh", 2, 2024)];
    expect(finish(1, ...past)).toEqual({ cycles: 2, of: 3, from: 1, to: 3 });
  });

  it("is said of this quota and no other: of a smaller one where it was full, of a larger one nothing", () => {
    // Two positions at ranks 2 and 4, and at 3 and 5; a third at 6 and 8.
    const past = [cycle("ehehehee", 3), cycle("eehehheh", 4, 2025)];
    expect(fillsOf(past)).toEqual([
      [2, 4, 6],
      [3, 5, 6, 8],
    ]);
    expect(finish(2, ...past)).toEqual({ cycles: 2, of: 2, from: 4, to: 5 });
    expect(finish(3, ...past)).toEqual({ cycles: 2, of: 2, from: 6, to: 6 });
    expect(finish(4, ...past)).toBeNull();
    expect(finish(0, ...past)).toBeNull();
  });
});

describe("[DEPTH-5] a line is as wide as so little past and years that differ ask for", () => {
  // A quarter of those tried came, in years of 12.
  const year = (at: number) => cycle("eeeh".repeat(12).padEnd(220, "."), 12, at);
  const list = { ranked: 220, quota: 12 };

  it("wider with two years than with four, and wider than the one best estimate", () => {
    const two = [year(2026), year(2025)];
    const best = depthOf(Array(220).fill(0.25), 12).reached;
    const [ofTwo, ofFour] = [two, [...two, year(2024), year(2023)]].map((past) => expectedDepth(past, list)?.reached);
    // By hand: the 12th of a quarter comes at 48 on average, 80% by 58 and 95% by 69 where a quarter were certain.
    expect(best).toEqual({ 50: 47, 80: 58, 95: 70 });
    expect(ofTwo?.[95] ?? 0).toBeGreaterThan(ofFour?.[95] ?? 0);
    expect(ofFour?.[95] ?? 0).toBeGreaterThan(best[95] ?? 0);
    expect(ofFour?.[80] ?? 0).toBeGreaterThan(best[80] ?? 0);
  });

  it("never as if years were alike: half of them lie at least as far apart as a spread of 0.3 takes them", () => {
    const past = Array.from({ length: 8 }, (_, at) => year(2026 - at));
    const rates = (possibleYears(past) ?? []).map(([first]) => first ?? 0).sort((one, other) => one - other);
    // By hand: 16 of 80 came in the first band, 18 of 88 with the smoothing: log odds of -1.358. Half of a normal lies within 0.674 of
    // its spread, which is 0.3 times the root of 1 + 1/8, 0.318: -1.358 less 0.215 is a rate of 0.172, with 0.215 more of 0.242.
    expect(rates[25]).toBeLessThan(0.172);
    expect(rates[75]).toBeGreaterThan(0.242);
  });

  it("wider where the years of the past differ", () => {
    const alike = [year(2026), year(2025), year(2024)];
    const apart = ["eh", "eeeh", "eeeeeeh"].map((word, at) => cycle(word.repeat(12).padEnd(220, "."), 12, 2026 - at));
    const width = (past: PastCycle[]) => {
      const { 50: middle, 95: far } = expectedDepth(past, list)?.reached ?? { 50: null, 95: null };
      return (far ?? 221) / (middle ?? 221);
    };
    expect(width(apart)).toBeGreaterThan(width(alike));
  });

  it("the same past gives the same years, and each is a chance for every band", () => {
    const past = [year(2026), year(2025)];
    expect(possibleYears(past)).toEqual(possibleYears(past));
    expect(
      possibleYears(past)
        ?.flat()
        .every((rate) => rate >= 0 && rate <= 1),
    ).toBe(true);
    expect(possibleYears([year(2026)])).toBeNull();
  });
});
