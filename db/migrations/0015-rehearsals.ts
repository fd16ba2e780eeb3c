// Rehearsals: practice copies of a meeting or a draft, each with a log of its own, and where their practice members are.
import { type Kysely, sql } from "kysely";

const statements = [
  `alter table meetings drop constraint meetings_kind_check`,
  `alter table meetings add constraint meetings_kind_check check (kind in ('meeting', 'draft', 'rehearsal'))`,
  `create table rehearsals (
    meeting_id uuid primary key references meetings (id),
    source_id uuid not null references meetings (id),
    made_by uuid not null references people (id),
    made_at timestamptz not null,
    seed int not null,
    turn int not null default 0,
    -- Their next turn is not before then.
    acts_at timestamptz not null,
    paused_at timestamptz,
    closed_at timestamptz,
    closed_by uuid references people (id),
    check ((closed_at is null) = (closed_by is null))
  )`,
  // One at a time for each, so that asking twice makes one.
  `create unique index rehearsals_open on rehearsals (source_id) where closed_at is null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
