// Sign-in links, kept by the SHA-256 of their token, and the times they were asked for, each with the code that can be typed instead.
// Expiry is decided by the `now` that is handed in.
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Database } from "./schema";

export interface NewSignInLink {
  tokenHash: string;
  personId: string;
  now: Date;
  expiresAt: Date;
}

export async function insertSignInLink(db: Kysely<Database>, link: NewSignInLink): Promise<void> {
  await db
    .insertInto("sign_in_links")
    .values({
      token_hash: link.tokenHash,
      person_id: link.personId,
      created_at: link.now,
      expires_at: link.expiresAt,
      used_at: null,
    })
    .execute();
}

/** Of a mail that did not leave: nobody has that link. */
export async function deleteSignInLink(db: Kysely<Database>, tokenHash: string): Promise<void> {
  await db.deleteFrom("sign_in_links").where("token_hash", "=", tokenHash).execute();
}

/** Uses the link up in one statement: of two requests with the same link, one gets it. */
export async function takeSignInLink(
  db: Kysely<Database>,
  tokenHash: string,
  { now, usedBy }: { now: Date; usedBy: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("sign_in_links")
    .set({ used_at: now, used_by: usedBy })
    .where("token_hash", "=", tokenHash)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface SignInLinkRow {
  personId: string;
  email: string;
  expiresAt: Date;
  usedAt: Date | null;
  /** SHA-256 of the token that names the browser which used it. */
  usedBy: string | null;
}

export async function findSignInLink(db: Kysely<Database>, tokenHash: string): Promise<SignInLinkRow | undefined> {
  return db
    .selectFrom("sign_in_links")
    .innerJoin("people", "people.id", "sign_in_links.person_id")
    .select([
      "person_id as personId",
      "people.email",
      "expires_at as expiresAt",
      "used_at as usedAt",
      "used_by as usedBy",
    ])
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
}

/** A week after their end, so that until then an old link is told apart from an invented one. */
export async function deleteOldLinks(db: Kysely<Database>, now: Date): Promise<void> {
  const weekAgo = new Date(now.getTime() - 7 * 24 * 60 * 60 * 1000);
  await db.deleteFrom("sign_in_links").where("expires_at", "<=", weekAgo).execute();
  await db.deleteFrom("sign_in_asks").where("expires_at", "<=", now).execute();
}

/** Somebody asked for a link in this browser; whose it is, if anybody's, is added once it is known. Resolves to its id. */
export async function insertSignInAsk(
  db: Kysely<Database>,
  { browserHash, expiresAt }: { browserHash: string; expiresAt: Date },
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto("sign_in_asks")
    .values({ id, browser_hash: browserHash, link_hash: null, code_hash: null, expires_at: expiresAt })
    .execute();
  return id;
}

export async function completeSignInAsk(
  db: Kysely<Database>,
  { id, linkHash, codeHash }: { id: string; linkHash: string; codeHash: string },
): Promise<void> {
  await db.updateTable("sign_in_asks").set({ link_hash: linkHash, code_hash: codeHash }).where("id", "=", id).execute();
}

/** Is there a code that this browser could still be told? */
export async function hasOpenAsk(
  db: Kysely<Database>,
  browserHash: string,
  { now, triesMax }: { now: Date; triesMax: number },
): Promise<boolean> {
  const row = await db
    .selectFrom("sign_in_asks")
    .select("id")
    .where("browser_hash", "=", browserHash)
    .where("expires_at", ">", now)
    .where("wrong_tries", "<", triesMax)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * A code is tried: counts against all that this browser has asked for, before it is looked at, so that many at once are no more than
 * one after the other. Resolves to the links it could open; empty: nothing was asked for here, or it was tried too often.
 */
export async function countCodeTry(
  db: Kysely<Database>,
  browserHash: string,
  { now, triesMax }: { now: Date; triesMax: number },
): Promise<{ linkHash: string | null; codeHash: string | null }[]> {
  return db
    .updateTable("sign_in_asks")
    .set(({ eb }) => ({ wrong_tries: eb("wrong_tries", "+", 1) }))
    .where("browser_hash", "=", browserHash)
    .where("expires_at", ">", now)
    .where("wrong_tries", "<", triesMax)
    .returning(["link_hash as linkHash", "code_hash as codeHash"])
    .execute();
}

/** The code was right, or was used: it is tried no more. */
export async function endSignInAsks(db: Kysely<Database>, browserHash: string): Promise<void> {
  await db.deleteFrom("sign_in_asks").where("browser_hash", "=", browserHash).execute();
}
