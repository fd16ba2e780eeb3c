// Which headings are understood, in whatever case, spacing and punctuation; which are protected and reach no applicant's file; and
// which of these the equity check can keep apart. docs/import.md lists the same (a test compares). Verbatim ERAS/PDWS titles come
// first in each list.
import type { EquityField } from "../../domain/equity-facts";

export const applicantHeaders = {
  aamcId: ["AAMC ID", "ApplicantId", "AAMC Number", "AAMC"],
  nrmpId: ["NRMP ID", "NRMP Number", "NRMP"],
  name: ["Applicant Name", "Name", "Full Name", "Applicant"],
  firstName: ["First Name", "Given Name"],
  middleName: ["Middle Name", "Middle Initial", "Middle"],
  lastName: ["Last Name", "Surname", "Family Name"],
  suffix: ["Suffix", "Name Suffix", "Generational Suffix"],
  email: ["E-mail", "E-mail Address", "Applicant E-mail"],
  school: [
    "Most Recent Medical School",
    "Medical School of Graduation",
    "Medical School",
    "Medical School Name",
    "MedSchool",
    "School",
  ],
  schoolType: ["Medical School Type", "School Type", "Applicant Type"],
  schoolCountry: ["Medical School Country", "School Country", "Country of Medical School"],
  degree: ["Medical Degree", "Degree"],
  graduation: [
    "Medical School Degree Date of Graduation",
    "Date of Graduation",
    "Graduation Date",
    "Graduation",
    "Medical School Graduation Date",
  ],
  step1: ["USMLE Step 1 Score", "USMLE Step 1", "Step 1 Score", "Step 1", "StepOne", "StepOneScore"],
  step2: [
    "USMLE Step 2 CK Score",
    "USMLE Step 2 CK",
    "USMLE Step 2 Score",
    "USMLE Step 2",
    "Step 2 CK Score",
    "Step 2 CK",
    "Step 2 Score",
    "Step 2",
    "StepTwoThreeDigitScore",
    "StepTwo",
    "StepTwoScore",
  ],
  step3: ["USMLE Step 3 Score", "USMLE Step 3", "Step 3 Score", "Step 3", "StepThree", "StepThreeDigitScore"],
  comlex2: [
    "COMLEX-USA Level 2 CE Score",
    "COMLEX-USA Level 2 CE",
    "COMLEX Level 2 CE Score",
    "COMLEX Level 2 CE",
    "COMLEX Level 2",
    "COMLEX 2",
    "Level 2 CE Score",
    "Level 2 CE",
    "Level 2",
  ],
  interrupted: ["Medical Education or Training Interrupted", "Training Interrupted", "Education Interrupted"],
  interruptedWhy: [
    "Explanation of why Medical Education or Training Interrupted",
    "Medical Education or Training Interrupted Explanation",
    "Interruption Explanation",
  ],
  visa: ["Visa Sponsorship Needed", "Visa Sponsorship", "Visa Needed", "Visa", "Visa Type", "Visa Status"],
  ecfmgCertified: ["ECFMG Certified", "ECFMG", "ECFMG Certification"],
  usGraduate: ["US or Canadian Applicant", "Graduate of US or Canadian Medical School", "US Graduate"],
  couple: ["Participating as a Couple in NRMP", "Couple", "Couples Match", "Participating as a Couple"],
  couplePartner: ["Couples - Partner Name", "Couple Partner Name", "Partner Name"],
  usClinicalMonths: [
    "US Clinical Experience (months)",
    "US Clinical Experience Months",
    "US Clinical Months",
    "USCE Months",
    "USCE (months)",
  ],
  handsOnInpatientMonths: [
    "US Hands-on Inpatient (months)",
    "US Hands-on Clinical Experience (months)",
    "Hands-on Months",
    "Same Specialty Hands-on (months)",
    "Sub-internship (months)",
  ],
  externshipMonths: ["US Externship (months)", "Externship Months", "Externship (months)"],
  researchOnlyMonths: ["US Research (months)", "Research Months", "Research (months)"],
  signal: ["Program Signal", "Signal", "Signals", "Program Signals", "Signal Type", "Preference Signal"],
  interviewDate: ["Interview Date", "Date of Interview", "Interviewed On"],
  interviewScore: [
    "Total Interview Score",
    "Interview Score",
    "Overall Score",
    "Overall Interview Score",
    "Average Interview Score",
  ],
  tracks: ["Tracks Applied by Applicant", "Tracks Applied", "Track", "Tracks"],
  withdrawn: ["Withdrawn by Applicant", "Withdrawn", "Applicant Withdrew"],
  status: ["Most Recent Application Status", "Application Status", "Status"],
} as const;
export type ApplicantField = keyof typeof applicantHeaders;

export const peopleHeaders = {
  name: ["Name", "Full Name", "Member Name", "Display Name"],
  firstName: ["First Name", "Given Name"],
  lastName: ["Last Name", "Surname", "Family Name"],
  email: ["E-mail", "E-mail Address", "Mail"],
  role: ["Role", "Program Role", "Position"],
} as const;
export type PeopleField = keyof typeof peopleHeaders;

