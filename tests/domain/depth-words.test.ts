// The depth in words and as marks beside the list.
import { describe, expect, it } from "vitest";
import { fillsOf, usualFinish } from "../../domain/depth";
import { chanceSentences, depthBeside, depthLine, depthMarks, type KnownDepth } from "../../domain/depth-words";
import { expectedDepth, possibleYears } from "../../domain/depth-years";
import type { PastOutcome } from "../../domain/import-kinds";

const known = (part: Partial<KnownDepth> = {}): KnownDepth => ({
  ...{
    quota: 15,
    finish: { cycles: 4, of: 4, from: 22, to: 25 },
    depth: { reached: { 50: 24, 80: 38, 95: null }, unfilled: 0.1 },
  },
  ...part,
});

describe("[DEPTH-4] the depth beside the list", () => {
  it("is a line of the past and of what is likely", () => {
    expect(depthLine(known())).toBe("Past years filled 15 places between ranks 22 and 25 · 80% by 38");
    expect(depthLine(known({ finish: { cycles: 3, of: 4, from: 22, to: 22 } }))).toBe(
      "3 of 4 past years filled 15 places at rank 22 · 80% by 38",
    );
    const short = { reached: { 50: 24, 80: null, 95: null }, unfilled: 0.4 };
    expect(depthLine(known({ depth: short }))).toBe(
      "Past years filled 15 places between ranks 22 and 25 · 80% not on this list",
    );
  });

  it("says nothing of the past where it filled fewer places than this quota", () => {
    expect(depthLine(known({ finish: null }))).toBe("15 places filled: 80% by 38");
    expect(depthLine(known({ finish: null, quota: 1 }))).toBe("1 place filled: 80% by 38");
    expect(depthMarks(known({ finish: null }))).toEqual({ 24: "50%", 38: "80%" });
  });

  it("says so when there is too little past, and marks nothing then", () => {
    expect(depthLine(known({ finish: null, depth: null }))).toBe("Depth: needs 2 past lists");
    expect(depthMarks(known({ finish: null, depth: null }))).toEqual({});
    expect(chanceSentences(known({ depth: null }))).toEqual([]);
  });

  it("marks the band, and the ranks of each chance, two at one rank together", () => {
    expect(depthMarks(known())).toEqual({ 22: "", 23: "", 24: "50%", 25: "", 38: "80%" });
    const steep = { reached: { 50: 24, 80: 25, 95: 25 }, unfilled: 0 };
    expect(depthMarks(known({ depth: steep }))).toEqual({ 22: "", 23: "", 24: "50%", 25: "80% · 95%" });
  });

  it("is told as chances", () => {
    expect(chanceSentences(known())).toEqual([
      "As likely as not: all 15 places are filled by rank 24.",
      "8 in 10: all 15 places are filled by rank 38.",
      "19 in 20: not reached on this list.",
    ]);
    expect(chanceSentences(known({ quota: 1 }))[0]).toBe("As likely as not: the place is filled by rank 24.");
  });

  it("is of the list as it is: the same past says another depth of another quota or length", () => {
    const cycles = [2025, 2026].map((year) => ({
      year,
      quota: 3,
      outcomes: Array.from(
        { length: 12 },
        (_, index): PastOutcome => (index % 3 === 2 ? "matchedHere" : "matchedElsewhere"),
      ),
    }));
    const past = { fills: fillsOf(cycles), years: possibleYears(cycles) };
    for (const list of [
      { ranked: 30, quota: 3 },
      { ranked: 30, quota: 5 },
      { ranked: 9, quota: 3 },
    ]) {
      const known = {
        quota: list.quota,
        finish: usualFinish(past.fills, list.quota),
        depth: expectedDepth(cycles, list),
      };
      expect(depthBeside(past, list)).toEqual({ words: depthLine(known), marks: depthMarks(known) });
    }
    expect(depthBeside(past, { ranked: 30, quota: 5 }).words).not.toBe(
      depthBeside(past, { ranked: 30, quota: 3 }).words,
    );
    expect(depthBeside(past, { ranked: 9, quota: 3 }).words).toMatch(/80% not on this list$/);
    expect(depthBeside({ fills: [], years: null }, { ranked: 9, quota: 3 }).marks).toEqual({});
  });
});
