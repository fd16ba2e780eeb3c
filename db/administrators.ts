// Administrators of the installation, and the link by which the first of them comes in.
import { type Kysely, sql } from "kysely";
import type { MemberId } from "../domain/ids";
import type { Person } from "./people";
import type { Database } from "./schema";

export async function listAdministrators(db: Kysely<Database>): Promise<Person[]> {
  return db
    .selectFrom("administrators")
    .innerJoin("people", "people.id", "administrators.person_id")
    .select(["people.id", "people.name", "people.email"])
    .orderBy("people.name")
    .execute();
}

export async function isAdministrator(db: Kysely<Database>, personId: MemberId): Promise<boolean> {
  const row = await db
    .selectFrom("administrators")
    .select("person_id")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function anyAdministrator(db: Kysely<Database>): Promise<boolean> {
  const row = await db.selectFrom("administrators").select("person_id").limit(1).executeTakeFirst();
  return row !== undefined;
}

/** False when they are one already. */
export async function addAdministrator(db: Kysely<Database>, personId: MemberId): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("administrators")
    .values({ person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** False when they were none. */
export async function removeAdministrator(db: Kysely<Database>, personId: MemberId): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom("administrators").where("person_id", "=", personId).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Until the transaction ends, nobody else makes or removes an administrator. */
export async function lockAdministrators(trx: Kysely<Database>): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('administrators'))`.execute(trx);
}

export async function insertSetupLink(
  db: Kysely<Database>,
  { tokenHash, now, expiresAt }: { tokenHash: string; now: Date; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto("setup_links")
    .values({ token_hash: tokenHash, created_at: now, expires_at: expiresAt, used_at: null })
    .execute();
}

export async function isSetupLinkLive(db: Kysely<Database>, tokenHash: string, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom("setup_links")
    .select("token_hash")
    .where("token_hash", "=", tokenHash)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row !== undefined;
}

export async function takeSetupLink(db: Kysely<Database>, tokenHash: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("setup_links")
    .set({ used_at: now })
    .where("token_hash", "=", tokenHash)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
