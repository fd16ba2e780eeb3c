// A season for the page: 40 protected, one in twelve red, the rest middle, with every column of a row filled somewhere.
import type { ApplicantFacts } from "../../domain/applicant";
import type { Season } from "../../server/import/season";

const families = [
  "Okafor",
  "Lindqvist",
  "Haddad",
  "Castillo",
  "Nguyen",
  "Ferreira",
  "Kowalski",
  "Abebe",
  "Sato",
  "Ivanova",
];
const givens = ["Irina", "Mateo", "Leila", "Samuel", "Noor", "Tobias", "Zainab", "Ravi", "Fatima", "Peter", "Ana"];
const schoolTypes = ["US MD", "US DO", "International"] as const;
const signals = ["gold", "silver", undefined] as const;
const visas = ["none", "j1", "h1b"] as const;

export const pageBenchPeople = { pd: "pd@example.org", remote: "remote@example.org" };

export function pageSeason(count: number): Season {
  const ids = Array.from({ length: count }, (_, index) => String(20_000_000 + index));
  const redCount = Math.floor(count / 12);
  return {
    title: "Page bench",
    programCode: "1000140C0",
    quota: 15,
    quotaGiven: true,
    matchYear: 2027,
    members: [
      { row: 2, name: "Renata Almqvist", email: pageBenchPeople.pd, role: "pd" },
      { row: 3, name: "Emeka Grünwald", email: pageBenchPeople.remote, role: "faculty" },
    ],
    applicants: ids.map((aamcId, index) => ({ row: index + 2, withdrawn: false, facts: factsOf(aamcId, index) })),
    list: { protected: ids.slice(0, 40), middle: ids.slice(40, -redCount), red: ids.slice(-redCount) },
    report: "",
  };
}

const factsOf = (aamcId: string, index: number): ApplicantFacts => ({
  aamcId,
  name: `${families[index % families.length]}, ${givens[index % givens.length]} ${String.fromCharCode(65 + (index % 26))}.`,
  email: `applicant${index}@example.org`,
  school: "Harbor University School of Medicine",
  schoolType: schoolTypes[index % 3],
  degree: "M.D.",
  graduation: "2027-05",
  step1: ["Pass"],
  step2: [220 + (index % 50)],
  usClinicalMonths: index % 9,
  signal: signals[index % 3],
  visa: visas[index % 3],
  interviewDate: "2026-12-05",
  interviewScore: 3.5,
});
