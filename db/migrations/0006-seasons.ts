// Seasons: what a program has of a match year before its meeting: the draft of the preliminary list (a log like a meeting's),
// who interviewed whom, the notes of the interviewers, and recusals declared before there is a meeting.
import { type Kysely, sql } from "kysely";

const statements = [
  `alter table meetings add column kind text not null default 'meeting' check (kind in ('meeting', 'draft'))`,
  `create table seasons (
    id uuid primary key,
    track_id uuid not null references tracks (id),
    match_year int not null,
    -- The log of the preliminary list while it is made; null where the list came with a meeting.
    draft_id uuid references meetings (id),
    -- The meeting that the list was frozen for.
    meeting_id uuid references meetings (id),
    created_at timestamptz not null default now(),
    unique (track_id, match_year),
    check (draft_id is not null or meeting_id is not null)
  )`,
  // Where a track has several meetings of a year, the first is the season's.
  `insert into seasons (id, track_id, match_year, meeting_id, created_at)
    select gen_random_uuid(), track_id, match_year, id, created_at from (
      select distinct on (track_id, match_year) track_id, match_year, id, created_at
      from meetings order by track_id, match_year, created_at, id
    ) first`,
  `create table season_recusals (
    season_id uuid not null references seasons (id),
    member_id uuid not null references people (id),
    applicant_id uuid not null,
    reason text,
    at timestamptz not null,
    primary key (season_id, member_id, applicant_id)
  )`,
  // Who interviews whom: what the notes' inbox is made of.
  `create table interviews (
    season_id uuid not null references seasons (id),
    applicant_id uuid not null,
    member_id uuid not null references people (id),
    held_on text check (held_on ~ '^\\d{4}-\\d{2}-\\d{2}$'),
    primary key (season_id, applicant_id, member_id)
  )`,
  `create table interview_notes (
    id uuid primary key,
    season_id uuid not null references seasons (id),
    applicant_id uuid not null,
    author_id uuid not null references people (id),
    -- domain/interview-note: score, the four questions, "I'd work with them", the text.
    content jsonb not null,
    version int not null check (version > 0),
    source text not null check (source in ('typed', 'imported')),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    struck_at timestamptz,
    struck_reason text,
    unique (season_id, applicant_id, author_id),
    check ((struck_at is null) = (struck_reason is null))
  )`,
  // What a note said before: written is discoverable, so nothing is overwritten.
  `create table interview_note_versions (
    note_id uuid not null references interview_notes (id),
    version int not null,
    content jsonb not null,
    at timestamptz not null,
    primary key (note_id, version)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
