// The line of an applicant's rank: in words, and as a path.
import { describe, expect, it } from "vitest";
import { rankLinePath, rankLineWords, upToNow } from "../../app/meeting/drawer/rank-line-words";
import type { RankLine } from "../../domain/replay";

const line = (steps: RankLine["steps"], part: Partial<RankLine> = {}): RankLine => ({
  ...{ isFromOpening: true, to: 110, steps, moves: 5 },
  ...part,
});

describe("[BACK-3] in words", () => {
  it.each<[string, RankLine]>([
    [
      "12 at opening, 7 now, 5 moves",
      line([
        [10, 12],
        [50, 7],
      ]),
    ],
    [
      "no rank at first, 40 now, 1 move",
      line(
        [
          [20, null],
          [30, 40],
        ],
        { isFromOpening: false, moves: 1 },
      ),
    ],
    [
      "12 at opening, no rank now, 1 move",
      line(
        [
          [10, 12],
          [50, null],
        ],
        { moves: 1 },
      ),
    ],
    ["3 at opening, 3 now, 0 moves", line([[10, 3]], { moves: 0 })],
  ])("reads %s", (words, of) => {
    expect(rankLineWords(of)).toBe(words);
  });
});

describe("[BACK-3] as a path", () => {
  it("is level between changes, the best rank on top, and broken where there is no rank", () => {
    const path = rankLinePath(
      line([
        [10, 12],
        [35, 2],
        [60, null],
        [85, 7],
      ]),
      100,
      20,
    );
    expect(path).toBe("M0 20H25V0H50M75 10H100");
  });

  it("is a line in the middle where nothing changed, and a point for who has just come", () => {
    expect(rankLinePath(line([[10, 3]]), 100, 20)).toBe("M0 10H100");
    expect(rankLinePath(line([[110, 3]]), 100, 20)).toBe("M0 10H0.1");
    expect(rankLinePath(line([[110, null]]), 100, 20)).toBe("");
  });
});

describe("[BACK-3] up to now", () => {
  it("goes on with what others' moves have made of the rank since it was fetched", () => {
    const fetched = line([[10, 3]]);
    expect(upToNow(fetched, { seq: 120, rank: 3 })).toEqual({ ...fetched, to: 120 });
    expect(upToNow(fetched, { seq: 120, rank: 4 }).steps.at(-1)).toEqual([120, 4]);
    // The answer may be ahead of the socket.
    expect(upToNow(fetched, { seq: 100, rank: 3 })).toEqual(fetched);
  });
});
