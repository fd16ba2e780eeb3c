// What became of the residents of a match year, in counts. As the funnel's counts: by track and year, and nothing is overwritten.
import { type Kysely, sql } from "kysely";

const statements = [
  `create table class_outcomes (
    track_id uuid not null references tracks (id),
    match_year int not null,
    version int not null check (version > 0),
    started int not null check (started > 0),
    international int check (international between 0 and started),
    on_time int check (on_time between 0 and started),
    left_early int check (left_early between 0 and started),
    finished int check (finished between 0 and started),
    boards_taken int check (boards_taken between 0 and started),
    boards_passed int check (boards_passed between 0 and boards_taken),
    -- What the program takes from it.
    review text,
    author_id uuid not null references people (id),
    at timestamptz not null,
    primary key (track_id, match_year, version)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
