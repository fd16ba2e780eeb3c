// Passwords, as hashes, by person. Most people have none: they sign in by link.
import { type Kysely, sql } from "kysely";
import type { Person } from "./people";
import type { Database } from "./schema";

/** Nobody, a person without a password, and a person with one are found by the same single query. */
export async function findPasswordByEmail(
  db: Kysely<Database>,
  email: string,
): Promise<(Person & { hash: string | null }) | undefined> {
  return db
    .selectFrom("people")
    .leftJoin("passwords", "passwords.person_id", "people.id")
    .select(["people.id", "people.name", "people.email", "passwords.hash"])
    .where(sql`lower(people.email)`, "=", email.trim().toLowerCase())
    .executeTakeFirst();
}

export async function findPassword(
  db: Kysely<Database>,
  personId: string,
): Promise<{ hash: string; changedAt: Date } | undefined> {
  return db
    .selectFrom("passwords")
    .select(["hash", "changed_at as changedAt"])
    .where("person_id", "=", personId)
    .executeTakeFirst();
}

export async function savePassword(
  db: Kysely<Database>,
  { personId, hash, now }: { personId: string; hash: string; now: Date },
): Promise<void> {
  await db
    .insertInto("passwords")
    .values({ person_id: personId, hash, changed_at: now })
    .onConflict((conflict) => conflict.column("person_id").doUpdateSet({ hash, changed_at: now }))
    .execute();
}

/** The same password under stronger parameters; nothing if it was changed meanwhile. */
export async function replaceHash(
  db: Kysely<Database>,
  { personId, was, hash }: { personId: string; was: string; hash: string },
): Promise<void> {
  await db.updateTable("passwords").set({ hash }).where("person_id", "=", personId).where("hash", "=", was).execute();
}

export async function deletePassword(db: Kysely<Database>, personId: string): Promise<void> {
  await db.deleteFrom("passwords").where("person_id", "=", personId).execute();
}
