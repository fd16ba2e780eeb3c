// The equity check: shares by group, what is compared with what, and what a protected column becomes.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Applicant } from "../../domain/applicant";
import { type EquityPerson, type EquityRow, equityPeople, equityTable } from "../../domain/equity";
import { ageBand, citizenshipGroup, genderGroup } from "../../domain/equity-facts";
import { type Standing, standingOf, steadied } from "../../domain/equity-standing";
import { aMeeting, applicantId, member } from "../support/a-meeting";

type Some = Partial<EquityPerson> & { gender?: string };
const person = ({ gender, ...rest }: Some): EquityPerson => ({
  outcome: "middle",
  isFlagged: false,
  move: null,
  facts: gender === undefined ? {} : { gender },
  ...rest,
});
const many = (count: number, some: Some): EquityPerson[] => Array.from({ length: count }, () => person(some));
const rowsOf = (people: readonly EquityPerson[]): EquityRow[] => equityTable(people, "gender")?.rows ?? [];
const called = (rows: readonly EquityRow[], name: string): EquityRow => {
  const row = rows.find((one) => one.name === name);
  if (!row) throw new Error(`there is no ${name}`);
  return row;
};

/** Women 10 of 40 protected, men 30 of 60; 8 of each not ranked. */
const uneven = [
  ...many(10, { gender: "Female", outcome: "protected" }),
  ...many(22, { gender: "Female" }),
  ...many(8, { gender: "Female", outcome: "red" }),
  ...many(30, { gender: "Male", outcome: "protected" }),
  ...many(22, { gender: "Male" }),
  ...many(8, { gender: "Male", outcome: "red" }),
];

describe("[EQUITY-4] shares", () => {
  it("are compared with the highest share of a named group, and marked under four fifths", () => {
    const rows = rowsOf(uneven);
    expect(rows.map(({ name, people }) => [name, people])).toEqual([
      ["Female", 40],
      ["Male", 60],
      ["Everybody", 100],
    ]);
    expect(called(rows, "Female").shares.protected).toEqual({ count: 10, ratio: 0.5, isUnderFourFifths: true });
    expect(called(rows, "Male").shares.protected).toEqual({ count: 30, ratio: 1, isUnderFourFifths: false });
    const { count, ratio, isUnderFourFifths } = called(rows, "Female").shares.ranked;
    expect([count, ratio?.toFixed(3), isUnderFourFifths]).toEqual([32, "0.923", false]);
    expect(called(rows, "Male").red).toBe(8);
    expect(called(rows, "Everybody").shares.ranked).toEqual({ count: 84, ratio: null, isUnderFourFifths: false });
  });

  it("exactly four fifths is not under it", () => {
    const rows = rowsOf([
      ...many(16, { gender: "Female", outcome: "protected" }),
      ...many(24, { gender: "Female" }),
      ...many(20, { gender: "Male", outcome: "protected" }),
      ...many(20, { gender: "Male" }),
    ]);
    expect(called(rows, "Female").shares.protected).toEqual({ count: 16, ratio: 0.8, isUnderFourFifths: false });
  });

  it("whoever is not on file is compared with nobody", () => {
    const rows = rowsOf([
      ...uneven,
      ...many(12, { outcome: "protected" }),
      ...many(6, {}),
      ...many(6, { outcome: "red" }),
    ]);
    expect(called(rows, "Not on file").shares.protected).toEqual({ count: 12, ratio: null, isUnderFourFifths: false });
    expect(called(rows, "Male").shares.protected.ratio).toBe(1);
  });

  it("nothing is compared where everybody is in", () => {
    const rows = rowsOf(uneven);
    expect(called(rows, "Female").shares.interviewed).toEqual({ count: 40, ratio: null, isUnderFourFifths: false });
  });

  it("nothing is compared where one group alone can be told", () => {
    const rows = rowsOf([...many(30, { gender: "Male", outcome: "protected" }), ...many(30, { gender: "Male" })]);
    expect(called(rows, "Male").shares.protected).toEqual({ count: 30, ratio: null, isUnderFourFifths: false });
  });
});

