// Marks: what a member says, signed, about one applicant. Rules: MARK-1 … MARK-6.
import type { ApplicantId, MarkId, MemberId } from "./ids";

export const endorsementStrengths = ["workWith", "strong", "champion"] as const;
export type EndorsementStrength = (typeof endorsementStrengths)[number];
export const strengthWords: Record<EndorsementStrength, string> = {
  workWith: "I'd work with them",
  strong: "Strongly",
  champion: "Champion",
};

/** How the endorser knows the applicant. */
export const relationships = ["interviewed", "supervised", "workedWith", "metBriefly", "fileOnly"] as const;
export type Relationship = (typeof relationships)[number];
export const relationshipWords: Record<Relationship, string> = {
  interviewed: "I interviewed them",
  supervised: "I supervised them",
  workedWith: "I worked beside them",
  metBriefly: "I met them briefly",
  fileOnly: "I only read the file",
};

export const flagCategories = [
  "professionalism",
  "examination",
  "unexplainedGap",
  "patientSafety",
  "communication",
  "integrity",
  "commitment",
  "other",
] as const;
export type FlagCategory = (typeof flagCategories)[number];
export const categoryWords: Record<FlagCategory, string> = {
  professionalism: "Professionalism",
  examination: "Examination",
  unexplainedGap: "Unexplained gap",
  patientSafety: "Patient safety",
  communication: "Communication",
  integrity: "Integrity",
  commitment: "Commitment to the program",
  other: "Other",
};

/** Where a concern comes from. Second-hand is stored unverified and moves nobody (MARK-4). */
export const provenances = ["firstHand", "document", "secondHand"] as const;
export type Provenance = (typeof provenances)[number];
export const provenanceWords: Record<Provenance, string> = {
  firstHand: "First-hand: I saw it",
  document: "Document: it is in the file",
  secondHand: "Second-hand: I was told",
};

/** `open` until a PD or associate PD decides. */
export const flagStatuses = ["open", "verified", "dismissed"] as const;
export type FlagStatus = (typeof flagStatuses)[number];

export interface Struck {
  at: string;
  by: MemberId;
  reason: string;
}

export interface Endorsement {
  id: MarkId;
  applicantId: ApplicantId;
  by: MemberId;
  at: string;
  strength: EndorsementStrength;
  relationship?: Relationship;
  evidence?: string;
  struck?: Struck;
}

export interface Flag {
  id: MarkId;
  applicantId: ApplicantId;
  by: MemberId;
  at: string;
  category: FlagCategory;
  provenance: Provenance;
  sentence: string;
  status: FlagStatus;
  decided?: { at: string; by: MemberId; reason: string };
  struck?: Struck;
}

/** A flag that counts: verified and not struck (MARK-4). */
export const isVerified = (flag: Flag): boolean => flag.status === "verified" && !flag.struck;
/** A flag that still waits for a decision. */
export const isOpenFlag = (flag: Flag): boolean => flag.status === "open" && !flag.struck;
