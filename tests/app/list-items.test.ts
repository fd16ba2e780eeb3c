// The ranked list as rows: which neighbours fold into one line, and what a drop among folds means.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldItems, shiftOf } from "../../app/meeting/list/folds";
import { DIVIDER, dropAt, heldIn, isFold, rankedItems } from "../../app/meeting/list/list-items";
import type { MeetingState } from "../../domain/meeting";
import { moveTo, rankOf } from "../../domain/rank-list";
import { emptyRoom, type ObjectionCall, type Stage } from "../../domain/room";
import { applicantId as a, aMeeting } from "../support/a-meeting";

interface Fixture {
  confirmed: readonly number[];
  protectedCount?: number;
  middleCount?: number;
  quota?: number;
  stage?: Stage;
  calls?: readonly ObjectionCall[];
  isLocked?: boolean;
}

function aState(parts: Fixture): MeetingState {
  const { confirmed, protectedCount = 4, middleCount = 6, quota = 99, stage = "agenda", calls = [], isLocked } = parts;
  const { state } = aMeeting({ protected: protectedCount, middle: middleCount });
  const room = {
    ...emptyRoom,
    ...{ stage, calls },
    confirmed: Object.fromEntries(confirmed.map((n) => [a(n), "a call"])),
  };
  return { ...state, quota, room, phase: isLocked ? "locked" : "open" };
}

interface Own {
  isFolded?: boolean;
  open?: readonly number[];
  keptId?: string;
  selected?: readonly number[];
}

function itemsOf(state: MeetingState, { isFolded, open = [], keptId, selected = [] }: Own = {}): readonly string[] {
  return foldItems(rankedItems(state.order), {
    state,
    own: { ...(isFolded !== undefined && { isFolded }), open: new Set(open.map(a)) },
    keptId: keptId ?? null,
    selected: new Set(selected.map(a)),
  });
}

/** `1 2 [3-4] | 5`: numbers of applicants, folds, the divider. */
const written = (items: readonly string[]): string =>
  items
    .map((item) => {
      const { first, last } = heldIn(item);
      const [from, to] = [Number(first?.slice(-3)), Number(last?.slice(-3))];
      return item === DIVIDER ? "|" : isFold(item) ? `[${from}-${to}]` : String(from);
    })
    .join(" ");

describe("[FOLD-1] confirmed neighbours", () => {
  test("fold into one line from the agenda on, until the lock", () => {
    const confirmed = [2, 3, 6, 8, 9];
    expect(written(itemsOf(aState({ confirmed })))).toBe("1 [2-3] 4 | 5 6 7 [8-9] 10");
    expect(written(itemsOf(aState({ confirmed, stage: "silentRound" })))).toContain("[2-3]");
    for (const other of [{ stage: "walkThrough" }, { isLocked: true }] as const) {
      expect(written(itemsOf(aState({ confirmed, ...other })))).not.toContain("[");
    }
  });

  test("fold as the viewer says, whatever the stage", () => {
    expect(written(itemsOf(aState({ confirmed: [2, 3], stage: "walkThrough" }), { isFolded: true }))).toContain(
      "[2-3]",
    );
    expect(written(itemsOf(aState({ confirmed: [2, 3] }), { isFolded: false }))).not.toContain("[");
  });

  test("do not fold over the border of the zones, nor over the line of the quota", () => {
    expect(written(itemsOf(aState({ confirmed: [1, 2, 3, 4, 5, 6], quota: 2 })))).toBe("[1-2] [3-4] | [5-6] 7 8 9 10");
  });

  test("stay open while the viewer works on one, has one selected, has opened it or is asked about it", () => {
    const confirmed = [5, 6, 7];
    const call = { applicantIds: [a(6)] } as unknown as ObjectionCall;
    const state = aState({ confirmed });
    expect(written(itemsOf(state, { keptId: a(6) }))).not.toContain("[");
    expect(written(itemsOf(state, { selected: [7] }))).not.toContain("[");
    expect(written(itemsOf(state, { open: [5] }))).not.toContain("[");
    expect(written(itemsOf(aState({ confirmed, calls: [call] })))).not.toContain("[");
    expect(written(itemsOf(state))).toContain("[5-7]");
  });

  test("are the very list that came in where nothing folds, so that nothing is rendered for it", () => {
    const state = aState({ confirmed: [2, 9] });
    const ranked = rankedItems(state.order);
    const parts = { state, own: { open: new Set<string>() }, keptId: null, selected: new Set<string>() };
    expect(foldItems(ranked, parts)).toBe(ranked);
  });
});

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const someList = fc
  .record({ protectedCount: fc.nat(6), middleCount: fc.nat(8), quota: fc.nat(14) })
  .filter(({ protectedCount, middleCount }) => protectedCount + middleCount > 0)
  .chain((shape) =>
    fc.record({
      shape: fc.constant(shape),
      confirmed: fc.subarray(numbers(shape.protectedCount + shape.middleCount)),
      pick: fc.nat(),
      place: fc.nat(),
    }),
  );

