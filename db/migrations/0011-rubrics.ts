// Frozen: the rubric of a season in versions, ratings by hand, and exceptions from the exam floor. All are kept: a rubric and a
// rating get a new version, an exception is struck with a reason.
import { type Kysely, sql } from "kysely";

const statements = [
  `create table rubric_versions (
    season_id uuid not null references seasons (id),
    version int not null check (version > 0),
    content jsonb not null,
    reason text not null,
    author_id uuid not null references people (id),
    at timestamptz not null,
    primary key (season_id, version)
  )`,
  `create table rubric_ratings (
    season_id uuid not null references seasons (id),
    applicant_id uuid not null,
    line text not null check (line in ('school', 'lettersAndFit')),
    version int not null check (version > 0),
    -- Null: taken back; the source then says why.
    rating int check (rating between 0 and 5),
    source text not null,
    author_id uuid not null references people (id),
    at timestamptz not null,
    primary key (season_id, applicant_id, line, version)
  )`,
  `create table floor_exceptions (
    id uuid primary key,
    season_id uuid not null references seasons (id),
    applicant_id uuid not null,
    reason text not null,
    author_id uuid not null references people (id),
    at timestamptz not null,
    struck_at timestamptz,
    struck_by uuid references people (id),
    struck_reason text,
    check ((struck_at is null) = (struck_by is null) and (struck_at is null) = (struck_reason is null))
  )`,
  `create unique index floor_exceptions_one_stands on floor_exceptions (season_id, applicant_id) where struck_at is null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
