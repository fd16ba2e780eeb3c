// The depth lines against made-up programs: how often a year to come was full by each. `npm run bench:depth` does the same at length.
import { describe, expect, it } from "vitest";
import { bestEstimate, coverage, makeWorld } from "../../bench/depth-worlds";
import { expectedDepth } from "../../domain/depth-years";
import { seededRandom } from "../../domain/seeded-random";

describe("[DEPTH-5] a line holds as often as it says", () => {
  // 120 programs with two, three and four cycles whose years differ. Of 120 80% are 96, give or take 4; 95% are 114, give or take 2.
  const worldsOf = (spread: number) => {
    const random = seededRandom(20270201);
    return [2, 3, 4].flatMap((cycles) => Array.from({ length: 40 }, () => makeWorld(random, { cycles, spread })));
  };
  const worlds = worldsOf(0.25);

  it("as the mean over many years", () => {
    const held = coverage(worlds, expectedDepth);
    expect(held[80]).toBeGreaterThan(0.76);
    expect(held[80]).toBeLessThan(0.93);
    expect(held[95]).toBeGreaterThan(0.93);
  });

  it("also where years differ by half of the odds", () => {
    const held = coverage(worldsOf(0.45), expectedDepth);
    expect(held[80]).toBeGreaterThan(0.78);
    expect(held[95]).toBeGreaterThan(0.94);
  });

  it("which the one best estimate does not", () => {
    const held = coverage(worlds, bestEstimate);
    expect(held[80]).toBeLessThan(0.76);
    expect(held[95]).toBeLessThan(0.93);
  });
});
