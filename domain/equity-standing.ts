// Where everybody stood in the figures that were shown last (EQUITY-5). Figures that follow every move would tell, by the one number
// that changes, of which group whoever just moved is. So they stay until enough have changed, each kind of change by itself.
import { z } from "zod";
import type { Applicant } from "./applicant";
import type { EquityFacts } from "./equity-facts";
import type { ApplicantId } from "./ids";
import { isVerified } from "./marks";
import { flagsOf, type MeetingState } from "./meeting";
import { placeOf } from "./rank-list";
import { sameValue } from "./same-value";
import { idSchema } from "./schemas";
import { SMALLEST_GROUP } from "./small-cells";

/** Where somebody is by now, one of these, in the order in which counts are told. */
export const outcomes = ["protected", "middle", "red", "waiting", "notInterviewed"] as const;
export type Outcome = (typeof outcomes)[number];

export const standingSchema = z.object({
  outcomes: z.record(idSchema, z.enum(outcomes)),
  /** With a verified flag. */
  flagged: z.array(idSchema),
  /** Facts that were kept later are not counted yet. ISO, UTC. */
  factsUntil: z.string(),
});
export type Standing = z.infer<typeof standingSchema>;

type Facts = ReadonlyMap<ApplicantId, EquityFacts>;

/** As it is now, without the withdrawn. `isInterviewed` says so where the list does not. */
export function standingOf(
  state: Pick<MeetingState, "applicants" | "order" | "flags">,
  isInterviewed: (applicant: Applicant) => boolean,
  now: string,
): Standing {
  const present = Object.values(state.applicants).filter(({ withdrawn }) => !withdrawn);
  return {
    outcomes: Object.fromEntries(
      present.map((applicant) => [applicant.id, outcomeOf(state, applicant, isInterviewed)]),
    ),
    flagged: present.flatMap(({ id }) => (flagsOf(state, id).some(isVerified) ? [id] : [])),
    factsUntil: now,
  };
}

function outcomeOf(
  { order }: Pick<MeetingState, "order">,
  applicant: Applicant,
  isInterviewed: (applicant: Applicant) => boolean,
): Outcome {
  const place = placeOf(order, applicant.id);
  if (place !== undefined && place !== "unplaced") return place;
  return isInterviewed(applicant) ? "waiting" : "notInterviewed";
}

/** What is shown: of `last` whatever has changed for fewer than five people, and of `now` the rest. `isHeld`: not all is of now. */
export function steadied(
  last: Standing | undefined,
  now: Standing,
  facts: { last: Facts; now: Facts },
): { standing: Standing; isHeld: boolean } {
  if (!last) return { standing: now, isHeld: false };
  const isFew = (count: number) => count > 0 && count < SMALLEST_GROUP;
  const moved = isFew(differing(last.outcomes, now.outcomes));
  const flagged = isFew(differing(asRecord(last.flagged), asRecord(now.flagged)));
  const said = differing(Object.fromEntries(facts.last), Object.fromEntries(facts.now));
  return {
    standing: {
      outcomes: moved ? last.outcomes : now.outcomes,
      flagged: flagged ? last.flagged : now.flagged,
      factsUntil: said < SMALLEST_GROUP ? last.factsUntil : now.factsUntil,
    },
    isHeld: moved || flagged || isFew(said),
  };
}

const asRecord = (ids: readonly string[]): Record<string, true> => Object.fromEntries(ids.map((id) => [id, true]));

function differing(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): number {
  const ids = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...ids].filter((id) => !sameValue(one[id], other[id])).length;
}
