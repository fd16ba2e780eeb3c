// What a list could be arranged to: by values, by a list, by nothing.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { proposeByList, proposeByRanking, proposeNothing } from "../../domain/arrangement";
import { arrangedOrder } from "../../domain/decide-draft";
import { holdsEachOnce } from "../../domain/rank-list";
import { places, type RankOrder } from "../../domain/zone";

const order: RankOrder = { protected: ["a"], middle: ["b", "c"], red: ["r"], unplaced: ["e", "d"] };

describe("by a ranking", () => {
  const ranking = ["b", "e", "r", "d"];

  test("[DRAFT-5] whoever has no place in it comes last and is not protected, however many are to be", () => {
    expect(proposeByRanking(order, ranking, 5)).toEqual({
      order: { protected: ["b", "e", "d"], middle: ["a", "c"], red: [], unplaced: [] },
      withoutValue: ["a", "c"],
    });
    expect(proposeByRanking(order, ranking, 1).order.middle).toEqual(["e", "d", "a", "c"]);
  });

  test("whoever is in red is left there", () => {
    const { order: proposed } = proposeByRanking(order, ranking, 1);
    expect(arrangedOrder({ order, recusals: {} }, proposed, "pd").red).toEqual(["r"]);
  });
});

test("[DRAFT-5] by a list: its order and its red; whoever is not on it comes last", () => {
  const list = { protected: ["c", "x"], middle: ["e", "r"], red: ["a"] };
  expect(proposeByList(order, list, 1)).toEqual({
    order: { protected: ["c"], middle: ["e", "r", "b", "d"], red: ["a"], unplaced: [] },
    withoutValue: ["b", "d"],
  });
});

test("by nothing: everybody back to the tray", () => {
  const { order: proposed } = proposeNothing(order);
  const next = arrangedOrder({ order, recusals: {} }, proposed, "pd");
  expect(next).toEqual({ protected: [], middle: [], red: [], unplaced: ["a", "b", "c", "r", "e", "d"] });
});

test("[DRAFT-3] whatever is asked for, everybody is on the list once, and the withheld keep their zone", () => {
  const ids = [..."abcdefgh"];
  const someIds = fc.array(fc.constantFrom(...ids, "x"), { maxLength: 8 });
  const someOrder = fc
    .tuple(fc.shuffledSubarray(ids, { minLength: 8 }), fc.array(fc.nat({ max: 8 }), { minLength: 3, maxLength: 3 }))
    .map(([shuffled, cuts]): RankOrder => {
      const [one = 0, two = 0, three = 0] = [...cuts].sort((p, q) => p - q);
      const [top, middle] = [shuffled.slice(0, one), shuffled.slice(one, two)];
      return { protected: top, middle, red: shuffled.slice(two, three), unplaced: shuffled.slice(three) };
    });
  const someLists = fc.record({ protected: someIds, middle: someIds, red: someIds, unplaced: someIds });
  fc.assert(
    fc.property(someOrder, someLists, fc.subarray(ids), (before, lists, withheld) => {
      const after = arrangedOrder({ order: before, recusals: { by: withheld } }, lists, "by");
      expect(holdsEachOnce(after, ids)).toBe(true);
      for (const id of withheld)
        for (const place of places) expect(after[place].includes(id)).toBe(before[place].includes(id));
    }),
  );
});
