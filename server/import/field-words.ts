// What a column can hold, in the words of the screen that maps columns and shows changes.
import { clinicalKindWords } from "../../domain/clinical-experience";
import type { ApplicantField, ListField, PastListField, ScoreField } from "./headers";

const ids = { aamcId: "AAMC ID", nrmpId: "NRMP ID" };
const names = {
  ...{ name: "Name", firstName: "First name", middleName: "Middle name", lastName: "Last name" },
  suffix: "Suffix: Jr., III",
};

export const applicantFieldWords: Record<ApplicantField, string> = {
  ...ids,
  ...names,
  email: "E-mail",
  school: "Medical school",
  schoolType: "School type",
  schoolCountry: "School's country",
  degree: "Degree",
  graduation: "Graduation",
  step1: "Step 1",
  step2: "Step 2 CK",
  step3: "Step 3",
  comlex2: "COMLEX Level 2",
  interrupted: "Training interrupted",
  interruptedWhy: "Why it was interrupted",
  visa: "Visa sponsorship",
  ecfmgCertified: "ECFMG certified",
  usGraduate: "US or Canadian graduate",
  couple: "In a couple",
  couplePartner: "Partner's name",
  usClinicalMonths: "US clinical experience, months",
  handsOnInpatientMonths: `Months: ${clinicalKindWords.handsOnInpatient}`,
  externshipMonths: `Months: ${clinicalKindWords.externship}`,
  researchOnlyMonths: `Months: ${clinicalKindWords.researchOnly}`,
  signal: "Program signal",
  interviewDate: "Interview date",
  interviewScore: "Interview score",
  tracks: "Tracks applied to",
  withdrawn: "Withdrawn",
  status: "Application status",
};

export const listFieldWords: Record<ListField, string> = { rank: "Rank", ...ids, ...names, zone: "Zone" };

export const scoreFieldWords: Record<ScoreField, string> = {
  ...ids,
  interviewer: "Interviewer's e-mail",
  interviewDate: "Interview date",
  score: "Score",
  comment: "Comment",
};

export const pastListFieldWords: Record<PastListField, string> = {
  year: "Cycle",
  quota: "Quota",
  rank: "Rank",
  outcome: "Outcome",
  signal: "Program signal",
};
