// Who read what of a meeting (AUDIT-3). Opening a meeting hands its list and every file that the person may see to their
// device: that is one reading. Opening an applicant's file on screen is another, which the page tells.
import type { Kysely } from "kysely";
import { findProgramOf } from "../db/programs";
import type { Database } from "../db/schema";
import type { ApplicantId, MeetingId, MemberId, ProgramId } from "../domain/ids";
import type { AuditTrail } from "./audit-trail";

export interface Readings {
  /** Resolves when it is on record. */
  meeting(meetingId: MeetingId, personId: MemberId): Promise<void>;
  applicant(meetingId: MeetingId, applicantId: ApplicantId, personId: MemberId): Promise<void>;
}

export function createReadings({ db, trail }: { db: Kysely<Database>; trail: AuditTrail }): Readings {
  /** A meeting's program never changes. */
  const programs = new Map<MeetingId, ProgramId>();
  async function programOf(meetingId: MeetingId): Promise<ProgramId | null> {
    const programId = programs.get(meetingId) ?? (await findProgramOf(db, meetingId));
    if (programId !== undefined) programs.set(meetingId, programId);
    return programId ?? null;
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
