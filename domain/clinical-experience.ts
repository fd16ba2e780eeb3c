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

export interface ClinicalRung {
  kind: ClinicalKind;
  /** Undefined: the file says nothing of this kind, which is not zero. */
  months: number | undefined;
}

/** The whole ladder, with what the file says of each rung; a kind that stands there twice is added up. */
export const clinicalLadder = (experience: readonly ClinicalExperience[] = []): ClinicalRung[] =>
  clinicalKinds.map((kind) => {
    const own = experience.filter((entry) => entry.kind === kind);
    return { kind, months: own.length === 0 ? undefined : own.reduce((sum, { months }) => sum + months, 0) };
  });
