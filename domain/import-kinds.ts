// What a season imports, and how each kind is called. A kind is one file; its columns are in server/import/headers.
export const importKinds = ["applicants", "preliminaryList", "interviewScores", "pastLists", "photos"] as const;
export type ImportKind = (typeof importKinds)[number];

export const importKindWords: Record<ImportKind, string> = {
  applicants: "Applicants",
  preliminaryList: "Preliminary list",
  interviewScores: "Interview scores",
  pastLists: "Past rank lists",
  photos: "Photos",
};

/** Kinds that are tables: their columns are mapped. */
export type TableKind = Exclude<ImportKind, "photos">;

/** How a past applicant of a rank fared in the Match. */
export const pastOutcomes = ["matchedHere", "matchedElsewhere", "notReached"] as const;
export type PastOutcome = (typeof pastOutcomes)[number];

export const pastOutcomeWords: Record<PastOutcome, string> = {
  matchedHere: "matched here",
  matchedElsewhere: "matched elsewhere",
  notReached: "not reached",
};

/** Rows of a dry run that are shown; others are counted only. */
export const shownOutcomes = ["new", "changed", "unchanged", "bad"] as const;
export type ShownOutcome = (typeof shownOutcomes)[number];

/** How long an import can be taken back by whoever made it (IMPORT-6). */
export const UNDO_HOURS = 24;
