// The log of a meeting: read, and appended to in one statement together with its hottest projection. Nothing here changes
// or deletes an event; the database would refuse it (LOG-1).
import { CompiledQuery, type Kysely, sql } from "kysely";
import type { MeetingEvent } from "../domain/events";
import type { ApplicantId, CommandId, MeetingId } from "../domain/ids";
import type { MeetingState } from "../domain/meeting";
import { currentVersion } from "../domain/meeting";
import { isRankedZone, places, type RankOrder } from "../domain/zone";
import { type ChainedEvent, eventOfRow } from "./hash-chain";
import type { Database } from "./schema";

/** Where a meeting's log stands. */
export interface LogHead {
  seq: number;
  hash: string | null;
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
  const { rows } = await sql<{ seq: number; head_hash: string | null }>`
    SELECT seq, head_hash FROM meetings WHERE id = ${meetingId} FOR UPDATE`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  return { seq: row.seq, hash: row.head_hash, answered: await readAnswered(db, meetingId, commandIds) };
}

export async function readHead(db: Kysely<Database>, meetingId: MeetingId): Promise<LogHead | undefined> {
  const row = await db
    .selectFrom("meetings")
    .select(["seq", "head_hash"])
    .where("id", "=", meetingId)
    .executeTakeFirst();
  return row && { seq: row.seq, hash: row.head_hash };
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
  return rows.map((row) =>
    eventOfRow({ ...row, at: row.at.toISOString(), payload: row.payload as Record<string, unknown> }),
  );
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
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    payload: row.payload as Record<string, unknown>,
  }));
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

export interface CommandRow {
  command_id: CommandId;
  actor_id: string | null;
  type: string;
  answer: unknown;
  at: string;
}

/** Answers, events, the order and the head in one statement: one round trip for the whole batch. The row is locked already. */
export async function append(
  db: Kysely<Database>,
  meetingId: MeetingId,
  commands: readonly CommandRow[],
  links: readonly ChainedEvent[],
  state: MeetingState,
): Promise<void> {
  const expected = { seq: state.seq - links.length };
  const written = await appendAt(db, meetingId, expected, commands, links, state);
  if (!written) throw new Error("the log moved under its lock");
}

/**
 * The same without a lock held: written only if the log still stands at `head`, in the statement's own transaction. False when
 * it has moved on or a command was answered before; then nothing was written.
 */
export async function appendIfAt(
  db: Kysely<Database>,
  meetingId: MeetingId,
  head: LogHead,
  commands: readonly CommandRow[],
  links: readonly ChainedEvent[],
  state: MeetingState,
): Promise<boolean> {
  try {
    return await appendAt(db, meetingId, head, commands, links, state);
  } catch (error) {
    if ((error as { code?: string }).code === uniqueViolation) return false;
    throw error;
  }
}

/** PostgreSQL's own text of an array. The driver would look at every element for characters that UUIDs do not have. */
const uuidArray = (ids: readonly string[]): string => `{${ids.join(",")}}`;

const uniqueViolation = "23505";

/** `list` with one of its ids at a 0-based index. */
const shifted = (list: string): string => `
    CASE $16::text WHEN '${list}' THEN (array_remove(${list}, $17::uuid))[:$18::int] || $17::uuid
      || (array_remove(${list}, $17::uuid))[$18::int + 1:] ELSE ${list} END`;

/**
 * Compiled once, because it runs with every move, and prepared once per connection (see client.ts). Parameters: meeting, seq and
 * hash the log must stand at (a null hash is not compared), commands, links, then the state after: seq, the four lists, whether
 * they are written whole, hash, phase, version, quota, and a shift: list, applicant, index. The compare of `hash` is a belt to
 * the braces of `seq`: a restored backup may have the one and not the other.
 */
const appendStatement = `/* append */
  WITH head AS (
    SELECT id FROM meetings
    WHERE id = $1::uuid AND seq = $2::int AND ($3::text IS NULL OR head_hash = $3::text)
    FOR UPDATE
  ), answered AS (
    INSERT INTO meeting_commands (meeting_id, command_id, actor_id, type, answer, at)
    SELECT head.id, c.command_id, c.actor_id, c.type, c.answer, c.at
    FROM head, jsonb_to_recordset($4::jsonb)
      AS c(command_id uuid, actor_id uuid, type text, answer jsonb, at timestamptz)
  ), logged AS (
    INSERT INTO meeting_events
      (meeting_id, seq, command_id, actor_id, at, type, payload, payload_hash, prev_hash, hash)
    SELECT head.id, e.seq, e.command_id, e.actor_id, e.at, e.type, e.payload, e.payload_hash, e.prev_hash, e.hash
    FROM head, jsonb_to_recordset($5::jsonb)
      AS e(seq int, command_id uuid, actor_id uuid, at timestamptz, type text, payload jsonb, payload_hash text,
           prev_hash text, hash text)
  ), ordered AS (
    INSERT INTO rank_orders (meeting_id, seq, protected, middle, red, unplaced)
    SELECT head.id, $6::int, $7::uuid[], $8::uuid[], $9::uuid[], $10::uuid[]
    FROM head WHERE $11::boolean
    ON CONFLICT (meeting_id) DO UPDATE SET seq = excluded.seq, protected = excluded.protected,
      middle = excluded.middle, red = excluded.red, unplaced = excluded.unplaced
  ), shifted AS (
    UPDATE rank_orders SET seq = $6::int, protected = ${shifted("protected")}, middle = ${shifted("middle")}
    FROM head WHERE rank_orders.meeting_id = head.id AND $16::text IS NOT NULL
  )
  UPDATE meetings SET seq = $6::int, head_hash = coalesce($12::text, head_hash), phase = $13::text,
    list_version = $14::int, quota = $15::int
  FROM head WHERE meetings.id = head.id
  RETURNING meetings.id`;

async function appendAt(
  db: Kysely<Database>,
  meetingId: MeetingId,
  { seq, hash = null }: { seq: number; hash?: string | null },
  commands: readonly CommandRow[],
  links: readonly ChainedEvent[],
  { order, ...state }: MeetingState,
): Promise<boolean> {
  const shift = shiftOf(links, order);
  const lists = shift ? [] : [order.protected, order.middle, order.red, order.unplaced];
  const parameters = [
    ...[meetingId, seq, hash, JSON.stringify(commands), JSON.stringify(links), state.seq],
    ...places.map((_, index) => uuidArray(lists[index] ?? [])),
    ...[links.length > 0 && !shift, links.at(-1)?.hash ?? null, state.phase, currentVersion(state), state.quota],
    ...[shift?.list ?? null, shift?.applicantId ?? null, shift?.index ?? null],
  ];
  const { rows } = await db.executeQuery(CompiledQuery.raw(appendStatement, parameters));
  return rows.length > 0;
}

interface Shift {
  list: "protected" | "middle";
  applicantId: ApplicantId;
  /** 0-based, after the move. */
  index: number;
}

/** What most batches are: one move within one list. Saying so spares sending and reading every list again. */
function shiftOf(links: readonly ChainedEvent[], order: RankOrder): Shift | undefined {
  const [link, ...others] = links;
  if (!link || others.length > 0) return undefined;
  const event = eventOfRow(link);
  if (event.type !== "applicantMoved" || event.from !== event.to.zone || !isRankedZone(event.from)) return undefined;
  const { applicantId, from: list } = event;
  const index = order[list].indexOf(applicantId);
  return index < 0 ? undefined : { list, applicantId, index };
}
