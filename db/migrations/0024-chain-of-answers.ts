// The answers to commands become a chain (LOG-5). Those that were given before are linked as they stand, in the order they were
// given; the events of before say nothing of them.
import { type Kysely, sql } from "kysely";
import { answersChain, type ChainedEvent, linkAfter } from "../hash-chain";

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

async function chainAnswers(db: Kysely<unknown>, meetingId: string): Promise<void> {
  let last: ChainedEvent | undefined;
  for (;;) {
    const { rows } = await sql<Given>`select command_id, actor_id, type, answer, at from meeting_commands
      where meeting_id = ${meetingId} and number is null order by at, command_id limit ${PAGE}`.execute(db);
    const links: ChainedEvent[] = [];
    for (const { answer, at, ...given } of rows) {
      const seq: number = (last?.seq ?? 0) + 1;
      last = linkAfter(last?.hash ?? null, answersChain(meetingId), {
        ...given,
        seq,
        at: at.toISOString(),
        payload: answer,
      });
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
