// The log of a meeting and the answers to its commands, as they are read. What writes them is append.ts.
import { type Kysely, type Selectable, sql } from "kysely";
import type { MeetingEvent } from "../domain/events";
import type { CommandId, MeetingId } from "../domain/ids";
import { type ChainedEvent, eventOfRow, linkOf } from "./hash-chain";
import type { Database, MeetingsTable } from "./schema";

/** Where a meeting's log stands, and its answers beside it. */
export interface LogHead {
  seq: number;
  hash: string | null;
  /** The last answer's number, from 1, and its hash. */
  answers: { number: number; hash: string | null };
}

/** A command that was answered before, and how. */
export interface AnsweredCommand {
  commandId: CommandId;
  actorId: string | null;
  answer: unknown;
}

export interface LockedHead extends LogHead {
  answered: AnsweredCommand[];
}

/**
 * Locks the meeting's row until the transaction ends: from here on this is the only writer. Tells which of the commands were
 * answered before; that is read after the lock is held, in the same round trip. Undefined: no such meeting.
 */
export async function lockHead(
  db: Kysely<Database>,
  meetingId: MeetingId,
  commandIds: readonly CommandId[],
): Promise<LockedHead | undefined> {
  const { rows } = await sql<HeadRow>`
    SELECT seq, head_hash, answers, answers_hash FROM meetings WHERE id = ${meetingId} FOR UPDATE`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  return { ...headOf(row), answered: await readAnswered(db, meetingId, commandIds) };
}

type HeadRow = Pick<Selectable<MeetingsTable>, "seq" | "head_hash" | "answers" | "answers_hash">;

const headOf = (row: HeadRow): LogHead => ({
  seq: row.seq,
  hash: row.head_hash,
  answers: { number: row.answers, hash: row.answers_hash },
});

export async function readHead(db: Kysely<Database>, meetingId: MeetingId): Promise<LogHead | undefined> {
  const row = await db
    .selectFrom("meetings")
    .select(["seq", "head_hash", "answers", "answers_hash"])
    .where("id", "=", meetingId)
    .executeTakeFirst();
  return row && headOf(row);
}

/** Where the logs of several meetings stand. */
export async function readSeqs(
  db: Kysely<Database>,
  meetingIds: readonly MeetingId[],
): Promise<ReadonlyMap<MeetingId, number>> {
  const rows = await db.selectFrom("meetings").select(["id", "seq"]).where("id", "in", meetingIds).execute();
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

/** The hash of one event; undefined when there is no such event. */
export async function readHashAt(db: Kysely<Database>, meetingId: MeetingId, seq: number): Promise<string | undefined> {
  const row = await db
    .selectFrom("meeting_events")
    .select("hash")
    .where("meeting_id", "=", meetingId)
    .where("seq", "=", seq)
    .executeTakeFirst();
  return row?.hash;
}

/** Events after `since`, in order. */
export async function readEvents(db: Kysely<Database>, meetingId: MeetingId, since: number): Promise<MeetingEvent[]> {
  const rows = await db
    .selectFrom("meeting_events")
    .select(["seq", "command_id", "actor_id", "at", "type", "payload"])
    .where("meeting_id", "=", meetingId)
    .where("seq", ">", since)
    .orderBy("seq")
    .execute();
  return rows.map((row) => eventOfRow(linkOf(row)));
}

/** The links of the chain in order, a page at a time, for the audit. */
export async function readLinks(
  db: Kysely<Database>,
  meetingId: MeetingId,
  since: number,
  limit: number,
): Promise<ChainedEvent[]> {
  const rows = await db
    .selectFrom("meeting_events")
    .selectAll()
    .where("meeting_id", "=", meetingId)
    .where("seq", ">", since)
    .orderBy("seq")
    .limit(limit)
    .execute();
  return rows.map(linkOf);
}

/** The answers in the order they were given, a page at a time, for the audit: links of a chain whose payload is the answer. */
export async function readAnswerLinks(
  db: Kysely<Database>,
  meetingId: MeetingId,
  since: number,
  limit: number,
): Promise<ChainedEvent[]> {
  const rows = await db
    .selectFrom("meeting_commands")
    .selectAll()
    .where("meeting_id", "=", meetingId)
    .where("number", ">", since)
    .orderBy("number")
    .limit(limit)
    .execute();
  return rows.map(({ number, answer, answer_hash, ...row }) =>
    linkOf({ ...row, seq: number, payload: answer, payload_hash: answer_hash }),
  );
}

async function readAnswered(
  db: Kysely<Database>,
  meetingId: MeetingId,
  commandIds: readonly CommandId[],
): Promise<AnsweredCommand[]> {
  const rows = await sql<{ command_id: string; actor_id: string | null; answer: unknown }>`
    SELECT command_id, actor_id, answer FROM meeting_commands
    WHERE meeting_id = ${meetingId} AND command_id = ANY(${commandIds}::uuid[])`.execute(db);
  return rows.rows.map((row) => ({ commandId: row.command_id, actorId: row.actor_id, answer: row.answer }));
}
