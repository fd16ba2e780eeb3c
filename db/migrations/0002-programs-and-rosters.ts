// Frozen: what an installation of several programs needs: settings, match years, a roster with its states, invitations,
// administrators. A later change is a new migration; this file imports Kysely only and is never edited.
import { type Kysely, sql } from "kysely";

const statements = [
  // Who sees a flag's author is all there is so far; the version counts the changes of roster and settings.
  `alter table programs
    add column flag_authors_shown boolean not null default true,
    add column version int not null default 0`,
  `alter table tracks add column quota int not null default 15 check (quota between 1 and 500)`,
  // NRMP gives each code to one track in the country.
  `create unique index tracks_code_key on tracks (code)`,
  `create table match_years (
    program_id uuid not null references programs (id),
    year int not null check (year between 2000 and 2100),
    dates jsonb not null default '{}',
    created_at timestamptz not null default now(),
    primary key (program_id, year)
  )`,
  `insert into match_years (program_id, year)
    select distinct tracks.program_id, meetings.match_year
    from meetings join tracks on tracks.id = meetings.track_id`,
  `alter table memberships
    add column state text not null default 'active' check (state in ('invited', 'active', 'removed')),
    add column invited_at timestamptz,
    add column joined_at timestamptz,
    add column removed_at timestamptz,
    add column removed_by uuid references people (id),
    add column removed_reason text,
    add column name text`,
  // A program writes its people's names itself: what one of them writes changes nothing in another.
  `update memberships set joined_at = memberships.created_at, name = people.name
    from people where people.id = memberships.person_id`,
  `alter table memberships alter column name set not null`,
  `alter table meetings add column program_version int not null default 0`,
  `create table administrators (
    person_id uuid primary key references people (id),
    created_at timestamptz not null default now()
  )`,
  `create table setup_links (
    token_hash text primary key,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  `create table invitations (
    token_hash text primary key,
    program_id uuid not null references programs (id),
    person_id uuid not null references people (id),
    created_by uuid not null references people (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    voided_at timestamptz
  )`,
  `create index invitations_person on invitations (program_id, person_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
