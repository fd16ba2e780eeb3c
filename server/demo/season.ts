// The demo season: 22 people, 168 applicants and a preliminary list, made up from a fixed seed. Promises the same
// season on every machine, with the untidiness of a real one, and nobody real in it.

import { seededRandom } from "../../domain/seeded-random";
import { applicantKey } from "../import/match-list";
import { defaultQuota, type Season } from "../import/season";
import { demoApplicants } from "./applicants";
import { demoHistory } from "./histories";
import { demoPeople } from "./people";

const seed = 2027;
const protectedCount = 40;
const redCount = 19;

export function demoSeason(): Season {
  const histories = seededRandom(seed + 1);
  const applicants = demoApplicants(seededRandom(seed)).map(({ facts, ...applicant }) => ({
    ...applicant,
    facts: { ...facts, ...demoHistory(histories, facts) },
  }));
  const keys = applicants
    .filter(({ withdrawn }) => !withdrawn)
    .sort((one, other) => other.strength - one.strength)
    .map(({ facts }) => applicantKey(facts));
  return {
    title: "Rank meeting 2027 (demo)",
    programCode: "1000140C0",
    quota: defaultQuota,
    quotaGiven: false,
    matchYear: 2027,
    members: demoPeople(),
    applicants: applicants.map(({ row, facts, withdrawn }) => ({ row, facts, withdrawn })),
    list: {
      protected: keys.slice(0, protectedCount),
      middle: keys.slice(protectedCount, -redCount),
      red: keys.slice(-redCount),
    },
    report: "The demo season: synthetic people and applicants; nobody in it exists.",
  };
}
