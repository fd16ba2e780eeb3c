// The tables that readers of SQL find: marks, members, applicants, recusals, locked lists. Written in the transaction of the
// events they come from; the order itself is written with the log (event-log.ts). `npm run db:rebuild` proves them equal.
import type { Kysely, Transaction } from "kysely";
import type { MeetingEvent } from "../domain/events";
import type { MeetingId } from "../domain/ids";
import { rankEntries } from "../domain/locked-list";
import type { MeetingState } from "../domain/meeting";
import { isPracticeMember } from "../domain/practice";
import { openCallOf } from "../domain/room";
import { dropSealedBallots } from "./room";
import type { Database } from "./schema";

/** An event and the state after it; events about files that stand together have the state after the last of them. */
export interface Applied {
  event: MeetingEvent;
  after: MeetingState;
}

/** Tables this file fills, in an order in which they can be emptied. A purge leaves the last. */
const tablesOfApplicants = ["open_calls", "recusals", "flags", "endorsements", "applicants"] as const;
export const projectedTables = [...tablesOfApplicants, "meeting_members"] as const;

/** Such an event changes the order and nothing else that is projected. */
export const isOrderOnly = (event: MeetingEvent): boolean =>
  event.type === "applicantMoved" || event.type === "applicantsMoved";

export async function project(
  trx: Transaction<Database> | Kysely<Database>,
  meetingId: MeetingId,
  applied: readonly Applied[],
): Promise<void> {
  // Moves touch only the order: the hot path leaves here at once.
  const rest = applied.filter(({ event }) => !isOrderOnly(event));
  const last = rest.at(-1)?.after;
  if (!last) return;
  await projectPeople(trx, meetingId, rest, last);
  for (const { event, after } of rest) await projectOne(trx, meetingId, event, after);
}

/** Applicants and members come by the hundred, so each kind is one statement of its last state. */
async function projectPeople(
  trx: Kysely<Database>,
  meetingId: MeetingId,
  applied: readonly Applied[],
  last: MeetingState,
): Promise<void> {
  const applicantIds = new Set<string>();
  const memberIds = new Set<string>();
  for (const { event } of applied) {
    if (event.type === "applicantAdded") applicantIds.add(event.applicant.id);
    if (
      event.type === "applicantFileChanged" ||
      event.type === "applicantRemoved" ||
      event.type === "applicantWithdrawn" ||
      event.type === "applicantReinstated"
    ) {
      applicantIds.add(event.applicantId);
    }
    if (event.type === "memberAdded") memberIds.add(event.member.id);
    if (event.type === "memberChanged" || event.type === "memberRemoved") memberIds.add(event.memberId);
  }
  const removed = [...applicantIds].filter((id) => !last.applicants[id]);
  if (removed.length > 0) {
    await trx.deleteFrom("applicants").where("meeting_id", "=", meetingId).where("id", "in", removed).execute();
  }
  const applicants = [...applicantIds].flatMap((id) => {
    const applicant = last.applicants[id];
    if (!applicant) return [];
    const { id: _id, withdrawn, name, aamcId, nrmpId } = applicant;
    const facts: unknown = applicant;
    return [{ meeting_id: meetingId, id, name, aamc_id: aamcId ?? null, nrmp_id: nrmpId ?? null, withdrawn, facts }];
  });
  for (let i = 0; i < applicants.length; i += 500) {
    await trx
      .insertInto("applicants")
      .values(applicants.slice(i, i + 500))
      .onConflict((conflict) =>
        conflict.columns(["meeting_id", "id"]).doUpdateSet((row) => ({
          name: row.ref("excluded.name"),
          aamc_id: row.ref("excluded.aamc_id"),
          nrmp_id: row.ref("excluded.nrmp_id"),
          withdrawn: row.ref("excluded.withdrawn"),
          facts: row.ref("excluded.facts"),
        })),
      )
      .execute();
  }
  // Practice members are nobody in the tables of people: they are in the log alone (REHEARSE-3).
  const members = [...memberIds].flatMap((id) => {
    if (isPracticeMember(id)) return [];
    const active = last.members[id] !== undefined;
    const member = last.members[id] ?? last.formerMembers[id];
    return member ? [{ meeting_id: meetingId, person_id: id, name: member.name, role: member.role, active }] : [];
  });
  if (members.length > 0) {
    await trx
      .insertInto("meeting_members")
      .values(members)
      .onConflict((conflict) =>
        conflict.columns(["meeting_id", "person_id"]).doUpdateSet((row) => ({
          name: row.ref("excluded.name"),
          role: row.ref("excluded.role"),
          active: row.ref("excluded.active"),
        })),
      )
      .execute();
  }
}

