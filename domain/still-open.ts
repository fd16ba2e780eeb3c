// What is open when a list is about to be locked, by person (LOCK-5): flags that nobody has decided, objections that nobody has
// settled, and everybody who will not be ranked. Of a state as its reader may see it, so nobody withheld is named.
import type { ApplicantId } from "./ids";
import { type Flag, isOpenFlag } from "./marks";
import type { MeetingState } from "./meeting";
import type { Objection } from "./room";

export interface StillOpen {
  /** Of everybody who has not withdrawn, ranked or not; oldest first. */
  flags: Flag[];
  objections: Objection[];
  red: readonly ApplicantId[];
}

export function stillOpen({ applicants, flags, order, room }: MeetingState): StillOpen {
  const isPresent = ({ applicantId }: { applicantId: ApplicantId }) => applicants[applicantId]?.withdrawn === false;
  // An objection is settled when its applicant is done on the agenda, or was asked about again and nobody objected.
  const done = new Set(room.agenda.flatMap(({ applicantId, status }) => (status === "done" ? [applicantId] : [])));
  const isSettled = ({ applicantId }: Objection) => done.has(applicantId) || room.confirmed[applicantId] !== undefined;
  return {
    flags: Object.values(flags).filter((flag) => isOpenFlag(flag) && isPresent(flag)),
    objections: room.calls
      .flatMap(({ objections }) => objections)
      .filter((objection) => isPresent(objection) && !isSettled(objection)),
    red: order.red,
  };
}
