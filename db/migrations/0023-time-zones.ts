// Where a program is: its "today" is the day there. Programs of before are taken to be where most are, and say so.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table programs add column time_zone text not null default 'America/New_York'`).execute(db);
}