async function projectOne(
  trx: Kysely<Database>,
  meetingId: MeetingId,
  event: MeetingEvent,
  after: MeetingState,
): Promise<void> {
  const at = new Date(event.at);
  switch (event.type) {
    case "applicantEndorsed":
      await trx
        .insertInto("endorsements")
        .values({
          meeting_id: meetingId,
          id: event.markId,
          applicant_id: event.applicantId,
          member_id: event.signed?.by ?? event.by ?? "",
          strength: event.strength,
          relationship: event.relationship ?? null,
          evidence: event.evidence ?? null,
          at: event.signed ? new Date(event.signed.at) : at,
          struck_at: null,
          struck_reason: null,
        })
        .execute();
      return;
    case "flagRaised":
      await trx
        .insertInto("flags")
        .values({
          meeting_id: meetingId,
          id: event.markId,
          applicant_id: event.applicantId,
          member_id: event.by ?? "",
          category: event.category,
          provenance: event.provenance,
          sentence: event.sentence,
          status: "open",
          decided_by: null,
          decided_reason: null,
          at,
          struck_at: null,
          struck_reason: null,
        })
        .execute();
      return;
    case "endorsementStruck":
    case "flagStruck":
      await trx
        .updateTable(event.type === "flagStruck" ? "flags" : "endorsements")
        .set({ struck_at: at, struck_reason: event.reason })
        .where("meeting_id", "=", meetingId)
        .where("id", "=", event.markId)
        .execute();
      return;
    case "flagVerified":
    case "flagDismissed":
      await trx
        .updateTable("flags")
        .set({
          status: event.type === "flagVerified" ? "verified" : "dismissed",
          decided_by: event.by,
          decided_reason: event.reason,
        })
        .where("meeting_id", "=", meetingId)
        .where("id", "=", event.markId)
        .execute();
      return;
    case "recusalDeclared":
      await trx
        .insertInto("recusals")
        .values({ meeting_id: meetingId, member_id: event.memberId, applicant_id: event.applicantId, at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return;
    case "recusalLifted":
      await trx
        .deleteFrom("recusals")
        .where("meeting_id", "=", meetingId)
        .where("member_id", "=", event.memberId)
        .where("applicant_id", "=", event.applicantId)
        .execute();
      return;
    case "objectionCallOpened": {
      const endsAt = openCallOf(after.room)?.endsAt ?? event.at;
      await trx
        .insertInto("open_calls")
        .values({ meeting_id: meetingId, call_id: event.callId, ends_at: new Date(endsAt) })
        .onConflict((conflict) => conflict.column("meeting_id").doNothing())
        .execute();
      return;
    }
    case "objectionCallClosed":
      await trx.deleteFrom("open_calls").where("meeting_id", "=", meetingId).execute();
      return;
    case "roundRevealed":
    case "roundDiscarded":
      await dropSealedBallots(trx, meetingId, event.roundId);
      return;
    case "meetingPurged":
      await dropSealedBallots(trx, meetingId);
      for (const table of tablesOfApplicants) await trx.deleteFrom(table).where("meeting_id", "=", meetingId).execute();
      return;
    case "programFollowed":
      await trx.updateTable("meetings").set({ program_version: event.version }).where("id", "=", meetingId).execute();
      return;
    case "listLocked":
      await keepLockedList(trx, meetingId, event, after);
      return;
    default:
      return;
  }
}

/** The version's own list, which the database keeps from then on unchanged (LOCK-4). A rebuild finds it there already. */
async function keepLockedList(
  trx: Kysely<Database>,
  meetingId: MeetingId,
  event: Extract<MeetingEvent, { type: "listLocked" }>,
  after: MeetingState,
): Promise<void> {
  const entries = rankEntries(after);
  await trx
    .insertInto("locked_lists")
    .values({
      meeting_id: meetingId,
      version: event.version,
      sha256: event.sha256 ?? "",
      // node-postgres would write a bare array as a PostgreSQL array.
      entries: JSON.stringify(entries),
      r3_text: lockedText(after),
      locked_by: event.by ?? "",
      locked_at: new Date(event.at),
    })
    .onConflict((conflict) => conflict.columns(["meeting_id", "version"]).doNothing())
    .execute();
}

/** What a lock's SHA-256 is taken over: the R3 lines, with the NRMP ID where there is no AAMC ID. CRLF, no heading. */
export const lockedText = (state: MeetingState): string =>
  rankEntries(state)
    .map(({ rank, aamcId, nrmpId, name }) => `${rank},${aamcId ?? nrmpId ?? ""},${name}\r\n`)
    .join("");
