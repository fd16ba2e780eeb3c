// The applicants of a demo season, 168 unless it says otherwise, with a hidden strength that the preliminary list is ordered by.
import type { ApplicantFacts } from "../../domain/applicant";
import type { Random } from "../../domain/seeded-random";
import type { ApplicantRow } from "../import/applicants-file";
import { familyNames, givenNames } from "./names";

export interface DemoApplicant extends ApplicantRow {
  /** 0 to 1; orders the preliminary list and is stored nowhere. */
  strength: number;
}

export const demoTrack = "Internal Medicine|1000140C0 (Categorical)";
const applicantCount = 168;
const withdrawnCount = 6;

const schools = {
  "US MD": ["Lakemont University School of Medicine", "Stonebridge Medical College", "University of the High Plains"],
  "US DO": ["Cedar Hollow College of Osteopathic Medicine", "Red Mesa College of Osteopathic Medicine"],
  International: [
    "Royal Harbour College of Surgeons",
    "Universidad Central del Altiplano",
    "Government Medical College, Nadipur",
    "Karst State Medical University",
  ],
} as const;

const gapReasons = [
  "Research fellowship; two publications",
  "Worked as a general practitioner in a rural district",
  "Cared for a close relative, returned full time",
  "National service as a medical officer",
];

export function demoApplicants(random: Random, count = applicantCount): DemoApplicant[] {
  const aamcIds = new Set<string>();
  const nrmpIds = new Set<string>();
  const applicants: DemoApplicant[] = [];
  for (let at = 0; at < count; at++) {
    const aamcId = unused(aamcIds, () => String(random.between(10_000_000, 15_999_999)));
    const nrmpId = unused(nrmpIds, () => `N${random.between(1_000_000, 9_999_999)}`);
    const strength = random.next();
    const facts = demoFacts(random, { aamcId, nrmpId, strength });
    applicants.push({ row: at + 2, facts, withdrawn: at % 28 === 13 && at / 28 < withdrawnCount, strength });
  }
  pairCouples(applicants);
  return applicants;
}

function unused(taken: Set<string>, make: () => string): string {
  let made = make();
  while (taken.has(made)) made = make();
  taken.add(made);
  return made;
}

interface Identity {
  aamcId: string;
  nrmpId: string;
  strength: number;
}

function demoFacts(random: Random, { aamcId, nrmpId, strength }: Identity): ApplicantFacts {
  const [given, family] = [random.pick(givenNames), random.pick(familyNames)];
  const schoolType = random.pick(["US MD", "US MD", "US DO", "International", "International"] as const);
  const isInternational = schoolType === "International";
  const interrupted = random.chance(0.16);
  return {
    name: `${family}, ${given}`,
    aamcId,
    nrmpId,
    email: `${mailbox(given)}.${mailbox(family)}.${aamcId.slice(-3)}@example.org`,
    school: random.pick(schools[schoolType]),
    schoolType,
    degree:
      schoolType === "US DO" ? "D.O." : isInternational ? random.pick(["M.B.,B.S.", "M.B.,Ch.B.", "M.D."]) : "M.D.",
    graduation: isInternational && random.chance(0.5) ? `${random.between(2018, 2026)}-05` : "2027-05",
    ...demoScores(random, schoolType, strength),
    interrupted,
    // About half of the gaps are explained; the others are the open questions of the meeting.
    ...(interrupted && random.chance(0.55) ? { interruptedWhy: random.pick(gapReasons) } : {}),
    visa: isInternational ? random.pick(["none", "needed", "j1", "j1", "h1b"] as const) : "none",
    ...(isInternational ? { ecfmgCertified: random.chance(0.85), usClinicalMonths: random.between(0, 10) } : {}),
    usGraduate: !isInternational,
    couple: false,
    ...(random.chance(0.43) ? { signal: random.pick(["gold", "silver"] as const) } : {}),
    interviewDate: interviewDay(random),
    interviewScore: Math.round((2 + strength * 2.4 + random.next() * 0.6) * 10) / 10,
    tracks: [demoTrack],
  };
}

/** Osteopathic applicants may bring COMLEX alone; a few others have no Step 2 yet. */
function demoScores(
  random: Random,
  schoolType: ApplicantFacts["schoolType"],
  strength: number,
): Partial<ApplicantFacts> {
  const isOsteopath = schoolType === "US DO";
  const comlexOnly = isOsteopath && random.chance(0.4);
  const step1 = random.chance(0.09) ? ["Fail", "Pass"] : ["Pass"];
  const step2 = Math.round(216 + strength * 34 + random.between(-8, 14));
  return {
    ...(comlexOnly ? {} : { step1 }),
    ...(comlexOnly || random.chance(0.03)
      ? {}
      : { step2: random.chance(0.03) ? [random.between(198, 213), step2] : [step2] }),
    ...(random.chance(0.1) ? { step3: [String(random.between(206, 236))] } : {}),
    ...(isOsteopath ? { comlex2: [Math.round(440 + strength * 190 + random.between(-30, 40))] } : {}),
  };
}

/** November and December, the season's two months. */
function interviewDay(random: Random): string {
  const month = random.pick([11, 12]);
  return `2026-${month}-${String(random.between(1, month === 11 ? 30 : 22)).padStart(2, "0")}`;
}

/** Six couples within the list; one more applicant whose partner applies elsewhere. */
function pairCouples(applicants: readonly DemoApplicant[]): void {
  for (let pair = 0; pair < 6; pair++) {
    const [one, other] = [applicants[pair * 23 + 4], applicants[pair * 23 + 9]];
    if (!one || !other) continue;
    Object.assign(one.facts, { couple: true, couplePartner: other.facts.name });
    Object.assign(other.facts, { couple: true, couplePartner: one.facts.name });
  }
  const alone = applicants[150];
  if (alone) alone.facts.couple = true;
}

const mailbox = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/[^A-Za-z-]/g, "")
    .toLowerCase();
