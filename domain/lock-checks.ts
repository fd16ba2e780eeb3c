// What must hold before the list is locked (LOCK-3), found on the state; lock-problem.ts has the words.
import { type LockProblem, MAX_RANKS } from "./lock-problem";
import { isOpenFlag, isVerified } from "./marks";
import type { MeetingState } from "./meeting";
import { holdsEachOnce, rankedIds } from "./rank-list";
import { openCallOf, openRoundOf } from "./room";

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
