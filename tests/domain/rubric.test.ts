// The rubric: what each line's rule gives, what is missing, and what must hold whatever the weights and the facts.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { schoolTypes, visaNeeds } from "../../domain/applicant";
import { clinicalKinds } from "../../domain/clinical-experience";
import { floorImpact, underFloor } from "../../domain/exam-floor";
import {
  defaultRubric,
  type Ratings,
  type Rubric,
  type RubricLine,
  rubricLines,
  rubricScore,
} from "../../domain/rubric";
import { type RubricFacts, rubricFacts } from "../../domain/rubric-facts";
import { placeChanges, placesOf, suggestedOrder } from "../../domain/rubric-order";
import { rubricSchema } from "../../domain/rubric-schema";
import { rubricOf, typedOf } from "../../domain/rubric-typed";
import { rubricRows } from "../../domain/rubric-words";
import { seatsNeeded } from "../../domain/visa-seats";
import { applicantId } from "../support/a-meeting";

const settings = { numRuns: 300, seed: 20270201 };

const onFile = (facts: Partial<RubricFacts>): RubricFacts => ({ interruptions: "unknown", ...facts });
const line = (name: RubricLine, facts: Partial<RubricFacts>, rubric: Rubric = defaultRubric, ratings: Ratings = {}) => {
  const found = rubricScore(rubric, onFile(facts), ratings).lines.find((each) => each.line === name);
  if (!found) throw new Error("every line is there");
  return found;
};

describe("[RUBRIC-1] a line's points and why", () => {
  it("Step 2 CK goes in a straight line from the one score to the other", () => {
    expect(line("step2", { step2: [241] })).toEqual({
      line: "step2",
      weight: 25,
      share: { over: 21, under: 30 },
      points: 17.5,
      isAsked: true,
      why: "Step 2 CK 241 is 70% of the way from 220 to 250.",
    });
    expect(line("step2", { step2: [262] }).points).toBe(25);
    expect(line("step2", { step2: [212] }).points).toBe(0);
    expect(line("step2", { step2: [205, 235] })).toMatchObject({
      points: 12.5,
      why: "Step 2 CK 235, attempt 2, is 50% of the way from 220 to 250.",
    });
  });

  it("[RUBRIC-2] COMLEX Level 2 has a range of its own, is named, and is looked at only without a Step 2 CK", () => {
    expect(line("step2", { comlex2: [550] })).toMatchObject({
      points: 12.5,
      why: "COMLEX Level 2 550, on its own range and not converted, is 50% of the way from 450 to 650.",
    });
    expect(line("step2", { comlex2: [650], step2: [220] }).points).toBe(0);
    expect(line("step2", { comlex2: [550] }, { ...defaultRubric, comlex2: null })).toMatchObject({
      points: null,
      why: "No Step 2 CK is on file; this rubric does not use COMLEX Level 2, 550.",
    });
  });

  it("clinical experience climbs the ladder: what is worth most is counted first, and much of little is never all", () => {
    const months = (...clinicalExperience: RubricFacts["clinicalExperience"] & {}) =>
      line("clinicalExperience", { clinicalExperience }).points;
    expect(months({ kind: "handsOnInpatient", months: 4 })).toBe(25);
    expect(months({ kind: "researchOnly", months: 36 })).toBe(5);
    expect(months({ kind: "researchOnly", months: 12 }, { kind: "handsOnInpatient", months: 2 })).toBe(15);
    expect(months()).toBe(0);
    expect(line("clinicalExperience", { usClinicalMonths: 2 })).toMatchObject({
      points: 7.5,
      why: "2 months of a kind that is not on file at 60%; 4 months at 100% earn all points.",
    });
    expect(line("clinicalExperience", {}).points).toBeNull();
  });

  it("an interruption without an explanation is a question to ask, and costs points only where a program says so", () => {
    expect(line("gaps", { interruptions: "none" }).points).toBe(10);
    expect(line("gaps", { interruptions: "explained" }).points).toBe(10);
    expect(line("gaps", { interruptions: "unexplained" }).points).toBeNull();
    const strict = { ...defaultRubric, gaps: { explained: 90, unexplained: 0 } };
    expect(line("gaps", { interruptions: "unexplained" }, strict).points).toBe(0);
  });

  it("interruptions are read off the file: education and training, and the time since; how long they were is not", () => {
    const read = (facts: object) => rubricFacts({ name: "Known, Well", ...facts }, 2027).interruptions;
    expect(read({})).toBe("unknown");
    expect(read({ interrupted: false })).toBe("none");
    expect(read({ interrupted: true })).toBe("unexplained");
    expect(read({ interrupted: true, interruptedWhy: "Research year" })).toBe("explained");
    const worked = { kind: "work", from: "2020-06", to: "2023-12", what: "General practice" };
    expect(read({ graduation: "2020-05", timeline: [worked] })).toBe("unexplained");
    const cared = { kind: "gap", from: "2024-01", to: "2027-06", what: "Gap", explanation: "Cared for a relative" };
    expect(read({ graduation: "2020-05", timeline: [worked, cared] })).toBe("explained");
    expect(read({ graduation: "2020-05", timeline: [worked, cared], interrupted: true })).toBe("unexplained");
    expect(rubricFacts({ name: "Known, Well", step2: [241], email: "known@example.org" }, 2027)).toEqual({
      step2: [241],
      interruptions: "unknown",
    });
  });

  it("school reputation starts at a weight of 0; letters and fit are rated by hand", () => {
    expect(line("school", {}, defaultRubric, { school: 5 })).toMatchObject({ weight: 0, points: 0 });
    expect(line("lettersAndFit", {}, defaultRubric, { lettersAndFit: 4 })).toMatchObject({ points: 8 });
    expect(line("lettersAndFit", {}).points).toBeNull();
  });

  it("[RUBRIC-6] visa feasibility asks whether the program sponsors it; how many seats there are changes no points", () => {
    const withVisa = (visa: Rubric["visa"]): Rubric => ({ ...defaultRubric, visa });
    const one = withVisa({ sponsorsJ1: true, h1bSeats: 1 });
    for (const need of visaNeeds) expect(line("visa", { visa: need }, one).points).toBe(15);
    expect(line("visa", { visa: "h1b" }, withVisa({ sponsorsJ1: true, h1bSeats: 30 })).points).toBe(15);
    const noH1b = withVisa({ sponsorsJ1: true, h1bSeats: 0 });
    expect(line("visa", { visa: "h1b" }, noH1b).points).toBe(0);
    expect(line("visa", { visa: "needed" }, noH1b).points).toBeNull();
    expect(line("visa", { visa: "j1" }).points).toBeNull();
    expect(line("visa", {}, one).points).toBeNull();
    expect(seatsNeeded([{ visa: "h1b" }, { visa: "needed" }, { visa: "j1" }, {}])).toEqual({ h1b: 1, unrecorded: 1 });
  });

  it("the total says over how much it is", () => {
    const score = rubricScore(defaultRubric, { step2: [241], interruptions: "none" });
    expect(score).toMatchObject({ total: 78.6, earned: 27.5, known: 35, weight: 85 });
    expect(rubricScore(defaultRubric, onFile({}))).toMatchObject({ total: null, earned: 0, known: 0 });
  });
});

