// What a meeting's events put into the audit trail (AUDIT-1): freezes, locks, unlocks and purges. Written in the transaction of the events
// themselves, so the trail points at log entries that are there. Moves are not in it, because the log has them, and roles are
// the program's (db/roster.ts).
import type { Kysely } from "kysely";
import { appendAudit, type NewAuditEntry } from "../db/audit-trail";
import { findProgramOf } from "../db/programs";
import type { Applied } from "../db/projection";
import type { Database } from "../db/schema";
import type { MeetingEvent } from "../domain/events";
import type { MeetingId } from "../domain/ids";
import type { MeetingState } from "../domain/meeting";

type Told = Pick<NewAuditEntry, "actorId" | "action" | "subject" | "detail">;

/** `before` is the state that the first event was applied to. */
export async function auditMeeting(
  trx: Kysely<Database>,
  meetingId: MeetingId,
  before: MeetingState,
  applied: readonly Applied[],
): Promise<void> {
  let state = before;
  const isPractice = (applied.at(-1)?.after ?? before).kind === "rehearsal";
  const told = applied.flatMap(({ event, after }) => {
    // What is tried out in a rehearsal is in its own log alone, but that its data are gone is on record (REHEARSE-2).
    const entry = isPractice && event.type !== "meetingPurged" ? undefined : entryOf(event, state);
    state = after;
    return entry ? [{ event, entry: { ...entry, subject: { ...entry.subject, meetingId } } }] : [];
  });
  if (told.length === 0) return;
  const programId = (await findProgramOf(trx, meetingId)) ?? null;
  const entries = told.flatMap(({ event, entry }) => {
    const whole = { ...entry, programId, outcome: "done" as const, at: new Date(event.at) };
    // Data that are gone for good concern whoever runs the installation too.
    const ofInstallation = {
      ...whole,
      programId: null,
      subject: { ...whole.subject, ...(programId && { programId }) },
    };
    return event.type === "meetingPurged" ? [whole, ofInstallation] : [whole];
  });
  await appendAudit(trx, entries);
}

function entryOf(event: MeetingEvent, before: MeetingState): Told | undefined {
  switch (event.type) {
    case "listLocked":
    case "listUnlocked": {
      const detail = { version: event.version, seq: event.seq };
      return { actorId: event.by, action: event.type, subject: {}, detail };
    }
    case "draftFrozen":
      return { actorId: event.by, action: "listFrozen", subject: {}, detail: { seq: event.seq } };
    case "meetingPurged": {
      const detail = { matchYear: before.matchYear, ...event.taken };
      return { actorId: event.by, action: "meetingPurged", subject: {}, detail };
    }
    default:
      return undefined;
  }
}
