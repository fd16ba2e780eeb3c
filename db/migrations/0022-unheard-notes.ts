// "I'd work with them" in a note is heard by the season's meeting at any time: which notes it has not heard yet. Those of before
// are looked at once.
import { type Kysely, sql } from "kysely";

const statements = [
  `alter table interview_notes add column unheard boolean not null default false`,
  `update interview_notes set unheard = true where content ->> 'worksWithSince' is not null and struck_at is null`,
  `create index interview_notes_unheard on interview_notes (season_id) where unheard`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
