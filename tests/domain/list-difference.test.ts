// What lies between two lists.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listDifference, spotIn } from "../../domain/list-difference";
import { moveTo, rankedIds } from "../../domain/rank-list";
import { places, type RankOrder, zones } from "../../domain/zone";

const order = (protectedIds: string, middle = "", red = "", unplaced = ""): RankOrder => ({
  protected: [...protectedIds],
  middle: [...middle],
  red: [...red],
  unplaced: [...unplaced],
});

test("one long move is one move, and those who made room for it are told apart", () => {
  const changes = listDifference(order("ab", "cdef"), order("fab", "cde"));
  expect(changes[0]).toEqual({
    applicantId: "f",
    kind: "zone",
    from: { place: "middle", rank: 6 },
    to: { place: "protected", rank: 1 },
    by: 5,
  });
  expect(changes.slice(1).map(({ applicantId, kind, by }) => [applicantId, kind, by])).toEqual(
    [..."abcde"].map((id) => [id, "shifted", -1]),
  );
});

test("the furthest come first: whoever won or lost a rank altogether, then by ranks", () => {
  const changes = listDifference(order("ab", "cdefg", "h"), order("ba", "gcdfh", "e"));
  expect(
    changes.filter(({ kind }) => kind !== "shifted").map(({ applicantId, kind, by }) => [applicantId, kind, by]),
  ).toEqual([
    ["h", "zone", undefined],
    ["e", "zone", undefined],
    ["g", "moved", 4],
    ["b", "moved", 1],
  ]);
});

test("who came in, who left, and who was placed", () => {
  const changes = listDifference(order("a", "b", "", "u"), order("a", "uc"));
  expect(changes.map(({ applicantId, kind }) => [applicantId, kind])).toEqual(
    expect.arrayContaining([
      ["u", "zone"],
      ["c", "entered"],
      ["b", "left"],
    ]),
  );
});

describe("properties", () => {
  const someOrder = fc
    .tuple(
      fc.shuffledSubarray([..."abcdefghij"], { minLength: 10 }),
      fc.array(fc.nat({ max: 10 }), { minLength: 3, maxLength: 3 }),
    )
    .map(([ids, cuts]): RankOrder => {
      const [one = 0, two = 0, three = 0] = [...cuts].sort((x, y) => x - y);
      return {
        protected: ids.slice(0, one),
        middle: ids.slice(one, two),
        red: ids.slice(two, three).sort(),
        unplaced: ids.slice(three).sort(),
      };
    });

  test("a list differs from itself in nothing, and from another exactly where the spots differ", () => {
    fc.assert(
      fc.property(someOrder, someOrder, (one, other) => {
        expect(listDifference(one, one)).toEqual([]);
        const changed = new Set(listDifference(one, other).map(({ applicantId }) => applicantId));
        for (const id of places.flatMap((place) => one[place])) {
          const [from, to] = [spotIn(one, id), spotIn(other, id)];
          expect(changed.has(id)).toBe(from?.place !== to?.place || from?.rank !== to?.rank);
        }
      }),
    );
  });

  test("those who only made room stand among each other as they stood", () => {
    fc.assert(
      fc.property(someOrder, someOrder, (one, other) => {
        const shifted = new Set(
          listDifference(one, other).flatMap(({ kind, applicantId }) => (kind === "shifted" ? [applicantId] : [])),
        );
        const among = (list: RankOrder) => rankedIds(list).filter((id) => shifted.has(id));
        expect(among(one)).toEqual(among(other));
      }),
    );
  });

  test("one move is one mover at most", () => {
    fc.assert(
      fc.property(someOrder, fc.constantFrom(...zones), fc.nat({ max: 9 }), (list, zone, at) => {
        const id = [..."abcdefghij"][at] as string;
        const moved = moveTo(list, id, { zone, after: null, before: list[zone].find((other) => other !== id) ?? null });
        if (!moved) return;
        const changes = listDifference(list, { ...moved, red: [...moved.red].sort() });
        expect(changes.filter(({ kind }) => kind !== "shifted").length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
