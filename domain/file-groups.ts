// The groups that what is on file makes, for figures that compare groups: of which type the school is, and whether sponsorship is
// needed. Each with the words that stand after a number: `61 international graduates`. What no file says makes no group.
import type { ApplicantFacts } from "./applicant";

type Told = Pick<ApplicantFacts, "schoolType" | "visa">;

const schoolWords = {
  "US MD": "US MD graduates",
  "US DO": "US DO graduates",
  International: "international graduates",
} as const satisfies Record<NonNullable<Told["schoolType"]>, string>;

export const fileDimensions = ["schoolType", "visa"] as const;
export type FileDimension = (typeof fileDimensions)[number];

export const fileGroup: Record<FileDimension, (facts: Told) => string | undefined> = {
  schoolType: ({ schoolType }) => schoolType && schoolWords[schoolType],
  visa: ({ visa }) => visa && (visa === "none" ? "who need no sponsorship" : "who need sponsorship"),
};

export const fileGroups = (facts: Told): string[] =>
  fileDimensions.flatMap((dimension) => fileGroup[dimension](facts) ?? []);
