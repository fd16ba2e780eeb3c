// What an applicant's timeline leaves open, worked out in months.
import { describe, expect, it } from "vitest";
import { timelineEntrySchema } from "../../domain/applicant";
import { clinicalLadder } from "../../domain/clinical-experience";
import { gapsOf, type TimelineEntry, timelineScale, untoldTime } from "../../domain/timeline";

const entry = (from: string, to: string | undefined, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  kind: "work",
  from,
  what: "Something",
  ...(to && { to }),
  ...more,
});
const since = (graduation: string, ...timeline: TimelineEntry[]) => ({ graduation, timeline });

describe("[FILE-2] a gap", () => {
  it("is what no entry covers, with its first and last month", () => {
    const file = since("2022-05", entry("2022-07", "2024-06"), entry("2025-01", "2027-06"));
    expect(gapsOf(file, 2027)).toEqual([{ from: "2024-07", to: "2024-12", months: 6 }]);
  });

  it("is longer than three months", () => {
    expect(gapsOf(since("2022-05", entry("2022-09", undefined)), 2027)).toEqual([]);
    expect(gapsOf(since("2022-05", entry("2022-10", undefined)), 2027)).toEqual([
      { from: "2022-06", to: "2022-09", months: 4 },
    ]);
  });

  it("ends with the June before residency", () => {
    const [gap] = gapsOf(since("2025-05", entry("2025-06", "2025-12")), 2027) ?? [];
    expect(gap).toEqual({ from: "2026-01", to: "2027-06", months: 18 });
    expect(gapsOf(since("2027-05", entry("2023-07", "2027-05")), 2027)).toEqual([]);
  });

  it("that is stated is told with its explanation, and open without one", () => {
    const stated = (explanation?: string) =>
      since(
        "2024-05",
        entry("2024-07", "2025-01", { kind: "gap", ...(explanation && { explanation }) }),
        entry("2025-02", undefined),
      );
    expect(gapsOf(stated("Cared for a parent."), 2027)).toEqual([]);
    expect(gapsOf(stated(), 2027)).toEqual([{ from: "2024-06", to: "2025-01", months: 8 }]);
  });

  it("is what a stated one leaves over", () => {
    const explained = entry("2024-06", "2024-09", { kind: "gap", explanation: "Moved here." });
    expect(gapsOf(since("2024-05", explained, entry("2025-03", undefined)), 2027)).toEqual([
      { from: "2024-10", to: "2025-02", months: 5 },
    ]);
  });

  it("is closed by entries that overlap, in whatever order they stand", () => {
    const file = since(
      "2020-05",
      entry("2023-01", undefined),
      entry("2020-06", "2022-03"),
      entry("2021-01", "2023-05"),
    );
    expect(gapsOf(file, 2027)).toEqual([]);
  });

  it("is not known where the file has no timeline or no graduation: then time is untold", () => {
    expect(gapsOf({ graduation: "2018-05" }, 2027)).toBeNull();
    expect(gapsOf({ graduation: "2018-05", timeline: [] }, 2027)).toBeNull();
    expect(gapsOf({ timeline: [entry("2020-01", undefined)] }, 2027)).toBeNull();
    expect(untoldTime({ graduation: "2018-05" }, 2027)).toEqual({ from: "2018-06", to: "2027-06" });
    expect(untoldTime({ graduation: "2027-05" }, 2027)).toBeUndefined();
    expect(untoldTime(since("2018-05", entry("2018-06", undefined)), 2027)).toBeUndefined();
  });
});

describe("an entry", () => {
  it.each([
    [{ kind: "work", from: "2024-13", what: "x" }],
    [{ kind: "work", from: "2024-05", to: "2024-04", what: "x" }],
    [{ kind: "holiday", from: "2024-05", what: "x" }],
    [{ kind: "work", from: "2024-05", what: " " }],
  ])("%j is none", (bad) => {
    expect(timelineEntrySchema.safeParse(bad).success).toBe(false);
  });
});

it("the scale runs from what is first to the June before residency, and every span stands on it", () => {
  const file = since("2025-05", entry("2024-07", "2025-06"));
  const scale = timelineScale(file, 2027);
  expect(scale).toMatchObject({ from: "2024-07", to: "2027-06" });
  expect(scale?.at("2024-07", "2025-06")).toEqual({ start: 0, length: 12 / 36 });
  expect(scale?.at("2026-07", undefined)).toEqual({ start: 24 / 36, length: 12 / 36 });
  expect(timelineScale({}, 2027)).toBeUndefined();
});

it("the ladder has every rung; what is not said is not zero", () => {
  const rungs = clinicalLadder([
    { kind: "researchOnly", months: 2 },
    { kind: "handsOnInpatient", months: 0 },
    { kind: "researchOnly", months: 1.5 },
  ]);
  expect(rungs.map(({ kind, months }) => [kind, months])).toEqual([
    ["handsOnInpatient", 0],
    ["externship", undefined],
    ["researchOnly", 3.5],
  ]);
});
