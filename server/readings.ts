// Who read what of a meeting (AUDIT-3). Opening a meeting hands its list and every file that the person may see to their
// device: that is one reading. Opening an applicant's file on screen is another, which the page tells.
import type { Kysely } from "kysely";
import { programOfMeeting } from "../db/meetings";
import type { Database } from "../db/schema";
import type { ApplicantId, MeetingId, MemberId } from "../domain/ids";
import type { AuditTrail } from "./audit-trail";

export interface Readings {
  /** Resolves when it is on record. */
  meeting(meetingId: MeetingId, personId: MemberId): Promise<void>;
  applicant(meetingId: MeetingId, applicantId: ApplicantId, personId: MemberId): Promise<void>;
}

export function createReadings({ db, trail }: { db: Kysely<Database>; trail: AuditTrail }): Readings {
  /** A meeting's program never changes. */
  const programs = new Map<MeetingId, string>();
  async function programOf(meetingId: MeetingId): Promise<string> {
    const programId = programs.get(meetingId) ?? (await programOfMeeting(db, meetingId));
    programs.set(meetingId, programId);
    return programId;
  }
  return {
    async meeting(meetingId, personId) {
      const programId = await programOf(meetingId);
      await trail.recordReading({ programId, actorId: personId, action: "meetingRead", subject: { meetingId } });
    },
    async applicant(meetingId, applicantId, personId) {
      const programId = await programOf(meetingId);
      const subject = { meetingId, applicantId };
      await trail.recordReading({ programId, actorId: personId, action: "applicantRead", subject });
    },
  };
}
