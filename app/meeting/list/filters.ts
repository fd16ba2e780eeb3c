// What I look at of the list: mine alone, and never an order. Nobody is filtered by a need of sponsorship.
import { schoolTypes } from "../../../domain/applicant";
import type { ApplicantId, MemberId } from "../../../domain/ids";
import { isOpenFlag, isVerified } from "../../../domain/marks";
import { endorsementsOf, flagsOf, type MeetingState } from "../../../domain/meeting";
import { rankedIds } from "../../../domain/rank-list";

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
  const endorsements = (id: ApplicantId) => endorsementsOf(state, id);
  const flags = (id: ApplicantId) => flagsOf(state, id).filter((flag) => isOpenFlag(flag) || isVerified(flag));
  switch (subject) {
    case "endorsed":
      return (id) => endorsements(id).length > 0;
    case "championed":
      return (id) => endorsements(id).some(({ strength }) => strength === "champion");
    case "flagged":
      return (id) => flags(id).length > 0;
    case "verified":
      return (id) => flags(id).some(isVerified);
    case "both":
      return (id) => endorsements(id).length > 0 && flags(id).length > 0;
    case "unspoken":
      return (id) => endorsements(id).length + flagsOf(state, id).length === 0;
    case "endorsedByMe":
      return (id) => endorsements(id).some(({ by }) => by === memberId);
    case "flaggedByMe":
      return (id) => flagsOf(state, id).some(({ by }) => by === memberId);
    case "agenda":
      return (id) => room.agenda.some(({ applicantId }) => applicantId === id);
    case "discussed":
      return (id) => (room.spent[id] ?? 0) > 0 || room.spotlight?.applicantId === id;
    case "confirmed":
      return (id) => room.confirmed[id] !== undefined;
    case "moved": {
      const before = state.preliminary ? rankedIds(state.preliminary) : [];
      const now = rankedIds(state.order);
      return (id) => before.indexOf(id) !== now.indexOf(id);
    }
  }
}
