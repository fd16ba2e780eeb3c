// Facts kept apart for the equity check: off unless the program director turns them on for a season, and erased when they turn
// them off (EQUITY-1). In a table of their own, so that nothing that reads applicants can come upon them.
import { type Kysely, sql } from "kysely";

const statements = [
  `alter table seasons add column keeps_equity_facts boolean not null default false`,
  `create table equity_facts (
    season_id uuid not null references seasons (id),
    -- Null: imported at the console.
    import_id uuid references imports (id) on delete cascade,
    -- Of the file.
    row int not null,
    -- Null until the row is imported.
    applicant_id uuid,
    facts jsonb not null,
    at timestamptz not null
  )`,
  `create index equity_facts_by_season on equity_facts (season_id, applicant_id)`,
  `create index equity_facts_by_import on equity_facts (import_id)`,
  // Where everybody stood in the figures that were shown last (EQUITY-5).
  `create table equity_checks (
    season_id uuid primary key references seasons (id),
    standing jsonb not null
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
