// The figures of a rubric against arithmetic done by hand, and what must hold of every score that is shown.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rounded, settled, sumOf } from "../../domain/fraction";
import { groupShares, leftOut, leftOutWords } from "../../domain/left-out";
import { defaultRubric, type Rubric, type RubricLine, rubricScore } from "../../domain/rubric";
import { scorePeople, unaskedLines } from "../../domain/rubric-asked";
import type { RubricFacts } from "../../domain/rubric-facts";
import { shownScore } from "../../domain/rubric-figures";
import { suggestedOrder } from "../../domain/rubric-order";
import { applicantId } from "../support/a-meeting";

const onFile = (facts: Partial<RubricFacts>): RubricFacts => ({ interruptions: "unknown", ...facts });
const sponsoring: Rubric = { ...defaultRubric, visa: { sponsorsJ1: true, h1bSeats: 3 } };

describe("[RUBRIC-1] a total is exact and rounded once", () => {
  it("does not round what it adds", () => {
    // Step 2 CK 228: 8 of 30 of 25 points = 6.667. Two months at 100% and two at 60% of four: 3.2 / 4 of 25 = 20.
    // 26.667 of 50 = 53.333. Rounded to thousandths first it was 0.267 × 25 + 20 = 26.675, of 50 = 53.35: 53.4.
    const score = rubricScore(
      defaultRubric,
      onFile({
        step2: [228],
        clinicalExperience: [
          { kind: "handsOnInpatient", months: 2 },
          { kind: "externship", months: 2 },
        ],
      }),
    );
    expect(score.total).toBe(53.3);
    expect(shownScore(score)).toEqual({
      total: "53.3",
      earned: "26.67",
      points: { step2: "6.67", clinicalExperience: "20" },
    });
  });

  it("shows lines that add up to what was earned", () => {
    // Thirds in two lines: 10 of 30 of 25 = 8.333, and 2 of 3 months at 100% of 25 = 16.667. Together 25 of 50.
    const thirds = { ...defaultRubric, clinicalExperience: { ...defaultRubric.clinicalExperience, fullMonths: 3 } };
    const facts = onFile({ step2: [230], clinicalExperience: [{ kind: "handsOnInpatient", months: 2 }] });
    expect(shownScore(rubricScore(thirds, facts))).toEqual({
      total: "50.0",
      earned: "25",
      points: { step2: "8.33", clinicalExperience: "16.67" },
    });
  });

  it("a sum that is known better than its parts goes to the largest remainders, of equal ones to the first", () => {
    // Three thirds are one: 0.33, 0.33 and 0.33 lack 0.01.
    const third = { over: 1, under: 3 };
    expect(settled([third, third, third], 100n)).toEqual([34n, 33n, 33n]);
    // 0.166…, 0.166… and 0.666…: 0.16 + 0.16 + 0.66 lack 0.02, and all three remainders are two thirds.
    expect(
      settled(
        [
          { over: 1, under: 6 },
          { over: 1, under: 6 },
          { over: 2, under: 3 },
        ],
        100n,
      ),
    ).toEqual([17n, 17n, 66n]);
    // A half goes up: 41.625 of 50 is 83.25.
    expect(rounded(sumOf([{ over: 333, under: 8 }]), 1000n, 50n)).toBe(833n);
  });

  it("takes as many decimals as the total asks for", () => {
    // 20 of 30 of 25 and ten of ten: 26.667 of 35 = 76.190. 26.67 of 35 = 76.2 as well.
    expect(shownScore(rubricScore(defaultRubric, { step2: [240], interruptions: "none" }))).toMatchObject({
      total: "76.2",
      earned: "26.67",
    });
    // 1 of 30 of 3 and 1 of 3 of 3 … of a weight of 3 alone: 0.1 of 3 = 3.333, and no cut of it may read as 3.4.
    const light = { ...defaultRubric, weights: { ...defaultRubric.weights, step2: 3 } };
    expect(shownScore(rubricScore(light, onFile({ step2: [221] })))).toMatchObject({ total: "3.3", earned: "0.1" });
  });
});

