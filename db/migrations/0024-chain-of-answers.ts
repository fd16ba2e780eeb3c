// The answers to commands become a chain (LOG-5). Those that were given before are linked as they stand, in the order they were
// given; the events of before say nothing of them.
import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";

const PAGE = 2000;

interface Given {
  command_id: string;
  actor_id: string | null;
  type: string;
  answer: Record<string, unknown>;
  at: Date;
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table meetings add column answers integer not null default 0, add column answers_hash text`.execute(
    db,
  );
  await sql`alter table meeting_events add column answers_hash text`.execute(db);
  await sql`alter table meeting_commands add column number integer, add column answer_hash text,
    add column prev_hash text, add column hash text`.execute(db);
  const { rows } = await sql<{ id: string }>`select distinct meeting_id as id from meeting_commands`.execute(db);
  for (const { id } of rows) await chainAnswers(db, id);
  await sql`alter table meeting_commands alter column number set not null, alter column answer_hash set not null,
    alter column hash set not null`.execute(db);
}

interface Link {
  seq: number;
  command_id: string;
  payload_hash: string;
  prev_hash: string | null;
  hash: string;
}

async function chainAnswers(db: Kysely<unknown>, meetingId: string): Promise<void> {
  let last: Link | undefined;
  for (;;) {
    const { rows } = await sql<Given>`select command_id, actor_id, type, answer, at from meeting_commands
      where meeting_id = ${meetingId} and number is null order by at, command_id limit ${PAGE}`.execute(db);
    const links: Link[] = [];
    for (const given of rows) {
      last = linkAfter(last, meetingId, given);
      links.push(last);
    }
    await sql`update meeting_commands c
      set number = l.seq, answer_hash = l.payload_hash, prev_hash = l.prev_hash, hash = l.hash
      from jsonb_to_recordset(${JSON.stringify(links)}::jsonb)
        as l(seq int, command_id uuid, payload_hash text, prev_hash text, hash text)
      where c.meeting_id = ${meetingId} and c.command_id = l.command_id`.execute(db);
    if (rows.length < PAGE) break;
  }
  await sql`update meetings set answers = ${last?.seq ?? 0}, answers_hash = ${last?.hash ?? null}
    where id = ${meetingId}`.execute(db);
}

// As hash-chain.ts has it, and as it stays for what was chained here.
function linkAfter(last: Link | undefined, meetingId: string, { answer, at, ...given }: Given): Link {
  const { command_id, actor_id, type } = given;
  const [seq, payload_hash, prev_hash] = [(last?.seq ?? 0) + 1, sha256(canonicalJson(answer)), last?.hash ?? null];
  const parts = [`${meetingId}/answers`, seq, command_id, actor_id, at.toISOString(), type, payload_hash, prev_hash];
  return { seq, command_id, payload_hash, prev_hash, hash: sha256(canonicalJson(parts)) };
}

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
}