describe("[RUBRIC-3] the exam floor", () => {
  const floors = { floor: { step2: 220, comlex2: 450 }, floorsByType: null };

  it("compares each exam with its own floor, and nobody without a score", () => {
    expect(underFloor(floors, { step2: [219] })).toEqual({ exam: "Step 2 CK", score: 219, floor: 220 });
    expect(underFloor(floors, { step2: [220] })).toBeUndefined();
    expect(underFloor(floors, { comlex2: [440] })).toMatchObject({ exam: "COMLEX Level 2" });
    expect(underFloor(floors, { step2: [230], comlex2: [400] })).toBeUndefined();
    expect(underFloor(floors, {})).toBeUndefined();
  });

  it("by applicant type holds only where it was turned on", () => {
    const byType = { ...floors, floorsByType: { International: { step2: 230, comlex2: null } } };
    expect(underFloor(byType, { step2: [225], schoolType: "International" })).toMatchObject({ floor: 230 });
    expect(underFloor(byType, { step2: [225], schoolType: "US MD" })).toBeUndefined();
    expect(underFloor(byType, { step2: [219] })).toMatchObject({ floor: 220 });
  });

  it("its impact is told by group: no count of one to four, and nobody as zero", () => {
    const group = (schoolType: RubricFacts["schoolType"], scores: number[]) =>
      scores.map((score) => ({ schoolType, step2: [score] }));
    const applicants = [
      ...group("US MD", [210, 211, 212, 213, 214, 240]),
      ...group("International", [210, 240, 241, 242, 243, 244]),
      ...group("US DO", [200, 201]),
      ...group(undefined, [240, 241, 242, 243, 244]),
    ];
    expect(floorImpact(floors, applicants)).toEqual([
      { type: "US MD", people: 6, under: 5 },
      { type: "US DO", people: null, under: null },
      { type: "International", people: 6, under: null },
      { type: "unknown", people: 5, under: 0 },
    ]);
  });
});

