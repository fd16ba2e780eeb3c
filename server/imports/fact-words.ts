// An applicant's facts in the words of the dry run: what a fact is called, and its value on one line.

import type { ShownChange } from "../../db/import-rows";
import { clinicalKindWords } from "../../domain/clinical-experience";
import type { FactChange, FactName } from "../../domain/import-plan";
import { applicantFieldWords } from "../import/field-words";

/** Facts that no column of a file holds alone. */
const otherFacts: Partial<Record<FactName, string>> = {
  timeline: "Timeline",
  clinicalExperience: "US clinical experience by kind",
  letters: "Letters",
  fitSignals: "Fit",
  examExplanation: "Explanation of examinations",
};

export const factLabel = (field: FactName): string =>
  otherFacts[field] ?? applicantFieldWords[field as keyof typeof applicantFieldWords] ?? field;

const words: Partial<Record<FactName, Record<string, string>>> = {
  visa: { none: "not needed", needed: "needed", j1: "J-1", h1b: "H-1B" },
  signal: { gold: "Gold", silver: "Silver", signal: "Yes" },
};

/** Longest value shown, in characters. */
const longest = 200;

export function factText(field: FactName, value: unknown): string {
  const text = Array.isArray(value)
    ? value.map((item) => scalarText(field, item)).join(", ")
    : scalarText(field, value);
  return text.length <= longest ? text : `${[...text].slice(0, longest - 1).join("")}…`;
}

function scalarText(field: FactName, value: unknown): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (value === null || typeof value !== "object") return words[field]?.[String(value)] ?? String(value);
  const parts = Object.entries(value).map(([key, part]) =>
    key === "kind" ? (clinicalKindWords[part as keyof typeof clinicalKindWords] ?? part) : part,
  );
  return parts.join(" ");
}

/** `isPartnerHidden`: a partner's name on file could be that of a withheld applicant (RECUSE-1). */
export const shownChange = ({ field, from, to }: FactChange, isPartnerHidden: boolean): ShownChange => ({
  what: factLabel(field),
  ...(from !== undefined && {
    from: field === "couplePartner" && isPartnerHidden ? "not shown" : factText(field, from),
  }),
  ...(to !== undefined && { to: factText(field, to) }),
});
