// Single sign-on: which account at the provider is whose, the sign-ins under way, and for whom nothing else is allowed.
import { type Kysely, sql } from "kysely";
import type { Database, SsoIdentitiesTable } from "./schema";

export interface Identity {
  issuer: string;
  subject: string;
}

/** An account is known by its issuer and subject together, and by nothing else. */
export async function findPersonByIdentity(
  db: Kysely<Database>,
  { issuer, subject }: Identity,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("sso_identities")
    .select("person_id as personId")
    .where("issuer", "=", issuer)
    .where("subject", "=", subject)
    .executeTakeFirst();
  return row?.personId;
}

export async function findIdentityOf(
  db: Kysely<Database>,
  personId: string,
  issuer: string,
): Promise<(Pick<SsoIdentitiesTable, "label"> & { linkedAt: Date }) | undefined> {
  return db
    .selectFrom("sso_identities")
    .select(["label", "linked_at as linkedAt"])
    .where("person_id", "=", personId)
    .where("issuer", "=", issuer)
    .executeTakeFirst();
}

/** Connects the account, in place of another one of that person's. False: it is somebody else's. */
export async function connectIdentity(
  db: Kysely<Database>,
  { issuer, subject, personId, label, now }: Identity & { personId: string; label: string; now: Date },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom("sso_identities")
      .where("person_id", "=", personId)
      .where("issuer", "=", issuer)
      .where("subject", "!=", subject)
      .execute();
    // Somebody else's row is neither changed nor returned.
    const row = await trx
      .insertInto("sso_identities")
      .values({ issuer, subject, person_id: personId, label, linked_at: now })
      .onConflict((conflict) =>
        conflict.columns(["issuer", "subject"]).doUpdateSet({ label }).where("sso_identities.person_id", "=", personId),
      )
      .returning("person_id")
      .executeTakeFirst();
    return row !== undefined;
  });
}

export async function disconnectIdentity(db: Kysely<Database>, personId: string, issuer: string): Promise<void> {
  await db.deleteFrom("sso_identities").where("person_id", "=", personId).where("issuer", "=", issuer).execute();
}

export interface SsoFlow {
  state: string;
  nonce: string;
  codeVerifier: string;
  connectsPersonId: string | null;
  returnTo: string;
  /** The provider is told to ask for the account, whoever is signed in there. */
  asksAnew: boolean;
  /** The session that it is a proof for; null: it begins one, or connects an account. */
  provesSessionId: string | null;
}

export async function insertFlow(
  db: Kysely<Database>,
  { tokenHash, flow, expiresAt }: { tokenHash: string; flow: SsoFlow; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto("sso_flows")
    .values({
      token_hash: tokenHash,
      state: flow.state,
      nonce: flow.nonce,
      code_verifier: flow.codeVerifier,
      connects_person_id: flow.connectsPersonId,
      return_to: flow.returnTo,
      expires_at: expiresAt,
      asks_anew: flow.asksAnew,
      proves_session_id: flow.provesSessionId,
    })
    .execute();
}

/** Takes the flow away in one statement: what comes back from the provider is looked at once. */
export async function takeFlow(db: Kysely<Database>, tokenHash: string, now: Date): Promise<SsoFlow | undefined> {
  return db
    .deleteFrom("sso_flows")
    .where("token_hash", "=", tokenHash)
    .where("expires_at", ">", now)
    .returning([
      "state",
      "nonce",
      "code_verifier as codeVerifier",
      "connects_person_id as connectsPersonId",
      "return_to as returnTo",
      "asks_anew as asksAnew",
      "proves_session_id as provesSessionId",
    ])
    .executeTakeFirst();
}

export async function deleteOldFlows(db: Kysely<Database>, now: Date): Promise<void> {
  await db.deleteFrom("sso_flows").where("expires_at", "<=", now).execute();
}

/** Does a program of theirs insist on single sign-on? */
export async function hasProgramWithSsoRequired(db: Kysely<Database>, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom("memberships")
    .innerJoin("programs", "programs.id", "memberships.program_id")
    .select(sql`1`.as("one"))
    .where("memberships.person_id", "=", personId)
    .where("memberships.state", "!=", "removed")
    .where("programs.sso_required", "=", true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
