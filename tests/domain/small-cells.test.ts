// Counts that nobody can take apart: every table of a small world is tried against every other table that would have been shown
// just the same, which is what a reader who subtracts, adds and thinks could find out at most.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupsOf, type ShownCount, shownCounts } from "../../domain/small-cells";

/** So low that all tables of a size can be gone through; the rule is the same. */
const least = 2;
const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Every way to part a row's people. */
function partings(people: number, width: number): number[][] {
  if (width === 1) return [[people]];
  const ways: number[][] = [];
  for (let first = 0; first <= people; first++) {
    for (const rest of partings(people - first, width - 1)) ways.push([first, ...rest]);
  }
  return ways;
}

const upTo = (row: readonly number[], at: number): number => total(row.slice(0, at + 1));

/** Every table with the same rows, the same totals of columns and the same answers. */
function* alike(table: readonly number[][], shown: readonly ShownCount[][]): Generator<number[][]> {
  const width = table[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => total(table.map((row) => row[at] ?? 0)));
  const choices = table.map((row, index) =>
    partings(total(row), width).filter((way) =>
      shown[index]?.every((answer, at) => answer === null || answer === upTo(way, at)),
    ),
  );
  function* choose(index: number, left: readonly number[]): Generator<number[][]> {
    if (index === choices.length - 1) {
      // The last row is what the columns leave over, if that is one of its ways.
      if (choices[index]?.some((way) => way.every((count, at) => count === left[at]))) yield [[...left]];
      return;
    }
    for (const way of choices[index] ?? []) {
      const rest = left.map((count, at) => count - (way[at] ?? 0));
      if (rest.some((count) => count < 0)) continue;
      for (const others of choose(index + 1, rest)) yield [way, ...others];
    }
  }
  yield* choose(0, columns);
}

const tables = fc.integer({ min: 2, max: 4 }).chain((width) =>
  fc.array(
    fc.array(fc.nat({ max: 3 }), { minLength: width, maxLength: width }).filter((row) => {
      const people = total(row);
      return people >= least && people <= 6;
    }),
    { minLength: 1, maxLength: 3 },
  ),
);

describe("[EQUITY-3] counts by group", () => {
  it("show no small count, none that is left over, and no small difference between two answers", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const shown = shownCounts(table, least);
        for (const [index, row] of table.entries()) {
          // An answer that is everybody's, or nobody's, tells no groups apart.
          const told = (shown[index] ?? []).flatMap((count, at) =>
            count === null || table.every((other) => upTo(other, at) === total(other)) ? [] : [count],
          );
          for (const [at, count] of told.entries()) {
            expect(count).toBeGreaterThanOrEqual(least);
            expect(total(row) - count).toBeGreaterThanOrEqual(least);
            const before = told[at - 1];
            if (before !== undefined && before !== count) expect(count - before).toBeGreaterThanOrEqual(least);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("are right where they are shown", () => {
    fc.assert(
      fc.property(tables, (table) => {
        shownCounts(table, least).forEach((row, index) => {
          row.forEach((count, at) => {
            if (count !== null) expect(count).toBe(upTo(table[index] ?? [], at));
          });
        });
      }),
    );
  });

  it("leave a withheld count open: nobody can work out that it is small", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const shown = shownCounts(table, least);
        const width = (table[0]?.length ?? 0) - 1;
        const possible = [...alike(table, shown)];
        for (let at = 0; at < width; at++) {
          const inside = total(table.map((row) => upTo(row, at)));
          const everybody = total(table.map(total));
          // Of a total that is small itself, which the list shows, every part is.
          if (inside < least || everybody - inside < least) continue;
          for (const [index, row] of table.entries()) {
            if (shown[index]?.[at] !== null || table.length < 2) continue;
            const counts = possible.map((other) => upTo(other[index] ?? [], at));
            // Told only where it fails: to write every table down takes longer than to try it.
            const isOpen = Math.max(...counts) >= least && total(row) - Math.min(...counts) >= least;
            if (!isOpen) expect.fail(JSON.stringify({ table, shown, index, at }));
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("leave what lies between two answers open as well", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const shown = shownCounts(table, least);
        const possible = [...alike(table, shown)];
        const width = table[0]?.length ?? 0;
        for (let at = 0; at < width; at++) {
          // What the list itself shows to be small is small in every group.
          if (total(table.map((row) => row[at] ?? 0)) < least) continue;
          for (const index of table.keys()) {
            if (table.length < 2) continue;
            const largest = Math.max(...possible.map((other) => other[index]?.[at] ?? 0));
            if (!(largest >= least)) expect.fail(JSON.stringify({ table, shown, index, at }));
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("withhold a second group where one alone could be had by subtraction", () => {
    const shown = shownCounts([
      [20, 30],
      [12, 13],
      [2, 20],
    ]);
    // Without the second, 34 in all less 32 would be the third's two.
    expect(shown).toEqual([[20], [null], [null]]);
  });

  it("say nothing where what is withheld together stays small", () => {
    expect(
      shownCounts([
        [3, 9],
        [1, 20],
      ]),
    ).toEqual([[null], [null]]);
  });

  it("keep withheld what an earlier answer withheld", () => {
    const [first, second, third] = shownCounts([
      [20, 20, 20],
      [2, 20, 20],
      [20, 20, 20],
    ]);
    expect([first?.[0], second?.[0], third?.[0]]).toEqual([null, null, 20]);
    expect([second?.[1], third?.[1]]).toEqual([null, 40]);
  });

  it("tell what is everybody's, and pass over what is nobody's", () => {
    expect(
      shownCounts([
        [10, 10, 0, 0],
        [10, 10, 0, 0],
      ]),
    ).toEqual([
      [10, 20, 20],
      [10, 20, 20],
    ]);
    expect(
      shownCounts([
        [0, 10, 10],
        [0, 10, 10],
      ]),
    ).toEqual([
      [null, 10],
      [null, 10],
    ]);
  });
});

describe("[EQUITY-3] groups", () => {
  const people = (...sizes: [string | null, number][]) =>
    sizes.flatMap(([group, size]) => Array.from({ length: size }, () => ({ group })));
  const told = (...sizes: [string | null, number][]) =>
    groupsOf(people(...sizes)).map(({ name, people: group }) => [name, group.length]);

  it("hold everybody once, and none is small", () => {
    const anybody = fc.array(fc.record({ group: fc.constantFrom(null, "A", "B", "C", "D", "E") }), { maxLength: 60 });
    fc.assert(
      fc.property(anybody, (some) => {
        const groups = groupsOf(some);
        expect(groups.every(({ people: group }) => group.length >= 5)).toBe(true);
        const held = groups.flatMap(({ people: group }) => group);
        expect(new Set(held).size).toBe(held.length);
        expect(held.length).toBe(groups.length === 0 ? 0 : some.length);
        if (groups.length === 0) expect(some.length).toBeLessThan(5);
      }),
    );
  });

  it("stand by name, those not on file after them, the small ones together at the end and unnamed", () => {
    expect(told(["Male", 30], [null, 6], ["Female", 28], ["X", 3], ["Y", 2])).toEqual([
      ["Female", 28],
      ["Male", 30],
      ["Not on file", 6],
      ["Smaller groups together", 5],
    ]);
  });

  it("a single small one takes the next smallest with it, for the rest of all would be its size", () => {
    expect(told(["Male", 30], ["Female", 28], ["X", 3])).toEqual([
      ["Male", 30],
      ["Smaller groups together", 31],
    ]);
  });

  it("are none among fewer than five people", () => {
    expect(told(["Male", 2], ["Female", 2])).toEqual([]);
  });
});
