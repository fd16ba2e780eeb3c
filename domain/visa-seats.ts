// H-1B seats against who would need one (DOMAIN, mechanism 8): a count, for those who prepare. It sorts and moves nobody.
import type { ApplicantFacts } from "./applicant";

export interface SeatsNeeded {
  h1b: number;
  /** Need sponsorship of a kind that is not on file: any of them might need a seat. */
  unrecorded: number;
}

export const seatsNeeded = (ranked: readonly Pick<ApplicantFacts, "visa">[]): SeatsNeeded => ({
  h1b: ranked.filter(({ visa }) => visa === "h1b").length,
  unrecorded: ranked.filter(({ visa }) => visa === "needed").length,
});
