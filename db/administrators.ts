// Administrators of the installation, and the link by which the first of them comes in.
import { type Kysely, sql } from "kysely";
import type { MemberId } from "../domain/ids";
import { appendAudit } from "./audit-trail";
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

/** Who made or removed them; null for whoever has the console. */
interface Change {
  by: MemberId | null;
  now: Date;
}

/** False when they are one already. In a transaction: it is put on record with it (AUDIT-1). */
export async function addAdministrator(db: Kysely<Database>, personId: MemberId, change: Change): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("administrators")
    .values({ person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  const isNew = (numInsertedOrUpdatedRows ?? 0n) > 0n;
  if (isNew) await record(db, "administratorAdded", personId, change);
  return isNew;
}

/** False when they were none. */
export async function removeAdministrator(db: Kysely<Database>, personId: MemberId, change: Change): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom("administrators").where("person_id", "=", personId).executeTakeFirst();
  const wasOne = numDeletedRows > 0n;
  if (wasOne) await record(db, "administratorRemoved", personId, change);
  return wasOne;
}

const record = (
  trx: Kysely<Database>,
  action: "administratorAdded" | "administratorRemoved",
  personId: MemberId,
  { by, now }: Change,
): Promise<void> =>
  appendAudit(trx, [
    { programId: null, actorId: by, action, subject: { personId }, detail: {}, outcome: "done", at: now },
  ]);

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

export async function takeSetupLink(
  db: Kysely<Database>,
  tokenHash: string,
  { now, usedBy }: { now: Date; usedBy: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("setup_links")
    .set({ used_at: now, used_by: usedBy })
    .where("token_hash", "=", tokenHash)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The browser that used the link, as the SHA-256 of its token; null: none, or none that said. */
export async function findSetupLinkUser(db: Kysely<Database>, tokenHash: string): Promise<string | null> {
  const row = await db
    .selectFrom("setup_links")
    .select("used_by as usedBy")
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return row?.usedBy ?? null;
}