describe("[EQUITY-3] a table", () => {
  it("withholds a small count and one more, and keeps the rest", () => {
    const rows = rowsOf([
      ...uneven,
      ...many(2, { gender: "Another", outcome: "protected" }),
      ...many(20, { gender: "Another" }),
    ]);
    expect(called(rows, "Another").shares.protected.count).toBeNull();
    expect(called(rows, "Female").shares.protected.count).toBeNull();
    expect(called(rows, "Male").shares.protected).toMatchObject({ count: 30, ratio: null });
    expect(called(rows, "Everybody").shares.protected.count).toBe(42);
  });

  it("is none where nothing is on file, or nobody is there", () => {
    expect(equityTable(many(40, {}), "gender")).toBeNull();
    expect(equityTable([], "gender")).toBeNull();
    expect(equityTable(many(4, { gender: "Male" }), "gender")).toBeNull();
  });

  it("tells a median of at least five moves, and only of a group whose ranks it tells", () => {
    const rows = rowsOf([
      ...uneven.map((one, at) =>
        one.facts.gender === "Male" && one.outcome !== "red" ? { ...one, move: at % 3 } : one,
      ),
    ]);
    expect(called(rows, "Male").move).toBe(1);
    expect(called(rows, "Female").move).toBeNull();
  });

  it("[EQUITY-2] has groups of people and counts, and sums that are right", () => {
    const somebody = fc.record({
      gender: fc.constantFrom(undefined, "Female", "Male", "Another"),
      outcome: fc.constantFrom("protected", "middle", "red", "waiting", "notInterviewed"),
      isFlagged: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(somebody, { maxLength: 120 }), (some) => {
        const people = some.map((one) => person(one as Some));
        const rows = rowsOf(people);
        const groups = rows.filter(({ kind }) => kind !== "everybody");
        if (rows.length === 0) return;
        expect(groups.reduce((sum, row) => sum + row.people, 0)).toBe(people.length);
        for (const key of ["interviewed", "ranked", "protected"] as const) {
          const counts = groups.map(({ shares }) => shares[key].count);
          const whole = called(rows, "Everybody").shares[key].count;
          if (whole !== null && counts.every((count) => count !== null)) {
            expect(counts.reduce((sum, count) => sum + count, 0)).toBe(whole);
          }
          if (whole === null) expect(counts.every((count) => count === null)).toBe(true);
        }
      }),
    );
  });
});

describe("[EQUITY-6] what the list shows beside every name", () => {
  // Of 61 international graduates nobody is protected and 3 are red; of 101 US MDs 35 are protected; of 4 US DOs 1 is red.
  const people = [
    ...many(58, { schoolType: "International", move: -2 }),
    ...many(3, { schoolType: "International", outcome: "red" }),
    ...many(35, { schoolType: "US MD", outcome: "protected" }),
    ...many(66, { schoolType: "US MD" }),
    ...many(3, { schoolType: "US DO" }),
    ...many(1, { schoolType: "US DO", outcome: "red" }),
  ];
  const rows = equityTable(people, "schoolType")?.rows ?? [];

  it("is counted, zeros and small groups too", () => {
    expect(rows.map(({ name, people: size, shares, red }) => [name, size, shares.protected.count, red])).toEqual([
      ["International", 61, 0, 3],
      ["US DO", 4, 0, 1],
      ["US MD", 101, 35, 0],
      ["Everybody", 166, 35, 4],
    ]);
    expect(called(rows, "International").shares.protected).toEqual({ count: 0, ratio: 0, isUnderFourFifths: true });
    // 58 of 61 over 101 of 101.
    expect(called(rows, "International").shares.ranked.ratio).toBeCloseTo(58 / 61, 12);
    expect(called(rows, "International").move).toBe(-2);
  });

  it("which a protected column is not", () => {
    const hidden = people.map((one) => ({ ...one, facts: { gender: one.schoolType } }));
    // The four are put together with the smallest of the others, and of nobody protected among 65 nothing is told.
    const rows = rowsOf(hidden).filter(({ kind }) => kind !== "everybody");
    expect(rows.map(({ people: size, shares }) => [size, shares.protected.count])).toEqual([
      [101, null],
      [65, null],
    ]);
  });
});