const someFacts: fc.Arbitrary<RubricFacts> = fc.record(
  {
    step2: fc.array(fc.integer({ min: 200, max: 280 }), { maxLength: 1 }),
    visa: fc.constantFrom("none", "j1", "h1b", "needed"),
    interruptions: fc.constantFrom("unknown", "none", "explained", "unexplained"),
    usClinicalMonths: fc.double({ min: 0, max: 20, noNaN: true }),
    schoolType: fc.constantFrom("US MD", "US DO", "International"),
  },
  { requiredKeys: ["interruptions"] },
);
const someRubric: fc.Arbitrary<Rubric> = fc
  .record({
    step2: fc.tuple(fc.integer({ min: 150, max: 230 }), fc.integer({ min: 1, max: 70 })),
    weights: fc.tuple(...([1, 2, 3, 4, 5, 6] as const).map(() => fc.integer({ min: 1, max: 100 }))),
    fullMonths: fc.integer({ min: 1, max: 36 }),
    explained: fc.integer({ min: 0, max: 100 }),
  })
  .map(
    ({
      step2: [from, more],
      weights: [clinical = 1, step2 = 1, visa = 1, school = 1, gaps = 1, letters = 1],
      ...rest
    }) => ({
      ...sponsoring,
      weights: { clinicalExperience: clinical, step2, visa, school, gaps, lettersAndFit: letters },
      clinicalExperience: { ...sponsoring.clinicalExperience, fullMonths: rest.fullMonths },
      step2: { from, to: from + more },
      gaps: { explained: rest.explained, unexplained: null },
    }),
  );

/** `12.34` in billionths, exactly. */
const parsed = (shown: string): bigint => {
  const [whole = "0", rest = ""] = shown.split(".");
  return BigInt(whole + rest.padEnd(9, "0"));
};

describe("[RUBRIC-1] whatever is scored, the page can be worked out again from what it shows", () => {
  it("lines add up to what was earned, and that over what is known is the total", () => {
    fc.assert(
      fc.property(someRubric, someFacts, fc.integer({ min: 0, max: 5 }), (rubric, facts, rating) => {
        const score = rubricScore(rubric, facts, { lettersAndFit: rating });
        const { total, earned, points } = shownScore(score);
        const sum = Object.values(points).reduce((all, each) => all + parsed(each), 0n);
        expect(sum).toBe(parsed(earned));
        const again = rounded({ over: parsed(earned), under: 10n ** 9n }, 1000n, BigInt(score.known));
        expect((Number(again) / 10).toFixed(1)).toBe(total);
        for (const { line, points: exact } of score.lines) {
          if (exact !== null) expect(Math.abs(Number(points[line]) - exact)).toBeLessThan(0.01);
        }
      }),
      { numRuns: 500, seed: 20270201 },
    );
  });
});

const many = (count: number, facts: (at: number) => Partial<RubricFacts>, first = 0) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ id: applicantId(first + at + 1), facts: onFile(facts(at)), ratings: {} },
  }));

