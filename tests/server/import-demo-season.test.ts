// The demo season keeps to the rules of an imported one, is the same every time, and has what a real season has.
import { expect, test } from "vitest";
import { applicantFactsSchema } from "../../domain/applicant";
import { demoSeason } from "../../server/demo/season";
import { readEmail } from "../../server/import/identifiers";
import { applicantKey } from "../../server/import/match-list";

const season = demoSeason();
const facts = season.applicants.map((applicant) => applicant.facts);

test("the demo season is the same every time", () => {
  expect(demoSeason()).toEqual(season);
});

test("it has 22 people with one address each, and every role", () => {
  expect(new Set(season.members.map(({ email }) => email)).size).toBe(22);
  expect(new Set(season.members.map(({ role }) => role)).size).toBe(6);
});

test("it has 168 applicants whose facts are valid and whose ids are their own", () => {
  expect(facts).toHaveLength(168);
  for (const each of facts) {
    expect(applicantFactsSchema.parse(each)).toEqual(each);
    expect(readEmail(each.email ?? "")).toHaveProperty("value");
    expect(each.email).toMatch(/@example\.org$/);
  }
  for (const id of ["aamcId", "nrmpId"] as const) expect(new Set(facts.map((each) => each[id])).size).toBe(168);
});

test("everybody not withdrawn is on the list once: 40 protected, 103 middle, 19 red", () => {
  const { protected: top, middle, red } = season.list;
  expect([top.length, middle.length, red.length]).toEqual([40, 103, 19]);
  const present = season.applicants
    .filter(({ withdrawn }) => !withdrawn)
    .map((applicant) => applicantKey(applicant.facts));
  expect([...top, ...middle, ...red].sort()).toEqual(present.sort());
});

test("it is as untidy as a real season", () => {
  const count = (has: (each: (typeof facts)[number]) => unknown) => facts.filter(has).length;
  expect(count((each) => each.comlex2 && !each.step2)).toBeGreaterThan(3);
  expect(count((each) => !each.step2 && !each.comlex2)).toBeGreaterThan(0);
  expect(count((each) => each.interrupted && each.interruptedWhy)).toBeGreaterThan(3);
  expect(count((each) => each.interrupted && !each.interruptedWhy)).toBeGreaterThan(3);
  expect(count((each) => each.couple)).toBe(13);
  expect(count((each) => each.visa === "h1b")).toBeGreaterThan(3);
  expect(count((each) => each.step1?.includes("Fail"))).toBeGreaterThan(3);
});
