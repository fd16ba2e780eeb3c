// The room around the list: when a call for objections ends, and what anonymous ballots say until they are revealed.
import { type Kysely, sql } from "kysely";

const statements = [
  `create table open_calls (
    meeting_id uuid primary key references meetings (id),
    call_id uuid not null,
    ends_at timestamptz not null
  )`,
  `create index open_calls_ends on open_calls (ends_at)`,
  // No author, no time, no order: a random id is the key. The log has who gave a ballot, and this has what was said.
  `create table sealed_ballots (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references meetings (id),
    round_id uuid not null,
    applicant_id uuid not null,
    choice text not null,
    line text
  )`,
  // The screen on the wall: whoever has the link sees what a wall may show, until it is ended or a day is over.
  `create table presenter_links (
    token_hash text primary key,
    meeting_id uuid not null references meetings (id),
    created_by uuid not null references people (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz
  )`,
  `create index presenter_links_meeting on presenter_links (meeting_id) where ended_at is null`,
  `create index sealed_ballots_round on sealed_ballots (meeting_id, round_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
