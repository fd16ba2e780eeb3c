// The expected depth: exact against everything counted out, and fitted only where a past list was tried.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  availabilityAt,
  type DepthChance,
  depthOf,
  expectedDepth,
  fitAvailability,
  lastFill,
  type PastCycle,
  usualFinish,
} from "../../domain/depth";
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
    expect(depth?.unfilled ?? 1).toBeLessThan(0.01);
  });
});

describe("[DEPTH-4] where the program usually finishes", () => {
  it("is between the highest and the lowest of its last fills, from two cycles on", () => {
    expect(usualFinish([])).toBeNull();
    expect(usualFinish([cycle("eeh", 1)])).toBeNull();
    // The middle one filled nothing.
    expect(usualFinish([cycle("eeh..", 1), cycle("eee", 1, 2025), cycle("heeeh", 2, 2024)])).toEqual({
      from: 3,
      to: 5,
    });
  });
});
