// Appends to the log of a meeting in one statement, together with its answers and its hottest projection. Nothing here changes
// or deletes an event; the database would refuse it (LOG-1).
import { CompiledQuery, type Kysely } from "kysely";
import type { ApplicantId, MeetingId } from "../domain/ids";
import { currentVersion, type MeetingState } from "../domain/meeting";
import { isRankedZone, places, type RankOrder } from "../domain/zone";
import type { LogHead } from "./event-log";
import { type ChainedEvent, eventOfRow } from "./hash-chain";
import type { Database } from "./schema";

/** What a batch adds to the two chains of a meeting. */
export interface Links {
  /** Their payload is the answer, their seq its number. */
  answers: ChainedEvent[];
  events: ChainedEvent[];
}

/** Answers, events, the order and the head in one statement: one round trip for the whole batch. The row is locked already. */
export async function append(
  db: Kysely<Database>,
  meetingId: MeetingId,
  links: Links,
  state: MeetingState,
): Promise<void> {
  const expected = { seq: state.seq - links.events.length };
  const written = await appendAt(db, meetingId, expected, links, state);
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
  links: Links,
  state: MeetingState,
): Promise<boolean> {
  try {
    return await appendAt(db, meetingId, head, links, state);
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
 * hash the log must stand at (a null hash is not compared), answers, events, then the state after: seq, the four lists, whether
 * they are written whole, hash, phase, version, quota, a shift: list, applicant, index, and the number of answers before and
 * after with the last one's hash (nulls without answers). The compare of `hash` is a belt to the braces of `seq`: a restored
 * backup may have the one and not the other. That of the number is needed: a refusal by another process moves nothing else.
 */
const appendStatement = `/* append */
  WITH head AS (
    SELECT id FROM meetings
    WHERE id = $1::uuid AND seq = $2::int AND ($3::text IS NULL OR head_hash = $3::text)
      AND ($19::int IS NULL OR answers = $19::int)
    FOR UPDATE
  ), answered AS (
    INSERT INTO meeting_commands
      (meeting_id, number, command_id, actor_id, type, answer, at, answer_hash, prev_hash, hash)
    SELECT head.id, c.seq, c.command_id, c.actor_id, c.type, c.payload, c.at, c.payload_hash, c.prev_hash, c.hash
    FROM head, jsonb_to_recordset($4::jsonb)
      AS c(seq int, command_id uuid, actor_id uuid, type text, payload jsonb, at timestamptz, payload_hash text,
           prev_hash text, hash text)
  ), logged AS (
    INSERT INTO meeting_events
      (meeting_id, seq, command_id, actor_id, at, type, payload, payload_hash, prev_hash, hash, answers_hash)
    SELECT head.id, e.seq, e.command_id, e.actor_id, e.at, e.type, e.payload, e.payload_hash, e.prev_hash, e.hash,
      e.answers_hash
    FROM head, jsonb_to_recordset($5::jsonb)
      AS e(seq int, command_id uuid, actor_id uuid, at timestamptz, type text, payload jsonb, payload_hash text,
           prev_hash text, hash text, answers_hash text)
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
    list_version = $14::int, quota = $15::int,
    answers = coalesce($20::int, answers), answers_hash = coalesce($21::text, answers_hash)
  FROM head WHERE meetings.id = head.id
  RETURNING meetings.id`;

async function appendAt(
  db: Kysely<Database>,
  meetingId: MeetingId,
  { seq, hash = null }: { seq: number; hash?: string | null },
  { answers, events }: Links,
  { order, ...state }: MeetingState,
): Promise<boolean> {
  const shift = shiftOf(events, order);
  const lists = shift ? [] : [order.protected, order.middle, order.red, order.unplaced];
  const parameters = [
    ...[meetingId, seq, hash, JSON.stringify(answers), JSON.stringify(events), state.seq],
    ...places.map((_, index) => uuidArray(lists[index] ?? [])),
    ...[events.length > 0 && !shift, events.at(-1)?.hash ?? null, state.phase, currentVersion(state), state.quota],
    ...[shift?.list ?? null, shift?.applicantId ?? null, shift?.index ?? null],
    ...(answers[0] ? [answers[0].seq - 1, answers.at(-1)?.seq, answers.at(-1)?.hash] : [null, null, null]),
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
function shiftOf(events: readonly ChainedEvent[], order: RankOrder): Shift | undefined {
  const [link, ...others] = events;
  if (!link || others.length > 0) return undefined;
  const event = eventOfRow(link);
  if (event.type !== "applicantMoved" || event.from !== event.to.zone || !isRankedZone(event.from)) return undefined;
  const { applicantId, from: list } = event;
  const index = order[list].indexOf(applicantId);
  return index < 0 ? undefined : { list, applicantId, index };
}
