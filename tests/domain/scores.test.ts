// Scores that can be compared: worked by hand, and whatever is given.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayEffect, placesOneRaterDecides, scoresByDay, standingsOf } from "../../domain/score-hints";
import { applicantScores, compareScores, type GivenScore, raterFigures } from "../../domain/scores";

const given = (raterId: string, scores: Record<string, number>): GivenScore[] =>
  Object.entries(scores).map(([applicantId, score]) => ({ raterId, applicantId, score }));

const someScores = fc.array(
  fc.record({
    applicantId: fc.constantFrom("a", "b", "c", "d", "e", "f"),
    raterId: fc.constantFrom("r", "s", "t", "u"),
    score: fc.integer({ min: 0, max: 100 }),
  }),
  { maxLength: 40 },
);
const anything = fc.array(fc.record({ applicantId: fc.string(), raterId: fc.string(), score: fc.double() }), {
  maxLength: 30,
});

const deviations = (scores: readonly GivenScore[]) =>
  compareScores(scores).map(({ raterId, applicantId, deviation }) => [`${raterId} ${applicantId}`, deviation] as const);

describe("standardised scores", () => {
  it("[SCORE-1] a lenient and a severe interviewer who see the same differences give the same", () => {
    const scores = applicantScores([
      ...given("lenient", { a: 8, b: 9, c: 10 }),
      ...given("severe", { a: 1, b: 2, c: 3 }),
    ]);
    // All six: mean 5.5, standard deviation 3.94; each interviewer's own is 1.
    expect(scores.get("b")).toMatchObject({ raw: 5.5, standardised: 5.5, standardisedSpread: 0, count: 2 });
    expect(scores.get("b")?.spread).toBeCloseTo(4.95);
    expect(scores.get("c")?.standardised).toBeCloseTo(5.5 + 3.94, 1);
  });

  it("[SCORE-1] whoever adds a number to all of theirs or stretches them changes nobody's distance or order", () => {
    const change = fc.record({ plus: fc.integer({ min: -50, max: 50 }), times: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(someScores, change, fc.constantFrom("r", "s", "t", "u"), (scores, { plus, times }, who) => {
        // With under three scores they are compared with others who gave so few, and so do count.
        fc.pre(raterFigures(scores).every(({ raterId, kind }) => raterId !== who || kind !== "few"));
        const changed = scores.map((one) => (one.raterId === who ? { ...one, score: one.score * times + plus } : one));
        const after = new Map(deviations(changed));
        for (const [pair, deviation] of deviations(scores)) expect(after.get(pair)).toBeCloseTo(deviation, 6);
      }),
    );
  });

  it("[SCORE-2] interviewers with too few scores are compared with one another, and flat ones tell nothing", () => {
    const scores = [
      ...given("one", { a: 2 }),
      ...given("two", { b: 4 }),
      ...given("three", { c: 6 }),
      ...given("flat", { a: 5, b: 5, c: 5 }),
    ];
    expect(raterFigures(scores).map(({ kind }) => kind)).toEqual(["few", "few", "few", "flat"]);
    expect(Object.fromEntries(deviations(scores))).toMatchObject({
      "one a": -1,
      "two b": 0,
      "three c": 1,
      "flat a": 0,
      "flat c": 0,
    });
  });

  it("[SCORE-3] every interviewer of every applicant is counted, and of two scores for the same the later", () => {
    fc.assert(
      fc.property(someScores, (scores) => {
        const pairs = new Set(scores.map(({ raterId, applicantId }) => `${raterId} ${applicantId}`));
        const counts = [...applicantScores(scores).values()].map(({ count }) => count);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(pairs.size);
      }),
    );
    expect(applicantScores([...given("r", { a: 1 }), ...given("r", { a: 4 })]).get("a")).toMatchObject({
      raw: 4,
      count: 1,
    });
  });

  it("[SCORE-3] whatever is given, the figures are numbers", () => {
    fc.assert(
      fc.property(anything, (scores) => {
        for (const figures of applicantScores(scores).values())
          for (const figure of Object.values(figures)) expect(Number.isFinite(figure)).toBe(true);
      }),
    );
  });
});

describe("hints beside a mean", () => {
  const many = Array.from({ length: 12 }, (_, at) => `x${at}`);
  const steady = (raterId: string) => given(raterId, Object.fromEntries(many.map((id, at) => [id, at + 1])));

  it("[SCORE-4] one interviewer who moves somebody by a tenth of all, and three places at least, is named as deciding", () => {
    const scores = [...steady("r"), ...given("t", { x0: 12, x6: 7, x5: 6 })];
    const decided = placesOneRaterDecides(compareScores(scores));
    expect(decided.get("x0")).toMatchObject({ kind: "swings" });
    expect(decided.has("x6")).toBe(false);
  });

  it("[SCORE-4] a single interviewer is said to be all there is", () => {
    expect(placesOneRaterDecides(compareScores(steady("r"))).get("x3")).toEqual({ kind: "alone" });
  });

  it("[SCORE-4] what it says of a place is what the place would be", () => {
    fc.assert(
      fc.property(someScores, (scores) => {
        const compared = compareScores(scores);
        const standings = standingsOf(compared);
        for (const [id, decides] of placesOneRaterDecides(compared)) {
          if (decides.kind === "alone") continue;
          expect(decides.standing).toBe(standings.get(id));
          const others = compared.filter((one) => one.applicantId === id);
          const without = others.map((left) => standingsOf(compared.filter((one) => one !== left)).get(id));
          expect(without).toContain(decides.without);
        }
      }),
    );
  });

  it("[SCORE-4] the first day against the last, from standardised scores that have a day", () => {
    const on = (heldOn: string, scores: GivenScore[]) => scores.map((score) => ({ ...score, heldOn }));
    const scores = [
      ...on("2026-11-04", given("r", { a: 5, b: 4 })),
      ...on("2026-12-18", given("r", { c: 2, d: 3 })),
      ...given("r", { e: 1 }),
    ];
    const days = scoresByDay(compareScores(scores));
    expect(days.map(({ day, mean, count }) => [day, mean, count])).toEqual([
      ["2026-11-04", 4.5, 2],
      ["2026-12-18", 2.5, 2],
    ]);
    expect(dayEffect(days)?.difference).toBeCloseTo(2);
    expect(dayEffect(days.slice(0, 1))).toBeNull();
  });
});
