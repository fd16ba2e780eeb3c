// How much each member's voice weighs in tallies that say so (VOICE-1, VOICE-2). Equal until the director says otherwise, with a
// reason. No rule of the list knows of weights: they are not in a meeting's state, so they cannot move anybody.
import type { MemberId } from "./ids";
import type { Role } from "./member";
import { mayAsk } from "./policy";

export const DEFAULT_WEIGHT = 1;
export const voiceWeights = [0.5, 1, 1.5, 2, 2.5, 3] as const;

/** Whose voice can be weighed: whoever may endorse. */
export const hasVoice = (role: Role): boolean => mayAsk(role, "endorseApplicant");

/** Of those whose weight is not the usual one. */
export type Weights = Readonly<Record<MemberId, number>>;

export const weightOf = (weights: Weights, memberId: MemberId): number => weights[memberId] ?? DEFAULT_WEIGHT;

export interface Tally {
  count: number;
  weighted: number;
  /** Is there anything to say about weights at all? */
  differs: boolean;
}

/** Of the endorsements of one applicant that stand, by their authors. */
export function tallyOf(authors: readonly MemberId[], weights: Weights): Tally {
  const own = authors.map((id) => weightOf(weights, id));
  const weighted = own.reduce((sum, weight) => sum + weight, 0);
  return { count: own.length, weighted, differs: own.some((weight) => weight !== DEFAULT_WEIGHT) };
}
