// The interviews of an applicant, read beside a meeting's list (NOTE-4): by members but observers once the list is frozen, in the
// draft before by the hosts. The caller has made sure that the applicant is not withheld.
import type { Kysely } from "kysely";
import type { Database } from "../../db/schema";
import { findSeasonOf, type SeasonRow } from "../../db/seasons";
import type { ApplicantId, MemberId } from "../../domain/ids";
import type { MeetingState } from "../../domain/meeting";
import { mayReadInterviews } from "../../domain/policy";
import type { View } from "../../domain/redact";
import type { AuditTrail } from "../audit-trail";
import type { InterviewView } from "../context/notes";
import { interviewView } from "./interview-view";

export async function meetingInterview(
  { db, trail }: { db: Kysely<Database>; trail: AuditTrail },
  {
    state,
    view,
    applicantId,
    personId,
  }: { state: MeetingState; view: View; applicantId: ApplicantId; personId: MemberId },
): Promise<InterviewView | null> {
  const role = state.members[personId]?.role;
  const season = role && state.phase !== "purged" ? await findSeasonOf(db, state.id) : undefined;
  if (!role || !season) return null;
  if (!mayReadInterviews(role, state.kind, season.isFrozen)) return null;
  const read = await interviewView(db, season, applicantId, new Set(view.withheld));
  await noteReading(trail, season, { view: read, applicantId, personId, meetingId: state.id });
  return read;
}

/** One's own note is one's own to read; another's is on record (NOTE-4). */
export async function noteReading(
  trail: AuditTrail,
  season: SeasonRow,
  {
    view,
    applicantId,
    personId,
    meetingId,
  }: { view: InterviewView; applicantId: ApplicantId; personId: MemberId; meetingId: string },
): Promise<void> {
  if (view.notes.every(({ authorId }) => authorId === personId)) return;
  await trail.recordReading({
    programId: season.programId,
    actorId: personId,
    action: "notesRead",
    subject: { meetingId, applicantId },
  });
}
