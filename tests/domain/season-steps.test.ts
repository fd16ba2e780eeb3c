// The way of a season to its meeting: what is done, and the one next step.
import { describe, expect, it } from "vitest";
import { widening } from "../../domain/funnel";
import { nextStep, type SeasonCounts, seasonStepNames, seasonSteps } from "../../domain/season-steps";

const nothing: SeasonCounts = {
  people: 0,
  interviewers: 0,
  hasDirector: false,
  applicants: 0,
  assigned: 0,
  interviews: 0,
  notes: 0,
  isRubricSaved: false,
  placed: 0,
  unplaced: 0,
  isFrozen: false,
  phase: null,
};
const next = (counts: Partial<SeasonCounts>) => nextStep(seasonSteps({ ...nothing, ...counts }))?.name;
const words = (counts: Partial<SeasonCounts>, name: string) =>
  seasonSteps({ ...nothing, ...counts }).find((step) => step.name === name)?.words;

/** Season after season, each with one thing more. */
const people = { people: 9, interviewers: 7, hasDirector: true };
const applicants = { ...people, applicants: 60, unplaced: 60 };
const assigned = { ...applicants, assigned: 60, interviews: 120, notes: 31 };
const written = { ...assigned, notes: 120 };
const placed = { ...written, placed: 60, unplaced: 0 };
const frozen = { ...placed, isFrozen: true, phase: "open" } as const;

describe("[SEASON-2] the next step", () => {
  it.each([
    ["roster", {}],
    ["roster", { ...people, hasDirector: false }],
    ["applicants", people],
    ["interviews", applicants],
    ["interviews", { ...assigned, assigned: 59 }],
    ["notes", assigned],
    ["list", written],
    ["list", { ...written, placed: 59, unplaced: 1 }],
    ["freeze", placed],
    ["lock", frozen],
  ] as const)("is %s", (name, counts) => {
    expect(next(counts)).toBe(name);
  });

  it("is none once the list is locked", () => {
    expect(next({ ...frozen, phase: "locked" })).toBeUndefined();
  });

  it("does not wait for the rubric", () => {
    expect(seasonSteps({ ...nothing, ...placed }).find(({ name }) => name === "rubric")).toMatchObject({
      isDone: false,
      isOptional: true,
    });
  });

  it("leaves behind what was open when the list was frozen", () => {
    expect(next({ ...frozen, assigned: 0, interviews: 0, notes: 0, unplaced: 2 })).toBe("lock");
  });
});

it("every step is there, in order, with its count in words", () => {
  expect(seasonSteps({ ...nothing, ...assigned }).map(({ name }) => name)).toEqual([...seasonStepNames]);
  expect(words(assigned, "notes")).toBe("31 of 120 written");
  expect(words({ ...people, people: 1 }, "roster")).toBe("1 person, 7 who interview");
  expect(words({ ...written, placed: 58, unplaced: 2 }, "list")).toBe("58 placed, 2 not yet");
});

describe("[SEASON-3] a funnel", () => {
  it("narrows, over what is not known too", () => {
    expect(widening({ applied: 1200, interviewed: 168, ranked: 149 })).toBeUndefined();
    expect(widening({ applied: 1200, invited: 200, interviewed: 201 })).toBe("interviewed");
    expect(widening({ applied: 100, ranked: 120 })).toBe("ranked");
    expect(widening({})).toBeUndefined();
  });
});
