// Databases that were made while migrations 0001, 0009, 0013 and 0014 had another text lack something, or have something too much. Each statement does nothing to a database that is as the migrations now make it.
import { type Kysely, sql } from "kysely";

const statements = [
  `alter table meeting_commands drop constraint if exists meeting_commands_meeting_id_fkey`,
  `alter table meeting_events drop constraint if exists meeting_events_meeting_id_fkey`,
  `alter table rank_orders drop constraint if exists rank_orders_meeting_id_fkey`,
  `drop index if exists meeting_events_command`,
  ...["protected", "middle", "red", "unplaced"].map(
    (column) => `alter table rank_orders alter column ${column} set storage main`,
  ),
  `alter table interviews add column if not exists removed_at timestamptz,
    add column if not exists removed_by uuid references people (id)`,
  `create table if not exists presenter_links (
    token_hash text primary key,
    meeting_id uuid not null references meetings (id),
    created_by uuid not null references people (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz
  )`,
  `create index if not exists presenter_links_meeting on presenter_links (meeting_id) where ended_at is null`,
  `create table if not exists equity_checks (
    season_id uuid primary key references seasons (id),
    standing jsonb not null
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