export const listHeaders = {
  rank: ["Rank", "Rank Order", "Preliminary Rank", "Rank Number", "Position"],
  aamcId: ["AAMC ID", "ApplicantId", "AAMC Number", "AAMC"],
  nrmpId: ["NRMP ID", "NRMP Number", "NRMP"],
  name: ["Applicant Name", "Name", "Full Name", "Applicant"],
  firstName: ["First Name", "Given Name"],
  middleName: ["Middle Name", "Middle Initial", "Middle"],
  lastName: ["Last Name", "Surname", "Family Name"],
  suffix: ["Suffix", "Name Suffix", "Generational Suffix"],
  zone: ["Zone", "Group", "List Zone", "Rank Zone"],
} as const;
export type ListField = keyof typeof listHeaders;

export const scoreHeaders = {
  aamcId: ["AAMC ID", "ApplicantId", "AAMC Number", "AAMC"],
  nrmpId: ["NRMP ID", "NRMP Number", "NRMP"],
  interviewer: [
    "Interviewer E-mail",
    "Interviewer E-mail Address",
    "Interviewer",
    "Rater E-mail",
    "Evaluator E-mail",
    "Reviewer E-mail",
  ],
  interviewDate: ["Interview Date", "Date of Interview", "Interviewed On"],
  score: ["Score", "Interview Score", "Overall Score", "Rating", "Total Interview Score"],
  comment: ["Comment", "Comments", "Note", "Notes", "Interview Comments"],
} as const;
export type ScoreField = keyof typeof scoreHeaders;

export const pastListHeaders = {
  year: ["Cycle", "Match Year", "Year", "Match Cycle"],
  quota: ["Quota", "Positions", "Positions Offered"],
  rank: ["Rank", "Rank Order", "Rank Number"],
  outcome: ["Outcome", "Match Outcome", "Result", "Match Result"],
  signal: ["Program Signal", "Signal", "Signals", "Program Signals", "Signal Type", "Preference Signal"],
} as const;
export type PastListField = keyof typeof pastListHeaders;

/** Dropped unread, but for what a season keeps apart for its equity check. */
export const protectedHeaders = [
  "Self Identify",
  "Self Identification",
  "Gender",
  "Gender Identity",
  "Sex",
  "Race",
  "Ethnicity",
  "Race/Ethnicity",
  "Hispanic",
  "Date of Birth",
  "DOB",
  "Birth Date",
  "Birthday",
  "Age",
  "Birth Place",
  "Birth Country",
  "Citizenship",
  "Country of Citizenship",
  "Citizenship Country",
  "Nationality",
  "Religion",
  "Pronouns",
  "Sexual Orientation",
  "LGBTQ",
  "M/F",
  "URiM",
  "URM",
  "Underrepresented in Medicine",
  "Marital Status",
  "Spouse",
  "Children",
  "Disability",
  "Veteran",
  "Year of Birth",
  "Passport",
  "Permanent Resident",
  "Native Language",
  "Photo",
] as const;

/** Of the protected ones: what a season's equity check can keep apart, where its director has turned that on (EQUITY-1). */
export const equityHeaders = {
  gender: ["Gender", "Gender Identity", "Sex"],
  selfIdentification: ["Self Identify", "Self Identification", "Race", "Ethnicity", "Race/Ethnicity"],
  age: ["Date of Birth", "DOB", "Birth Date", "Birthday"],
  citizenship: ["Citizenship", "Country of Citizenship", "Citizenship Country", "Nationality"],
} as const satisfies Readonly<Record<EquityField, readonly string[]>>;

// A heading with one of these words is protected too, whatever stands around it ("Applicant Gender (optional)").
const protectedWords = new Set(
  `gender sex race racial ethnicity ethnic hispanic latino latina latinx dob yob birth birthdate birthday birthplace age citizen
  citizenship nationality religion religious pronouns sexual transgender lgbt lgbtq lgbtqia urim urm underrepresented minority marital
  married spouse children pregnant pregnancy disability disabilities disabled veteran passport photo photos photograph headshot`.split(
    /\s+/,
  ),
);

/** The same of what takes more than a word. */
const protectedParts = [
  "selfidentif",
  "permanentresident",
  "nativelanguage",
  "firstlanguage",
  "mothertongue",
  "greencard",
];

/** `AAMC_Id`, `aamc id` and `AamcID` are one: lower case, letters and digits only. `E-mail` and `Email` meet too. */
export const headerKey = (header: string): string =>
  header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

const protectedKeys = new Set(protectedHeaders.map(headerKey));

export function isProtectedHeader(header: string): boolean {
  if (spellings(header).some((key) => protectedKeys.has(key))) return true;
  const words = header
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  const key = headerKey(header);
  return words.some((word) => protectedWords.has(word)) || protectedParts.some((part) => key.includes(part));
}

/** The heading itself, then without the `_1` that a repeated column carries. */
function spellings(header: string): string[] {
  return [headerKey(header), headerKey(header.replace(/_\d+$/, ""))];
}

/** Finds the field of a heading in one of the lists of unprotected ones above. */
export function fieldFinder<Field extends string>(
  headers: Readonly<Record<Field, readonly string[]>>,
): (header: string) => Field | undefined {
  const find = finderIn(headers);
  return (header) => (isProtectedHeader(header) ? undefined : find(header));
}

export const equityFieldOf = finderIn<EquityField>(equityHeaders);

function finderIn<Field extends string>(
  headers: Readonly<Record<Field, readonly string[]>>,
): (header: string) => Field | undefined {
  const fields = new Map<string, Field>();
  for (const field of Object.keys(headers) as Field[]) {
    for (const header of headers[field]) fields.set(headerKey(header), field);
  }
  return (header) => {
    const key = spellings(header).find((spelling) => fields.has(spelling));
    return key === undefined ? undefined : fields.get(key);
  };
}
