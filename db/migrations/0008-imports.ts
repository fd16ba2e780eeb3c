// Files imported in the browser: each import and its rows while it is looked at, the mapping of columns that a program is
// remembered by, and what is no event of a list: past rank lists, imported lists, photos.
import { type Kysely, sql } from "kysely";

const statements = [
  `create table imports (
    id uuid primary key,
    season_id uuid not null references seasons (id),
    kind text not null check (kind in ('applicants', 'preliminaryList', 'interviewScores', 'pastLists', 'photos')),
    state text not null check (state in ('uploaded', 'checking', 'checked', 'committing', 'done', 'undone')),
    started_by uuid not null references people (id),
    file_name text not null,
    -- Headings in the order of the rows' cells, those of protected columns, and what is said of the file as a whole.
    headers jsonb not null,
    dropped jsonb not null,
    notes jsonb not null,
    -- The field of each column; null leaves it out. Null until somebody has mapped.
    fields jsonb,
    progress int not null default 0,
    stop_asked boolean not null default false,
    -- Why the last work ended without its end.
    told text,
    created_at timestamptz not null,
    -- When the work under way was last heard of.
    beat_at timestamptz,
    -- The log that the events went to, and the command that they are of. No foreign key: it would wait for whoever writes there.
    log_id uuid,
    command_id uuid,
    -- What it did, as far as no log tells it.
    deed jsonb,
    done_at timestamptz,
    undone_at timestamptz,
    -- What taking it back has left, and why.
    kept jsonb,
    taken_back int
  )`,
  `create index imports_by_season on imports (season_id, created_at)`,
  // One at a time: two could change the same applicants.
  `create unique index imports_at_work on imports (season_id) where state in ('checking', 'committing')`,
  `create table import_rows (
    import_id uuid not null references imports (id) on delete cascade,
    row int not null,
    -- Null where the row does not fit its columns.
    cells jsonb,
    outcome text check (outcome in ('new', 'changed', 'unchanged', 'bad', 'withheld', 'otherTrack')),
    applicant_id uuid,
    name text,
    changes jsonb,
    problems jsonb,
    primary key (import_id, row)
  )`,
  `create table import_mappings (
    program_id uuid not null references programs (id),
    kind text not null,
    heading text not null,
    -- Null: left out.
    field text,
    primary key (program_id, kind, heading)
  )`,
  // Nothing of these is deleted: what a newer import replaces, and what is taken back, stays and is passed over.
  `create table imported_lists (
    id uuid primary key,
    season_id uuid not null references seasons (id),
    import_id uuid not null,
    protected uuid[] not null,
    middle uuid[] not null,
    red uuid[] not null,
    at timestamptz not null,
    taken_back_at timestamptz
  )`,
  `create table past_cycles (
    id uuid primary key,
    track_id uuid not null references tracks (id),
    year int not null,
    quota int not null check (quota > 0),
    import_id uuid not null,
    at timestamptz not null,
    taken_back_at timestamptz
  )`,
  `create index past_cycles_by_track on past_cycles (track_id, year, at)`,
  `create table past_ranks (
    cycle_id uuid not null references past_cycles (id),
    rank int not null check (rank > 0),
    outcome text not null check (outcome in ('matchedHere', 'matchedElsewhere', 'notReached')),
    signal text,
    primary key (cycle_id, rank)
  )`,
  `create table applicant_photos (
    id uuid primary key,
    season_id uuid not null references seasons (id),
    import_id uuid not null,
    file_name text not null,
    aamc_id text not null,
    media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
    bytes bytea not null,
    -- Null until it is imported.
    applicant_id uuid,
    at timestamptz not null,
    taken_back_at timestamptz
  )`,
  `create index applicant_photos_by_applicant on applicant_photos (season_id, applicant_id, at)`,
  // Off unless the program director says otherwise.
  `alter table seasons add column photos_shown boolean not null default false`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
