// Which rows the list makes anew: so few are carried that a jump up the list costs what one row costs, and nobody who is worked
// on is touched.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type RowTurns, turnRows } from "../../app/meeting/list/row-turns";

const rows = Array.from({ length: 20 }, (_, index) => `row-${index}`);
const held = (ids: readonly string[]): RowTurns => ({ ids, turns: new Map() });
const jump = (ids: readonly string[], from: number, to: number): string[] => {
  const rest = ids.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ids[from] ?? "", ...rest.slice(to)];
};
const turned = (last: RowTurns, next: RowTurns) =>
  next.ids.filter((id) => (next.turns.get(id) ?? 0) !== (last.turns.get(id) ?? 0));

describe("rows made anew", () => {
  test("whoever jumps up past many is made anew, and nobody is carried", () => {
    const next = turnRows(held(rows), jump(rows, 15, 2), []);
    expect(turned(held(rows), next)).toEqual(["row-15"]);
  });

  test("a jump down, and a step up, carry one row and make none", () => {
    expect(turnRows(held(rows), jump(rows, 2, 15), []).turns.size).toBe(0);
    expect(turnRows(held(rows), jump(rows, 5, 4), []).turns.size).toBe(0);
  });

  test("a row that somebody works on is never made anew", () => {
    expect(turnRows(held(rows), jump(rows, 15, 2), ["row-15"]).turns.size).toBe(0);
  });

  test("an order that is new altogether is left to React", () => {
    expect(turnRows(held(rows), [...rows].reverse(), []).turns.size).toBe(0);
  });

  test("whoever stays unturned is in the order of before, or all are as they were", () => {
    const orders = fc.tuple(fc.shuffledSubarray(rows), fc.shuffledSubarray(rows));
    fc.assert(
      fc.property(orders, ([before, after]) => {
        const last = held(before);
        const next = turnRows(last, after, []);
        const changed = turned(last, next);
        if (changed.length === 0) return;
        const left = after.filter((id) => before.includes(id) && !changed.includes(id));
        expect(left).toEqual(before.filter((id) => left.includes(id)));
      }),
    );
  });
});
