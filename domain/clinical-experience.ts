// The ladder of US clinical experience (DOMAIN, mechanism 4), from the top: what somebody did there, by kind, for everybody alike.
export const clinicalKinds = ["handsOnInpatient", "externship", "researchOnly"] as const;
export type ClinicalKind = (typeof clinicalKinds)[number];

export const clinicalKindWords: Record<ClinicalKind, string> = {
  handsOnInpatient: "hands-on inpatient in the specialty",
  externship: "externship with duties",
  researchOnly: "research only",
};

/** An empty list says that there was none; where nothing is known there is no list. */
export interface ClinicalExperience {
  kind: ClinicalKind;
  months: number;
}