const someFacts: fc.Arbitrary<RubricFacts> = fc.record(
  {
    step2: fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 2 }),
    comlex2: fc.array(fc.integer({ min: 9, max: 999 }), { maxLength: 2 }),
    visa: fc.constantFrom(...visaNeeds),
    interruptions: fc.constantFrom("unknown", "none", "explained", "unexplained"),
    usClinicalMonths: fc.integer({ min: 0, max: 60 }),
    schoolType: fc.constantFrom(...schoolTypes),
    clinicalExperience: fc.array(
      fc.record({ kind: fc.constantFrom(...clinicalKinds), months: fc.integer({ min: 0, max: 60 }) }),
      { maxLength: 4 },
    ),
  },
  { requiredKeys: ["interruptions"] },
);
const someRatings: fc.Arbitrary<Ratings> = fc.record(
  { school: fc.integer({ min: 0, max: 5 }), lettersAndFit: fc.integer({ min: 0, max: 5 }) },
  { requiredKeys: [] },
);
const percent = fc.integer({ min: 0, max: 100 });
const someRange = (min: number, max: number) =>
  fc.tuple(fc.integer({ min, max: max - 1 }), fc.integer({ min: 1, max: 60 })).map(([from, more]) => ({
    from,
    to: Math.min(max, from + more),
  }));
const someFloor = fc.record({
  step2: fc.option(fc.integer({ min: 1, max: 300 })),
  comlex2: fc.option(fc.integer({ min: 9, max: 999 })),
});
const someRubric: fc.Arbitrary<Rubric> = fc.record({
  weights: fc
    .array(percent, { minLength: rubricLines.length, maxLength: rubricLines.length })
    .filter((weights) => weights.some((weight) => weight > 0))
    .map(
      (weights) => Object.fromEntries(rubricLines.map((each, index) => [each, weights[index]])) as Rubric["weights"],
    ),
  clinicalExperience: fc.record({
    worth: fc.tuple(percent, percent, percent, percent).map(([one, two, three, unrecorded]) => {
      const [researchOnly, externship, handsOnInpatient] = [one, two, three].sort((a, b) => a - b) as [
        number,
        number,
        number,
      ];
      return { handsOnInpatient, externship, researchOnly, unrecorded };
    }),
    fullMonths: fc.integer({ min: 1, max: 36 }),
  }),
  step2: someRange(1, 300),
  comlex2: fc.option(someRange(9, 999)),
  visa: fc.record({ sponsorsJ1: fc.option(fc.boolean()), h1bSeats: fc.option(fc.integer({ min: 0, max: 30 })) }),
  gaps: fc.record({ explained: percent, unexplained: fc.option(percent) }),
  floor: someFloor,
  floorsByType: fc.constant(null),
  criteria: fc.constantFrom("", "Two letters from inpatient work."),
});
const someScored = fc
  .array(fc.tuple(someFacts, someRatings), { maxLength: 12 })
  .map((all) => all.map(([facts, ratings], index) => ({ id: applicantId(index + 1), facts, ratings })));
const scoredBy = (rubric: Rubric, all: readonly { id: string; facts: RubricFacts; ratings: Ratings }[]) =>
  all.map(({ id, facts, ratings }) => ({ id, score: rubricScore(rubric, facts, ratings) }));