describe("[RUBRIC-7] a line that a group has nothing on file for is asked of nobody", () => {
  // 40 US graduates without clinical experience on file, as exports have them, and 20 international graduates with some. Both have
  // the same examination scores, from 231 up.
  const us = many(40, (at) => ({ schoolType: "US MD", visa: "none", step2: [231 + at], interruptions: "none" }));
  const abroad = many(
    20,
    (at) => ({
      ...{ schoolType: "International", visa: "j1", step2: [231 + at], interruptions: "none" },
      usClinicalMonths: 2,
    }),
    40,
  );

  it("and is in no total, so that equals are equals", () => {
    const { scored, unasked } = scorePeople(sponsoring, [...us, ...abroad]);
    expect([...unasked]).toEqual([
      ["clinicalExperience", "Asked of nobody here, and in no total: it is known of 0 of 40 US MD graduates."],
      ["lettersAndFit", "Asked of nobody here, and in no total: it is known of nobody yet."],
    ]);
    // Step 2 CK 240: 20 of 30 of 25 = 16.667; sponsorship 15, no gaps 10. 41.667 of 50 = 83.3, for both.
    for (const id of [applicantId(10), applicantId(50)]) {
      expect(scored.find((each) => each.id === id)?.score).toMatchObject({ total: 83.3, known: 50, weight: 50 });
    }
    const { order } = suggestedOrder(scored);
    expect(order.slice(0, 30).filter((id) => abroad.some((each) => each.id === id))).toHaveLength(5);
  });

  it("without that rule the same people would be told apart by where they studied", () => {
    const scored = [...us, ...abroad].map(({ id, facts }) => ({ id, score: rubricScore(sponsoring, facts) }));
    // 16.667 + 15 + 10 of 50 = 83.3, and with two months of 60% of four (7.5 of 25) 49.167 of 75 = 65.6.
    expect(scored.find(({ id }) => id === applicantId(10))?.score.total).toBe(83.3);
    expect(scored.find(({ id }) => id === applicantId(50))?.score.total).toBe(65.6);
  });

  it("is asked again as soon as half of each group has it, and groups under five decide nothing", () => {
    const half = us.map((each, at) => (at < 20 ? { ...each, facts: { ...each.facts, usClinicalMonths: 4 } } : each));
    expect([...unaskedLines(sponsoring, [...half, ...abroad]).keys()]).toEqual(["lettersAndFit"]);
    expect([...unaskedLines(sponsoring, [...us.slice(0, 4), ...abroad]).keys()]).toEqual(["lettersAndFit"]);
  });

  it("holds of every line: what the program sponsors, while it has not said so", () => {
    const lines = [...unaskedLines(defaultRubric, [...us, ...abroad])];
    expect(lines.find(([line]) => line === ("visa" satisfies RubricLine))?.[1]).toBe(
      "Asked of nobody here, and in no total: it is known of 0 of 20 international graduates.",
    );
  });
});

describe("[RUBRIC-8] whom a suggestion leaves out", () => {
  const applicants = [
    ...Array.from({ length: 10 }, (_, at) => ({ id: applicantId(at + 1), schoolType: "US MD" as const })),
    ...Array.from({ length: 6 }, (_, at) => ({ id: applicantId(at + 11), schoolType: "International" as const })),
    ...Array.from({ length: 3 }, (_, at) => ({ id: applicantId(at + 17), schoolType: "US DO" as const })),
  ];
  const ids = applicants.map(({ id }) => id);
  const listOf = (top: readonly string[]) => ({
    ...{ protected: [...top], middle: ids.filter((id) => !top.includes(id)), red: [], unplaced: [] },
  });

  it("is told with a zero, and with who stands there now; a group under five warns of nothing", () => {
    const now = listOf([...ids.slice(0, 5), ...ids.slice(10, 13)]);
    const found = leftOut(groupShares(applicants, now, listOf(ids.slice(0, 8))));
    expect(found.map(leftOutWords)).toEqual(["None of the 6 international graduates would be protected; 3 are now."]);
    expect(found[0]?.share.losing.protected).toEqual(ids.slice(10, 13));
  });

  it("and a group that gets less than now, and under four fifths of another's share", () => {
    // Now 5 of 10 and 3 of 6; then 7 of 10 and 1 of 6: 0.17 of 0.70.
    const now = listOf([...ids.slice(0, 5), ...ids.slice(10, 13)]);
    const then = listOf([...ids.slice(0, 7), ...ids.slice(10, 11)]);
    expect(leftOut(groupShares(applicants, now, then)).map(leftOutWords)).toEqual([
      "1 of the 6 international graduates would be protected; 3 are now.",
    ]);
  });

  it("nothing where the shares stay as they are, or where nobody is chosen", () => {
    const now = listOf([...ids.slice(0, 5), ...ids.slice(10, 13)]);
    expect(leftOut(groupShares(applicants, now, now))).toEqual([]);
    const empty = { protected: [], middle: [], red: [], unplaced: ids };
    expect(leftOut(groupShares(applicants, empty, empty))).toEqual([]);
  });

  it("to be left unranked is told as well", () => {
    const red = { protected: ids.slice(0, 10), middle: ids.slice(16), red: ids.slice(10, 16), unplaced: [] };
    expect(leftOut(groupShares(applicants, listOf(ids.slice(0, 10)), red)).map(leftOutWords)).toEqual([
      "None of the 6 international graduates would be protected; none is now.",
      "None of the 6 international graduates would be ranked; 6 are now.",
    ]);
  });
});
