// What a rubric looks at of a file, and nothing else of it: this is what its pages are handed.
import type { ApplicantFacts } from "./applicant";
import { gapsOf } from "./timeline";

/** Of education, training and the time since: whether it was interrupted, and whether the file says why. Never for how long. */
export type Interruptions = "unknown" | "none" | "explained" | "unexplained";

type Looked = "step2" | "comlex2" | "visa" | "schoolType" | "usClinicalMonths" | "clinicalExperience";
export interface RubricFacts extends Pick<ApplicantFacts, Looked> {
  interruptions: Interruptions;
}

export function rubricFacts(facts: ApplicantFacts, matchYear: number): RubricFacts {
  const { step2, comlex2, visa, schoolType, usClinicalMonths, clinicalExperience } = facts;
  const looked = Object.entries({ step2, comlex2, visa, schoolType, usClinicalMonths, clinicalExperience });
  return {
    ...Object.fromEntries(looked.filter(([, value]) => value !== undefined)),
    interruptions: interruptionsOf(facts, matchYear),
  };
}

function interruptionsOf(facts: ApplicantFacts, matchYear: number): Interruptions {
  const { interrupted, interruptedWhy, timeline } = facts;
  const gaps = gapsOf(facts, matchYear);
  const explained = [
    ...(interrupted ? [Boolean(interruptedWhy)] : []),
    // A gap that is stated with its explanation covers its time; what is left is open.
    ...(gaps ?? []).map(() => false),
    ...(timeline ?? []).flatMap(({ kind, explanation }) => (kind === "gap" && explanation ? [true] : [])),
  ];
  if (explained.includes(false)) return "unexplained";
  if (explained.length > 0) return "explained";
  return interrupted === undefined && gaps === null ? "unknown" : "none";
}
