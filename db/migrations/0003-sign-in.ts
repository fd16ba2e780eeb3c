// Frozen: passwords, single sign-on, and sessions that can be listed and ended one by one.
import { type Kysely, sql } from "kysely";

const statements = [
  // A name for a session that may be shown and sent: the hash of its token stays in the database.
  `alter table sessions add column id uuid not null default gen_random_uuid() unique`,
  `alter table sessions add column method text not null default 'link'
    check (method in ('link', 'password', 'sso', 'demo', 'passcode'))`,
  `alter table sessions alter column method drop default`,
  `create index sessions_person_id on sessions (person_id)`,
  // Whatever ends a session, a page, a program at the console or a hand at psql: servers cut its sockets.
  `create function notify_session_ended() returns trigger language plpgsql as $$
  begin
    perform pg_notify('rank_room_session_ended', old.id::text);
    return null;
  end
  $$`,
  `create trigger sessions_notify_ended after delete on sessions
    for each row execute function notify_session_ended()`,
  `create table passwords (
    person_id uuid primary key references people (id),
    hash text not null,
    changed_at timestamptz not null
  )`,
  `create table sso_identities (
    issuer text not null,
    subject text not null,
    person_id uuid not null references people (id),
    label text not null,
    linked_at timestamptz not null,
    primary key (issuer, subject),
    unique (person_id, issuer)
  )`,
  `create table sso_flows (
    token_hash text primary key,
    state text not null,
    nonce text not null,
    code_verifier text not null,
    connects_person_id uuid references people (id),
    return_to text not null,
    expires_at timestamptz not null
  )`,
  `create index sso_flows_expires_at on sso_flows (expires_at)`,
  `alter table programs add column sso_required boolean not null default false`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