describe("where somebody stands", () => {
  const isInterviewed = ({ id }: Applicant) => id === applicantId(4);
  const five = () => aMeeting({ protected: 1, middle: 1, red: 1, unplaced: 2 });

  it("is told by the list, and without a place by whether somebody has met them", () => {
    const to = { zone: "protected", after: null, before: applicantId(1) } as const;
    const { state } = five().do({ type: "moveApplicant", applicantId: applicantId(2), to }, member.pd);
    const standing = standingOf(state, isInterviewed, "2027-02-01T09:00:00.000Z");
    const applicants = [1, 2, 3, 4, 5].map((n) => state.applicants[applicantId(n)] as Applicant);
    expect(equityPeople(state, applicants, standing, () => ({})).map(({ outcome, move }) => [outcome, move])).toEqual([
      ["protected", -1],
      ["protected", 1],
      ["red", null],
      ["waiting", null],
      ["notInterviewed", null],
    ]);
  });

  it("[EQUITY-7] and whoever leaves or comes moves nobody", () => {
    const meeting = aMeeting({ protected: 1, middle: 3 });
    const preliminary = meeting.state.order;
    meeting.do({ type: "withdrawApplicant", applicantId: applicantId(1) }, member.pd);
    const standing = standingOf(meeting.state, isInterviewed, "");
    const applicants = [2, 3, 4].map((n) => meeting.state.applicants[applicantId(n)] as Applicant);
    const people = equityPeople({ ...meeting.state, preliminary }, applicants, standing, () => ({}));
    // Ranks 2, 3 and 4 are 1, 2 and 3 now: the same among each other.
    expect(people.map(({ move }) => move)).toEqual([0, 0, 0]);
  });

  it("without the withdrawn, and only a verified flag counts", () => {
    const flag = { category: "examination", provenance: "document", sentence: "Step 1 twice." } as const;
    const meeting = five().do({ type: "withdrawApplicant", applicantId: applicantId(5) }, member.pd);
    meeting.do({ type: "raiseFlag", applicantId: applicantId(2), ...flag }, member.faculty);
    const standing = () => standingOf(meeting.state, isInterviewed, "");
    expect(Object.keys(standing().outcomes)).toHaveLength(4);
    expect(standing().flagged).toEqual([]);
    const [markId = ""] = Object.keys(meeting.state.flags);
    meeting.do({ type: "verifyFlag", markId, reason: "Read it." }, member.pd);
    expect(standing().flagged).toEqual([applicantId(2)]);
  });
});

describe("[EQUITY-5] figures that were shown", () => {
  const ids = Array.from({ length: 12 }, (_, n) => applicantId(n + 1));
  const standing = (change: Partial<Standing> = {}): Standing => ({
    outcomes: Object.fromEntries(ids.map((id) => [id, "middle" as const])),
    flagged: [],
    factsUntil: "then",
    ...change,
  });
  const moved = (count: number) =>
    Object.fromEntries(ids.map((id, at) => [id, at < count ? ("protected" as const) : ("middle" as const)]));
  const facts = (count: number) => new Map(ids.slice(0, count).map((id) => [id, { gender: "Female" }]));
  const same = { last: facts(0), now: facts(0) };

  it("stay while fewer than five stand elsewhere, have another flag, or other facts", () => {
    for (const few of [1, 4]) {
      const now = standing({ outcomes: moved(few), flagged: ids.slice(0, few), factsUntil: "now" });
      expect(steadied(standing(), now, { last: facts(0), now: facts(few) })).toEqual({
        standing: standing(),
        isHeld: true,
      });
    }
  });

  it("are those of now from five on, each by itself: many moves do not bring one flag with them", () => {
    const now = standing({ outcomes: moved(5), flagged: ids.slice(0, 1), factsUntil: "now" });
    expect(steadied(standing(), now, same)).toEqual({
      standing: standing({ outcomes: moved(5) }),
      isHeld: true,
    });
  });

  it("follow whoever comes in or goes like whoever moves", () => {
    const { [ids[0] ?? ""]: _gone, ...outcomes } = moved(0);
    expect(steadied(standing(), standing({ outcomes }), same)).toEqual({ standing: standing(), isHeld: true });
  });

  it("are those of now the first time, and where nothing has changed", () => {
    expect(steadied(undefined, standing(), same)).toEqual({ standing: standing(), isHeld: false });
    const now = standing({ factsUntil: "now" });
    expect(steadied(standing(), now, same)).toEqual({ standing: standing(), isHeld: false });
    expect(steadied(standing(), now, { last: facts(0), now: facts(5) })).toEqual({ standing: now, isHeld: false });
  });
});

describe("[EQUITY-1] no more is kept than a group", () => {
  it("of a date of birth the age group on July 1 of the match year", () => {
    expect(ageBand("1997-07-01", 2027)).toBe("30 to 34");
    expect(ageBand("1997-07-02", 2027)).toBe("Under 30");
    expect(ageBand("1987-06-30", 2027)).toBe("40 or over");
    expect(ageBand("1987-12-30", 2027)).toBe("35 to 39");
  });

  it("of citizenship whether it is of the United States", () => {
    for (const said of ["US", "U.S. Citizen", "United States", "USA", "united states of america", "US citizen"]) {
      expect(citizenshipGroup(said), said).toBe("Citizen of the US");
    }
    expect(citizenshipGroup("U.S. Permanent Resident")).toBe("Permanent resident of the US");
    for (const said of ["Austria", "Russia", "Foreign national", "Non-US citizen"]) {
      expect(citizenshipGroup(said), said).toBe("Citizen of another country");
    }
  });

  it("of a gender its word", () => {
    expect(["F", "male", "Non-binary"].map(genderGroup)).toEqual(["Female", "Male", "Non-binary"]);
  });
});
