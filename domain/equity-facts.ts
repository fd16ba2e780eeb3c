// What may be kept of an applicant for the equity check alone, apart from every file and every log (EQUITY-1). No more than its
// groups are made of: of a date of birth an age group, of citizenship whether it is of the United States.
import { z } from "zod";

export const equityFields = ["gender", "selfIdentification", "age", "citizenship"] as const;
export type EquityField = (typeof equityFields)[number];

export const equityFieldWords: Record<EquityField, string> = {
  gender: "Gender",
  selfIdentification: "Self-identification",
  age: "Age",
  citizenship: "Citizenship",
};

/** Longest group's name, in characters. */
export const GROUP_MAX = 100;

/** Left out: the file has no such column. Null: it has, and says nothing of this applicant. */
const factSchema = z.string().trim().min(1).max(GROUP_MAX).nullable().optional();
export const equityFactsSchema = z.object({
  gender: factSchema,
  selfIdentification: factSchema,
  age: factSchema,
  citizenship: factSchema,
} satisfies Record<EquityField, z.ZodType>);
export type EquityFacts = z.infer<typeof equityFactsSchema>;

const ageBands = [
  { from: 40, words: "40 or over" },
  { from: 35, words: "35 to 39" },
  { from: 30, words: "30 to 34" },
] as const;
const youngestBand = "Under 30";

/** The age group on July 1 of the match year, when residency begins. `born` is an ISO date. */
export function ageBand(born: string, matchYear: number): string {
  const [year = 0, month = 1] = born.split("-").map(Number);
  // Whoever was born in July or later has that birthday still before them, but for July 1 itself.
  const isBefore = month > 7 || (month === 7 && !born.endsWith("-01"));
  const age = matchYear - year - (isBefore ? 1 : 0);
  return ageBands.find(({ from }) => age >= from)?.words ?? youngestBand;
}

const us =
  /^(?:u\.?\s?s\.?(?:\s?a\.?)?|united states(?: of america)?|american)(?: (?:citizen|national|citizenship))?$/i;
const permanent = /\bpermanent resident\b|\blpr\b|\bgreen card\b/i;

/** A single country would often point at one person. */
export function citizenshipGroup(said: string): string {
  if (permanent.test(said)) return "Permanent resident of the US";
  return us.test(said.trim()) ? "Citizen of the US" : "Citizen of another country";
}

const genders: Readonly<Record<string, string>> = {
  f: "Female",
  female: "Female",
  woman: "Female",
  m: "Male",
  male: "Male",
  man: "Male",
};

/** Codes in words; anything else as the applicant said it. */
export const genderGroup = (said: string): string => genders[said.toLowerCase()] ?? said;
