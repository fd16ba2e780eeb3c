// The room in words.
import { counted } from "../../../domain/count-words";
import type { ApplicantId } from "../../../domain/ids";
import type { MeetingState } from "../../../domain/meeting";
import { rankOf } from "../../../domain/rank-list";
import type { Ballot, BallotChoice, ObjectionCall, Outcome } from "../../../domain/room";
import { ballotChoices } from "../../../domain/room";

export const outcomeWords: Record<Outcome, string> = {
  held: "Stays",
  moved: "Moved",
  protected: "Protected",
  red: "Not ranked",
  parked: "Parked",
};

/** `ranks 5 to 12`, or the one name where there is one, in the numbers of this viewer. */
export function rangeWords(state: MeetingState, { applicantIds }: Pick<ObjectionCall, "applicantIds">): string {
  const ranks = applicantIds.flatMap((id) => rankOf(state.order, id) ?? []);
  const [only] = applicantIds;
  if (applicantIds.length === 1 && only) return state.applicants[only]?.name ?? "one applicant";
  if (ranks.length === 0) return `${counted(applicantIds.length, "applicant")}`;
  const [least, most] = [Math.min(...ranks), Math.max(...ranks)];
  return least === most ? `rank ${least}` : `ranks ${least} to ${most}`;
}

/** How many gave each answer about one applicant. */
export function tallyOf(
  ballots: readonly Pick<Ballot, "applicantId" | "choice">[],
  applicantId: ApplicantId,
): Record<BallotChoice, number> {
  const own = ballots.filter((ballot) => ballot.applicantId === applicantId);
  const entries = ballotChoices.map((choice) => [choice, own.filter((ballot) => ballot.choice === choice).length]);
  return Object.fromEntries(entries) as Record<BallotChoice, number>;
}
