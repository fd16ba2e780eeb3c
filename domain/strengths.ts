// Endorsements by their strength: counts, which are told apart wherever they are told, and the sentence of each side that carries
// the most.
import { counted } from "./count-words";
import type { ApplicantId } from "./ids";
import {
  type Endorsement,
  type EndorsementStrength,
  endorsementStrengths,
  type Flag,
  isVerified,
  provenances,
} from "./marks";
import { endorsementsOf, flagsOf, type MeetingState } from "./meeting";

export type StrengthCounts = Record<EndorsementStrength, number>;

export const strongestFirst: readonly EndorsementStrength[] = [...endorsementStrengths].reverse();

export function strengthsOf(endorsements: readonly Pick<Endorsement, "strength">[]): StrengthCounts {
  const counts = { workWith: 0, strong: 0, champion: 0 };
  for (const { strength } of endorsements) counts[strength] += 1;
  return counts;
}

/** As many stars as an endorsement of that strength is drawn with. */
export const starsOf = (strength: EndorsementStrength): 1 | 2 | 3 =>
  strength === "champion" ? 3 : strength === "strong" ? 2 : 1;

const words: Record<EndorsementStrength, (count: number) => string> = {
  champion: (count) => counted(count, "champion"),
  strong: (count) => `${count} strongly`,
  workWith: (count) => `${count} would work with them`,
};

/** `2 champions, 1 strongly, 4 would work with them`; empty where nobody has endorsed. */
export const strengthWordsOf = (counts: StrengthCounts): string[] =>
  strongestFirst.flatMap((strength) => (counts[strength] > 0 ? [words[strength](counts[strength])] : []));

/** What is quoted of an applicant: of each side the sentence that weighs the most, of equals the newest. */
export function strongestSentences(
  state: MeetingState,
  applicantId: ApplicantId,
): { praise?: Endorsement & { evidence: string }; concern?: Flag } {
  const said = endorsementsOf(state, applicantId).flatMap(({ evidence, ...mark }) =>
    evidence ? [{ ...mark, evidence }] : [],
  );
  const praise = heaviest(said, ({ strength }) => starsOf(strength));
  // First-hand before what is in the file, and that before hearsay; what waits for its verdict is not quoted (MARK-4).
  const verified = flagsOf(state, applicantId).filter(isVerified);
  const concern = heaviest(verified, ({ provenance }) => -provenances.indexOf(provenance));
  return { ...(praise && { praise }), ...(concern && { concern }) };
}

const heaviest = <Mark extends { at: string }>(
  marks: readonly Mark[],
  weightOf: (mark: Mark) => number,
): Mark | undefined =>
  [...marks].sort((one, other) => weightOf(other) - weightOf(one) || (one.at < other.at ? 1 : -1))[0];