describe("whatever the rubric and the facts", () => {
  it("[RUBRIC-1] there is an answer: points within the weight, and a total from 0 to 100 or none", () => {
    fc.assert(
      fc.property(someRubric, someFacts, someRatings, (rubric, facts, ratings) => {
        const { total, earned, known, weight, lines } = rubricScore(rubric, facts, ratings);
        expect(lines.map((each) => each.line)).toEqual(rubricLines);
        for (const { points, weight: most, why } of lines) {
          expect(why).toMatch(/^[A-Z0-9].*\.$/);
          if (points !== null) expect(points >= 0 && points <= most).toBe(true);
        }
        expect(known <= weight && earned <= known).toBe(true);
        expect(total === null ? known === 0 : total >= 0 && total <= 100).toBe(true);
      }),
      settings,
    );
  });

  it("[RUBRIC-1] weights only scale: all of them times as much change no total and no place", () => {
    fc.assert(
      fc.property(someRubric, someScored, fc.integer({ min: 2, max: 9 }), (rubric, all, times) => {
        const weights = Object.fromEntries(rubricLines.map((each) => [each, rubric.weights[each] * times]));
        const scaled = { ...rubric, weights: weights as Rubric["weights"] };
        const totals = (by: Rubric) => scoredBy(by, all).map(({ score }) => score.total);
        expect(totals(scaled)).toEqual(totals(rubric));
        expect(placeChanges(scoredBy(rubric, all), scoredBy(scaled, all))).toEqual([]);
      }),
      settings,
    );
  });

  it("[RUBRIC-1] what is missing lowers nothing: the total is the share of what is known", () => {
    fc.assert(
      fc.property(someRubric, someFacts, someRatings, (rubric, facts, ratings) => {
        const whole = rubricScore(rubric, facts, ratings);
        const points = whole.lines.filter((each) => each.points !== null);
        const sum = points.reduce((total, each) => total + (each.points ?? 0), 0);
        const known = points.reduce((total, each) => total + each.weight, 0);
        if (known === 0) return expect(whole.total).toBeNull();
        expect(Math.abs((whole.total ?? 0) - (sum / known) * 100)).toBeLessThanOrEqual(0.1);
        // Without the ratings the other lines are as they were.
        const without = rubricScore(rubric, facts);
        const others = ({ lines }: typeof whole) => lines.filter((each) => !(each.line in ratings));
        expect(others(without)).toEqual(others(whole));
      }),
      settings,
    );
  });

  it("[RUBRIC-4] the order is the same however the applicants come in, and nobody is lost or doubled", () => {
    fc.assert(
      fc.property(
        someRubric,
        someScored.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        (rubric, [all, shuffled]) => {
          const one = suggestedOrder(scoredBy(rubric, all));
          expect(suggestedOrder(scoredBy(rubric, shuffled))).toEqual(one);
          expect([...one.order, ...one.apart].sort()).toEqual(all.map(({ id }) => id));
          expect(new Map([...placesOf(scoredBy(rubric, shuffled))].sort())).toEqual(
            new Map([...placesOf(scoredBy(rubric, all))].sort()),
          );
        },
      ),
      settings,
    );
  });

  it("typed into a form and back it is the same rubric, and the schema takes it", () => {
    fc.assert(
      fc.property(someRubric, (rubric) => {
        expect(rubricOf(typedOf(rubric))).toEqual(rubric);
        expect(rubricSchema.parse(rubric)).toEqual(rubric);
      }),
      settings,
    );
  });
});

describe("[RUBRIC-4] places", () => {
  const scored = (id: number, facts: RubricFacts, ratings?: Ratings) => ({
    id: applicantId(id),
    score: rubricScore(defaultRubric, facts, ratings),
  });

  it("equal totals have one place, and too little known is none", () => {
    const known = { interruptions: "none", usClinicalMonths: 4 } as const;
    const all = [
      scored(3, { ...known, step2: [250] }),
      scored(2, { ...known, step2: [250] }),
      scored(1, { ...known, step2: [225] }),
      scored(4, { interruptions: "none" }),
    ];
    expect([...placesOf(all)]).toEqual([
      [applicantId(2), 1],
      [applicantId(3), 1],
      [applicantId(1), 3],
    ]);
    expect(suggestedOrder(all).apart).toEqual([applicantId(4)]);
    expect(placeChanges(all, [scored(1, { ...known, step2: [260] }), ...all.slice(0, 2), ...all.slice(3)])).toEqual([
      { id: applicantId(1), from: 3, to: 1 },
    ]);
  });
});

describe("what a rubric may not be", () => {
  const refusal = (rubric: Rubric) => rubricSchema.safeParse(rubric).error?.issues[0];

  it("each refusal is a sentence at its field", () => {
    const none = { ...defaultRubric.weights, clinicalExperience: 0, step2: 0, visa: 0, gaps: 0, lettersAndFit: 0 };
    expect(refusal({ ...defaultRubric, weights: none })?.message).toBe("At least one line has a weight above 0.");
    expect(refusal({ ...defaultRubric, step2: { from: 250, to: 220 } })?.path).toEqual(["step2"]);
    expect(refusal(rubricOf({ ...typedOf(defaultRubric), "weights.gaps": "ten" }))).toMatchObject({
      path: ["weights", "gaps"],
      message: "A weight is a whole number from 0 to 100.",
    });
    const { clinicalExperience } = defaultRubric;
    const upsideDown = { ...clinicalExperience, worth: { ...clinicalExperience.worth, researchOnly: 90 } };
    expect(refusal({ ...defaultRubric, clinicalExperience: upsideDown })?.message).toContain("no rung counts more");
  });

  it("[RUBRIC-5] two versions differ in the rows that were changed", () => {
    const changed = { ...defaultRubric, weights: { ...defaultRubric.weights, step2: 20 }, criteria: "No cut." };
    const [before, after] = [rubricRows(defaultRubric), rubricRows(changed)];
    expect(after.filter(({ text }, index) => before[index]?.text !== text).map(({ label }) => label)).toEqual([
      "Step 2 CK, weight",
      "What made the cut",
    ]);
  });
});
