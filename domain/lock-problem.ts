// What can stand in the way of a lock, and each in a sentence (LOCK-3). A block stops the lock; a warning wants the PD's reason.
// Problems carry counts and ranks, never names, so that they can be told to a PD who is recused from somebody on the list.
import { counted } from "./count-words";

export type LockProblem =
  | { code: "callOpen"; severity: "block" }
  | { code: "roundOpen"; severity: "block" }
  | { code: "nobodyRanked"; severity: "block" }
  | { code: "listBroken"; severity: "block" }
  | { code: "identifierMissing"; severity: "block"; count: number }
  | { code: "identifierRepeated"; severity: "block"; count: number }
  | { code: "tooManyRanks"; severity: "block"; count: number }
  | { code: "aamcMissing"; severity: "warn"; count: number }
  | { code: "applicantsUnplaced"; severity: "warn"; count: number }
  | { code: "proposalsWaiting"; severity: "warn"; count: number }
  | { code: "flagsOpen"; severity: "warn"; count: number }
  | { code: "protectedWithVerifiedFlag"; severity: "warn"; count: number }
  | { code: "fewerThanQuota"; severity: "warn"; count: number; quota: number };

/** R3 takes ranks of one to three digits. */
export const MAX_RANKS = 999;

export function lockProblemSentence(problem: LockProblem): string {
  switch (problem.code) {
    case "callOpen":
      return "A call for objections is open: end it first.";
    case "roundOpen":
      return "A silent round is open: reveal or discard it first.";
    case "proposalsWaiting":
      return `${counted(problem.count, "proposed move waits", "proposed moves wait")} for a host.`;
    case "nobodyRanked":
      return "Nobody is ranked.";
    case "listBroken":
      return "The list does not hold every applicant exactly once; please report this.";
    case "identifierMissing":
      return `${counted(problem.count, "ranked applicant has", "ranked applicants have")} neither an AAMC ID nor an NRMP ID.`;
    case "identifierRepeated":
      return `${counted(problem.count, "identifier is", "identifiers are")} on the list twice.`;
    case "tooManyRanks":
      return `R3 takes at most ${MAX_RANKS} ranks; the list has ${problem.count}.`;
    case "aamcMissing":
      return `${counted(problem.count, "ranked applicant has", "ranked applicants have")} no AAMC ID: the AAMC file will be refused, the NRMP file may serve.`;
    case "applicantsUnplaced":
      return `${counted(problem.count, "applicant is", "applicants are")} not placed and will not be ranked.`;
    case "flagsOpen":
      return `${counted(problem.count, "flag on a ranked applicant is", "flags on ranked applicants are")} neither verified nor dismissed.`;
    case "protectedWithVerifiedFlag":
      return `${counted(problem.count, "protected applicant has", "protected applicants have")} a verified flag.`;
    case "fewerThanQuota":
      return `Only ${problem.count} are ranked for a quota of ${problem.quota}.`;
  }
}
