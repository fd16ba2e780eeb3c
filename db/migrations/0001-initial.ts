// Frozen: the first tables. A later change is a new migration; this file imports Kysely only and is never edited.
import { type Kysely, sql } from "kysely";

const statements = [
  `create table people (
    id uuid primary key,
    name text not null,
    email text not null,
    created_at timestamptz not null default now()
  )`,
  `create unique index people_email_key on people (lower(email))`,
  `create table programs (
    id uuid primary key,
    name text not null,
    created_at timestamptz not null default now()
  )`,
  `create table tracks (
    id uuid primary key,
    program_id uuid not null references programs (id),
    code text not null check (code ~ '^[0-9]{7}[A-Z][0-9]$'),
    name text not null,
    unique (program_id, code)
  )`,
  `create table memberships (
    program_id uuid not null references programs (id),
    person_id uuid not null references people (id),
    role text not null check (role in ('pd', 'associatePd', 'coordinator', 'chief', 'faculty', 'observer')),
    created_at timestamptz not null default now(),
    primary key (program_id, person_id)
  )`,
  `create index memberships_person_id on memberships (person_id)`,
  `create table meetings (
    id uuid primary key,
    track_id uuid not null references tracks (id),
    title text not null,
    match_year int not null,
    quota int not null check (quota >= 0),
    seq int not null default 0,
    head_hash text,
    phase text not null default 'open' check (phase in ('open', 'locked')),
    list_version int not null default 0,
    created_at timestamptz not null default now(),
    unique (track_id, match_year, title)
  )`,
  // The next three are written with every move, always by the statement that holds the meeting's row (db/event-log.ts), and a
  // meeting is never deleted: a foreign key would look that same row up again three times a move, and could not find less.
  `create table meeting_commands (
    meeting_id uuid not null,
    command_id uuid not null,
    actor_id uuid,
    type text not null,
    answer jsonb not null,
    at timestamptz not null,
    primary key (meeting_id, command_id)
  )`,
  `create table meeting_events (
    meeting_id uuid not null,
    seq int not null check (seq > 0),
    command_id uuid not null,
    actor_id uuid,
    at timestamptz not null,
    type text not null,
    payload jsonb not null,
    payload_hash text not null,
    prev_hash text,
    hash text not null,
    primary key (meeting_id, seq)
  )`,
  `create table rank_orders (
    meeting_id uuid primary key,
    seq int not null,
    protected uuid[] not null,
    middle uuid[] not null,
    red uuid[] not null,
    unplaced uuid[] not null
  )`,
  // Written with every move: kept in the row while it fits a page, instead of in pieces elsewhere.
  ...["protected", "middle", "red", "unplaced"].map(
    (column) => `alter table rank_orders alter column ${column} set storage main`,
  ),
  `create table applicants (
    meeting_id uuid not null references meetings (id),
    id uuid not null,
    name text not null,
    aamc_id text,
    nrmp_id text,
    withdrawn boolean not null default false,
    facts jsonb not null,
    primary key (meeting_id, id)
  )`,
  `create unique index applicants_aamc_id_key on applicants (meeting_id, aamc_id) where aamc_id is not null`,
  `create table endorsements (
    meeting_id uuid not null references meetings (id),
    id uuid not null,
    applicant_id uuid not null,
    member_id uuid not null,
    strength text not null,
    relationship text,
    evidence text,
    at timestamptz not null,
    struck_at timestamptz,
    struck_reason text,
    primary key (meeting_id, id)
  )`,
  `create index endorsements_applicant on endorsements (meeting_id, applicant_id)`,
  `create table flags (
    meeting_id uuid not null references meetings (id),
    id uuid not null,
    applicant_id uuid not null,
    member_id uuid not null,
    category text not null,
    provenance text not null,
    sentence text not null,
    status text not null,
    decided_by uuid,
    decided_reason text,
    at timestamptz not null,
    struck_at timestamptz,
    struck_reason text,
    primary key (meeting_id, id)
  )`,
  `create index flags_applicant on flags (meeting_id, applicant_id)`,
  `create table recusals (
    meeting_id uuid not null references meetings (id),
    member_id uuid not null,
    applicant_id uuid not null,
    at timestamptz not null,
    primary key (meeting_id, member_id, applicant_id)
  )`,
  `create table meeting_members (
    meeting_id uuid not null references meetings (id),
    person_id uuid not null references people (id),
    name text not null,
    role text not null check (role in ('pd', 'associatePd', 'coordinator', 'chief', 'faculty', 'observer')),
    active boolean not null default true,
    primary key (meeting_id, person_id)
  )`,
  `create index meeting_members_person_id on meeting_members (person_id)`,
  `create table locked_lists (
    meeting_id uuid not null references meetings (id),
    version int not null,
    sha256 text not null,
    entries jsonb not null,
    r3_text text not null,
    locked_by uuid not null,
    locked_at timestamptz not null,
    primary key (meeting_id, version)
  )`,
  `create table sessions (
    token_hash text primary key,
    person_id uuid not null references people (id),
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    user_agent text
  )`,
  `create index sessions_expires_at on sessions (expires_at)`,
  `create table sign_in_links (
    token_hash text primary key,
    person_id uuid not null references people (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  `create index sign_in_links_person_id on sign_in_links (person_id)`,
  `create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% cannot be changed', tg_argv[0] using errcode = 'restrict_violation';
  end
  $$`,
  `create trigger meeting_events_refuse_change before update or delete or truncate on meeting_events
    for each statement execute function refuse_change('The log of a meeting')`,
  `create trigger locked_lists_refuse_change before update or delete or truncate on locked_lists
    for each statement execute function refuse_change('A locked list')`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
