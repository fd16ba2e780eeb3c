// One row that is written whenever somebody asks whether writes pass: reading alone would not notice a disk that is full, or a
// server that has become a standby.
import { type Kysely, sql } from "kysely";

const statements = [
  `create table write_checks (
    id int primary key check (id = 1),
    at timestamptz not null
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
