// Sign-in links, kept by the SHA-256 of their token. Expiry is decided by the `now` that is handed in.
import type { Kysely } from "kysely";
import type { Database } from "./schema";

export interface NewSignInLink {
  tokenHash: string;
  personId: string;
  now: Date;
  expiresAt: Date;
}
/** False when so many of the person's links could still be used already: however many are asked for at once. */
export async function insertSignInLink(db: Kysely<Database>, link: NewSignInLink, limit: number): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await trx.selectFrom("people").select("id").where("id", "=", link.personId).forUpdate().execute();
    if ((await countLiveLinks(trx, link.personId, link.now)) >= limit) return false;
    await trx
      .insertInto("sign_in_links")
      .values({
        token_hash: link.tokenHash,
        person_id: link.personId,
        created_at: link.now,
        expires_at: link.expiresAt,
        used_at: null,
      })
      .execute();
    return true;
  });
}

async function countLiveLinks(db: Kysely<Database>, personId: string, now: Date): Promise<number> {
  const { count } = await db
    .selectFrom("sign_in_links")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("person_id", "=", personId)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirstOrThrow();
  return count;
}

/** Uses the link up in one statement: of two requests with the same link, one gets the person. */
export async function takeSignInLink(
  db: Kysely<Database>,
  tokenHash: string,
  now: Date,
): Promise<{ personId: string } | undefined> {
  return db
    .updateTable("sign_in_links")
    .set({ used_at: now })
    .where("token_hash", "=", tokenHash)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .returning("person_id as personId")
    .executeTakeFirst();
}

export async function findSignInLink(
  db: Kysely<Database>,
  tokenHash: string,
): Promise<{ personId: string; usedAt: Date | null } | undefined> {
  return db
    .selectFrom("sign_in_links")
    .select(["person_id as personId", "used_at as usedAt"])
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
}

/** A day after their end, so that an old link is told apart from an invented one until then. */
export async function deleteOldLinks(db: Kysely<Database>, now: Date): Promise<void> {
  const dayAgo = new Date(now.getTime() - 24 * 60 * 60 * 1000);
  await db.deleteFrom("sign_in_links").where("expires_at", "<=", dayAgo).execute();
}
