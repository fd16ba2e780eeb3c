// The weights of voices in a season: every change a row with who, when and why; the newest of a member holds, and none is 1.
import { type Kysely, sql } from "kysely";

const statements = [
  `create table voice_weights (
    season_id uuid not null references seasons (id),
    member_id uuid not null references people (id),
    -- Counts the changes of this member's weight.
    version int not null check (version > 0),
    weight double precision not null check (weight in (0.5, 1, 1.5, 2, 2.5, 3)),
    reason text not null,
    author_id uuid not null references people (id),
    at timestamptz not null,
    primary key (season_id, member_id, version)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
