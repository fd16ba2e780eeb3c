// An applicant's file in the order a reader asks: education, exams, timeline, readiness, interview, the Match. What is not
// in the file is `null` and is shown as "not given": never as zero, never as "no".
import type { Applicant } from "../../../domain/applicant";

export interface Fact {
  label: string;
  value: string | null;
  /** A second line: attempts, an explanation. */
  note?: string;
}

export interface FactGroup {
  heading: string;
  facts: Fact[];
}

const visaWords: Record<NonNullable<Applicant["visa"]>, string> = {
  none: "Not needed",
  needed: "Needed",
  j1: "J-1 needed",
  h1b: "H-1B needed",
};

/** `seesVisa`: sponsorship is for the eyes of some roles only (SEE-2). */
export function fileFacts(applicant: Applicant, { seesVisa }: { seesVisa: boolean }): FactGroup[] {
  return [
    { heading: "Education", facts: education(applicant) },
    { heading: "Exams", facts: exams(applicant) },
    { heading: "Timeline", facts: timeline(applicant) },
    { heading: "Readiness", facts: readiness(applicant, seesVisa) },
    { heading: "Interview and Match", facts: interviewAndMatch(applicant) },
  ];
}

const education = ({ school, schoolType, schoolCountry, degree, graduation }: Applicant): Fact[] => [
  { label: "School", value: school ?? null },
  { label: "Type", value: schoolType ?? null },
  { label: "Country", value: schoolCountry ?? null },
  { label: "Degree", value: degree ?? null },
  { label: "Graduation", value: graduation ? monthWords(graduation) : null },
];

function exams({ step1, step2, comlex2, schoolType }: Applicant): Fact[] {
  const takesComlex = schoolType === "US DO" || comlex2 !== undefined;
  return [
    attempts("Step 1", step1),
    attempts("Step 2 CK", step2),
    ...(takesComlex ? [attempts("COMLEX Level 2", comlex2)] : []),
  ];
}

/** The last attempt stands; the ones before are told, in order. */
function attempts(label: string, values: readonly (string | number)[] | undefined): Fact {
  const last = values?.at(-1);
  if (values === undefined || last === undefined) return { label, value: null };
  if (values.length === 1) return { label, value: String(last) };
  return { label, value: String(last), note: `${values.length} attempts: ${values.join(", ")}` };
}

function timeline({ interrupted, interruptedWhy, usClinicalMonths }: Applicant): Fact[] {
  const label = "Interruption";
  const interruption: Fact =
    interrupted === undefined
      ? { label, value: null }
      : interrupted
        ? { label, value: "Yes", note: interruptedWhy ?? "Interrupted, no explanation given" }
        : { label, value: "None stated" };
  const months = usClinicalMonths === undefined ? null : counted(usClinicalMonths, "month");
  return [interruption, { label: "US clinical work", value: months }];
}

function readiness({ ecfmgCertified, schoolType, step3, visa }: Applicant, seesVisa: boolean): Fact[] {
  const needsEcfmg = schoolType === "International" || ecfmgCertified !== undefined;
  const ecfmg = ecfmgCertified === undefined ? null : ecfmgCertified ? "Certified" : "Not yet certified";
  return [
    ...(needsEcfmg ? [{ label: "ECFMG", value: ecfmg }] : []),
    attempts("Step 3", step3),
    ...(seesVisa && visa ? [{ label: "Visa sponsorship", value: visaWords[visa] }] : []),
  ];
}

function interviewAndMatch(applicant: Applicant): Fact[] {
  const { interviewDate, interviewScore, signal, couple, couplePartner, tracks } = applicant;
  return [
    { label: "Interviewed", value: interviewDate ? dayWords(interviewDate) : null },
    { label: "Interview score", value: interviewScore === undefined ? null : String(interviewScore) },
    { label: "Signal", value: signal ? signalWords[signal] : null },
    { label: "Couple", value: couple === undefined ? null : couple ? "Yes" : "No", note: couplePartner },
    { label: tracks && tracks.length > 1 ? "Tracks" : "Track", value: tracks?.length ? tracks.join(" · ") : null },
  ];
}

const signalWords: Record<NonNullable<Applicant["signal"]>, string> = {
  gold: "Gold",
  silver: "Silver",
  signal: "Signaled",
};

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

const monthNames = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** `2027-05` → `May 2027`. Not through a Date: a calendar month has no time zone. */
const monthWords = (month: string): string =>
  `${monthNames[Number(month.slice(5, 7)) - 1] ?? "?"} ${month.slice(0, 4)}`;

/** `2026-12-05` → `Dec 5, 2026`. */
const dayWords = (day: string): string =>
  `${monthNames[Number(day.slice(5, 7)) - 1] ?? "?"} ${Number(day.slice(8))}, ${day.slice(0, 4)}`;
