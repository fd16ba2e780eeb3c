// What I look at of the list: mine alone, and never an order. Nobody is filtered by a need of sponsorship.
import { schoolTypes } from "../../../domain/applicant";
import type { ApplicantId, MemberId } from "../../../domain/ids";
import { isOpenFlag, isVerified } from "../../../domain/marks";
import type { MeetingState } from "../../../domain/meeting";
import { emptyOrder, ranksIn } from "../../../domain/rank-list";

export const schools = schoolTypes;
export const subjects = {
  endorsed: "Endorsed",
  championed: "With a champion",
  flagged: "With a flag, open or verified",
  verified: "With a verified flag",
  both: "Endorsed and flagged",
  unspoken: "Nobody has spoken of them",
  endorsedByMe: "Endorsed by me",
  flaggedByMe: "Flagged by me",
  agenda: "On the agenda",
  discussed: "Were before the room",
  confirmed: "Confirmed without objection",
  moved: "Not where the preliminary list had them",
} as const;
export type Subject = keyof typeof subjects;

/** "": any. */
export interface Filter {
  school: (typeof schools)[number] | "";
  subject: Subject | "";
}

/** Null: nothing is asked for, so nothing is left out. */
export function findFiltered(
  state: MeetingState,
  memberId: MemberId,
  { school, subject }: Filter,
): ReadonlySet<ApplicantId> | null {
  if (school === "" && subject === "") return null;
  const is = subject === "" ? () => true : subjectOf(state, memberId, subject);
  const all = Object.values(state.applicants);
  return new Set(all.flatMap(({ id, schoolType }) => ((school === "" || schoolType === school) && is(id) ? [id] : [])));
}

function subjectOf(state: MeetingState, memberId: MemberId, subject: Subject): (id: ApplicantId) => boolean {
  const { room } = state;
  const endorsements = Object.values(state.endorsements).filter(({ struck }) => !struck);
  const flags = Object.values(state.flags).filter(({ struck }) => !struck);
  const standing = flags.filter((flag) => isOpenFlag(flag) || isVerified(flag));
  switch (subject) {
    case "endorsed":
      return among(endorsements);
    case "championed":
      return among(endorsements.filter(({ strength }) => strength === "champion"));
    case "flagged":
      return among(standing);
    case "verified":
      return among(standing.filter(isVerified));
    case "both": {
      const [isEndorsed, isFlagged] = [among(endorsements), among(standing)];
      return (id) => isEndorsed(id) && isFlagged(id);
    }
    case "unspoken": {
      const isSpokenOf = among([...endorsements, ...flags]);
      return (id) => !isSpokenOf(id);
    }
    case "endorsedByMe":
      return among(endorsements.filter(({ by }) => by === memberId));
    case "flaggedByMe":
      return among(flags.filter(({ by }) => by === memberId));
    case "agenda":
      return among(room.agenda);
    case "discussed":
      return (id) => (room.spent[id] ?? 0) > 0 || room.spotlight?.applicantId === id;
    case "confirmed":
      return (id) => room.confirmed[id] !== undefined;
    case "moved": {
      const [before, now] = [ranksIn(state.preliminary ?? emptyOrder), ranksIn(state.order)];
      return (id) => before.get(id) !== now.get(id);
    }
  }
}

function among(items: readonly { applicantId: ApplicantId }[]): (id: ApplicantId) => boolean {
  const ids = new Set(items.map(({ applicantId }) => applicantId));
  return (id) => ids.has(id);
}
