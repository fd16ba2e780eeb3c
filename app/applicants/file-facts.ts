// An applicant's file in the order a reader asks: education, timeline, exams, clinical experience, readiness, interview and Match,
// letters and fit. What is not in the file is `null` and is shown as "not given": never as zero, never as "no".
import type { Applicant } from "../../domain/applicant";
import { clinicalKindWords, clinicalLadder } from "../../domain/clinical-experience";
import { monthWords } from "../../domain/timeline";

export interface Fact {
  label: string;
  value: string | null;
  /** A second line: attempts, an explanation. */
  note?: string | undefined;
  /** Where it can be read again: an address, or words. */
  source?: string | undefined;
  /** What it is in the file, where it can be written by hand. */
  entry?: { part: "letters" | "fitSignals"; at: number };
}

export type FactGroupName = "education" | "timeline" | "exams" | "clinical" | "readiness" | "match" | "letters";

export interface FactGroup {
  name: FactGroupName;
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
    { name: "education", heading: "Education", facts: education(applicant) },
    { name: "timeline", heading: "Timeline", facts: [interruption(applicant)] },
    { name: "exams", heading: "Exams", facts: exams(applicant) },
    { name: "clinical", heading: "US clinical experience", facts: clinical(applicant) },
    { name: "readiness", heading: "Ready to start", facts: readiness(applicant, seesVisa) },
    { name: "match", heading: "Interview and Match", facts: interviewAndMatch(applicant) },
    { name: "letters", heading: "Letters and fit", facts: lettersAndFit(applicant) },
  ];
}

const education = ({ school, schoolType, schoolCountry, degree, graduation }: Applicant): Fact[] => [
  { label: "School", value: school ?? null },
  { label: "Type", value: schoolType ?? null },
  { label: "Country", value: schoolCountry ?? null },
  { label: "Degree", value: degree ?? null },
  { label: "Graduation", value: graduation ? monthWords(graduation) : null },
];

function exams({ step1, step2, comlex2, schoolType, examExplanation }: Applicant): Fact[] {
  const takesComlex = schoolType === "US DO" || comlex2 !== undefined;
  return [
    attempts("Step 1", step1),
    attempts("Step 2 CK", step2),
    ...(takesComlex ? [attempts("COMLEX Level 2", comlex2)] : []),
    ...(examExplanation ? [{ label: "Explanation", value: examExplanation }] : []),
  ];
}

/** The last attempt stands; the ones before are told, in order. */
function attempts(label: string, values: readonly (string | number)[] | undefined): Fact {
  const last = values?.at(-1);
  if (values === undefined || last === undefined) return { label, value: null };
  if (values.length === 1) return { label, value: String(last) };
  return { label, value: String(last), note: `${values.length} attempts: ${values.join(", ")}` };
}

function interruption({ interrupted, interruptedWhy }: Applicant): Fact {
  const label = "Interruption";
  if (interrupted === undefined) return { label, value: null, note: interruptedWhy };
  if (!interrupted) return { label, value: "None stated", note: interruptedWhy };
  return { label, value: "Yes", note: interruptedWhy ?? "Interrupted, no explanation given" };
}

/** The ladder from its top, for everybody alike; the total as the export states it. */
function clinical({ clinicalExperience, usClinicalMonths }: Applicant): Fact[] {
  const stated: Fact = { label: "Total stated", value: monthsWords(usClinicalMonths) };
  if (clinicalExperience?.length === 0) return [{ label: "By kind", value: "None" }, stated];
  const rungs = clinicalLadder(clinicalExperience).map(({ kind, months }) => ({
    label: capitalised(clinicalKindWords[kind]),
    value: monthsWords(months),
  }));
  return [...rungs, stated];
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
    { label: "Signal", value: signal ? signalWords[signal] : null },
    { label: "Interviewed", value: interviewDate ? dayWords(interviewDate) : null },
    { label: "Score in the export", value: interviewScore === undefined ? null : String(interviewScore) },
    { label: "Couple", value: couple === undefined ? null : couple ? "Yes" : "No", note: couplePartner },
    { label: tracks && tracks.length > 1 ? "Tracks" : "Track", value: tracks?.length ? tracks.join(" · ") : null },
  ];
}

function lettersAndFit({ letters = [], fitSignals = [] }: Applicant): Fact[] {
  const written = letters.map(({ writer, relation, source }, at): Fact => {
    return { label: "Letter", value: writer, note: relation, source, entry: { part: "letters", at } };
  });
  const signals = fitSignals.map(({ what, source }, at): Fact => {
    return { label: "Fit", value: what, source, entry: { part: "fitSignals", at } };
  });
  return [
    ...(written.length > 0 ? written : [{ label: "Letters", value: null }]),
    ...(signals.length > 0 ? signals : [{ label: "Fit", value: null }]),
  ];
}

export const signalWords: Record<NonNullable<Applicant["signal"]>, string> = {
  gold: "Gold",
  silver: "Silver",
  signal: "Signaled",
};

const monthsWords = (months: number | undefined): string | null =>
  months === undefined ? null : `${months} ${months === 1 ? "month" : "months"}`;

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** `2026-12-05` → `Dec 5, 2026`. Not through a Date: a calendar day has no time zone. */
export const dayWords = (day: string): string => {
  const [month = "", year = ""] = monthWords(day).split(" ");
  return `${month} ${Number(day.slice(8))}, ${year}`;
};
