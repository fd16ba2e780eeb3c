// Writes, and nothing else: whether that works is all there is to know.
import { type Kysely, sql } from "kysely";
import type { Database } from "./schema";

export async function checkWriting(db: Kysely<Database>): Promise<void> {
  await sql`INSERT INTO write_checks (id, at) VALUES (1, now())
    ON CONFLICT (id) DO UPDATE SET at = excluded.at`.execute(db);
}