/** Everybody, with the folds taken apart. */
const spread = (items: readonly string[], ranked: readonly string[]): string[] =>
  items.flatMap((item) => {
    const { first, last } = heldIn(item);
    return isFold(item) ? ranked.slice(ranked.indexOf(first ?? ""), ranked.indexOf(last ?? "") + 1) : [item];
  });

describe("[FOLD-2] a fold changes no order", () => {
  test("whatever is folded, everybody is there once, in their order", () => {
    fc.assert(
      fc.property(someList, ({ shape, confirmed }) => {
        const state = aState({ ...shape, confirmed });
        const ranked = rankedItems(state.order);
        expect(spread(itemsOf(state), ranked)).toEqual(ranked);
      }),
    );
  });

  test("[ORD-4] a drop lands where it was seen to: beside whom, in which zone, at which rank", () => {
    fc.assert(
      fc.property(someList, ({ shape, confirmed, pick, place }) => {
        const state = aState({ ...shape, confirmed });
        const ranked = rankedItems(state.order);
        const items = itemsOf(state);
        const single = items.filter((item) => item !== DIVIDER && !isFold(item));
        const dragged = single[pick % single.length];
        if (dragged === undefined) return;
        const rest = items.filter((item) => item !== dragged);
        const index = place % (rest.length + 1);
        const { to, rank } = dropAt(items, dragged, index);
        const order = moveTo(state.order, dragged, to);
        if (!order) throw new Error("the anchor is gone");
        const seen = spread([...rest.slice(0, index), dragged, ...rest.slice(index)], ranked);
        expect(rankedItems(order)).toEqual(seen);
        expect(rankOf(order, dragged)).toBe(rank);
      }),
      { numRuns: 500 },
    );
  });
});

describe("when folds come and go above what is in view", () => {
  const state = aState({ confirmed: [1, 2, 3], protectedCount: 4, middleCount: 20 });
  const ranked = rankedItems(state.order);
  const folded = itemsOf(state);
  const at = (row: number) => ({ scrolled: row * 44, rowHeight: 44 });

  test("the rows in view stay where they are", () => {
    // Row 10 is row 8 when three have become one.
    expect(shiftOf(at(10), ranked, folded, ranked)).toBe(-2 * 44);
    expect(shiftOf(at(8), folded, ranked, ranked)).toBe(2 * 44);
  });

  test("at the top of the list, or where folds are the same, nothing is scrolled", () => {
    expect(shiftOf(at(0), ranked, folded, ranked)).toBe(0);
    expect(shiftOf(at(10), ranked, [...ranked], ranked)).toBe(0);
  });

  test("whoever was in view and has gone into a fold is looked for there", () => {
    expect(shiftOf(at(2), ranked, folded, ranked)).toBe(-2 * 44);
  });
});
