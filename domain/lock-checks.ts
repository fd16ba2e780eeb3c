// What must hold before the list is locked (LOCK-3). A block stops the lock; a warning wants the PD's reason. Problems carry
// counts and ranks, never names, so that they can be told to a PD who is recused from somebody on the list.
import { isOpenFlag, isVerified } from "./marks";
import type { MeetingState } from "./meeting";
import { holdsEachOnce, rankedIds } from "./rank-list";
import { openCallOf, openRoundOf } from "./room";

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

/** Problems of the order as it stands, blocks first; empty when the list can be locked without a word. */
export function lockProblems(state: MeetingState): LockProblem[] {
  const ranked = rankedIds(state.order).map((id) => state.applicants[id]);
  const present = Object.values(state.applicants).flatMap((a) => (a.withdrawn ? [] : [a.id]));
  const problems: LockProblem[] = [];
  if (openCallOf(state.room)) problems.push({ code: "callOpen", severity: "block" });
  if (openRoundOf(state.room)) problems.push({ code: "roundOpen", severity: "block" });
  if (ranked.length === 0) problems.push({ code: "nobodyRanked", severity: "block" });
  if (!holdsEachOnce(state.order, present) || ranked.some((a) => !a || a.withdrawn)) {
    problems.push({ code: "listBroken", severity: "block" });
  }
  if (ranked.length > MAX_RANKS) problems.push({ code: "tooManyRanks", severity: "block", count: ranked.length });
  const without = ranked.filter((a) => a && !a.aamcId && !a.nrmpId).length;
  if (without > 0) problems.push({ code: "identifierMissing", severity: "block", count: without });
  const repeated = countRepeated(ranked.map((a) => a?.aamcId)) + countRepeated(ranked.map((a) => a?.nrmpId));
  if (repeated > 0) problems.push({ code: "identifierRepeated", severity: "block", count: repeated });

  const noAamc = ranked.filter((a) => a && !a.aamcId && a.nrmpId).length;
  if (noAamc > 0) problems.push({ code: "aamcMissing", severity: "warn", count: noAamc });
  const unplaced = state.order.unplaced.length;
  if (unplaced > 0) problems.push({ code: "applicantsUnplaced", severity: "warn", count: unplaced });
  const waiting = state.room.proposals.length;
  if (waiting > 0) problems.push({ code: "proposalsWaiting", severity: "warn", count: waiting });
  const flags = Object.values(state.flags);
  const rankedSet = new Set(rankedIds(state.order));
  const open = flags.filter((flag) => isOpenFlag(flag) && rankedSet.has(flag.applicantId)).length;
  if (open > 0) problems.push({ code: "flagsOpen", severity: "warn", count: open });
  const protectedSet = new Set(state.order.protected);
  const flagged = new Set(
    flags.filter((f) => isVerified(f) && protectedSet.has(f.applicantId)).map((f) => f.applicantId),
  );
  if (flagged.size > 0) problems.push({ code: "protectedWithVerifiedFlag", severity: "warn", count: flagged.size });
  if (ranked.length > 0 && ranked.length < state.quota) {
    problems.push({ code: "fewerThanQuota", severity: "warn", count: ranked.length, quota: state.quota });
  }
  return problems;
}

function countRepeated(values: readonly (string | undefined)[]): number {
  const present = values.filter((value) => value !== undefined);
  return present.length - new Set(present).size;
}

const people = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

export function lockProblemSentence(problem: LockProblem): string {
  switch (problem.code) {
    case "callOpen":
      return "A call for objections is open: end it first.";
    case "roundOpen":
      return "A silent round is open: reveal or discard it first.";
    case "proposalsWaiting":
      return `${people(problem.count, "proposed move waits", "proposed moves wait")} for a host.`;
    case "nobodyRanked":
      return "Nobody is ranked.";
    case "listBroken":
      return "The list does not hold every applicant exactly once; please report this.";
    case "identifierMissing":
      return `${people(problem.count, "ranked applicant has", "ranked applicants have")} neither an AAMC ID nor an NRMP ID.`;
    case "identifierRepeated":
      return `${people(problem.count, "identifier is", "identifiers are")} on the list twice.`;
    case "tooManyRanks":
      return `R3 takes at most ${MAX_RANKS} ranks; the list has ${problem.count}.`;
    case "aamcMissing":
      return `${people(problem.count, "ranked applicant has", "ranked applicants have")} no AAMC ID: the AAMC file will be refused, the NRMP file may serve.`;
    case "applicantsUnplaced":
      return `${people(problem.count, "applicant is", "applicants are")} not placed and will not be ranked.`;
    case "flagsOpen":
      return `${people(problem.count, "flag on a ranked applicant is", "flags on ranked applicants are")} neither verified nor dismissed.`;
    case "protectedWithVerifiedFlag":
      return `${people(problem.count, "protected applicant has", "protected applicants have")} a verified flag.`;
    case "fewerThanQuota":
      return `Only ${problem.count} are ranked for a quota of ${problem.quota}.`;
  }
}
