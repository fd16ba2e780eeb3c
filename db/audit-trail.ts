// The audit trail: one hash chain a program and one of the installation (AUDIT-2). Entries are appended, here alone, and never
// changed; the database would refuse it. Whoever writes what has to be on record appends in the same transaction.
import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { AuditAction, AuditDetail, AuditOutcome, AuditSubject } from "../domain/audit";
import { type ChainedEvent, linkAfter, linkOf } from "./hash-chain";
import type { Database } from "./schema";

/** The chain of what belongs to no program. */
export const installationChain = "00000000-0000-0000-0000-000000000000";

export interface NewAuditEntry {
  /** The chain to write to; null is the installation's. */
  programId: string | null;
  actorId: string | null;
  action: AuditAction;
  subject: AuditSubject;
  detail: AuditDetail;
  outcome: AuditOutcome;
  at: Date;
}

export const chainOf = (programId: string | null): string => programId ?? installationChain;

/**
 * Appends in the order given. Holds the rows of the chains until the transaction ends, always in the order of their ids, so
 * that two writers cannot wait for each other.
 */
export async function appendAudit(trx: Kysely<Database>, entries: readonly NewAuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const ids = [...new Set(entries.map(({ programId }) => chainOf(programId)))].sort();
  await trx
    .insertInto("audit_chains")
    .values(ids.map((id) => ({ id, head_hash: null })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const heads = await trx
    .selectFrom("audit_chains")
    .selectAll()
    .where("id", "in", ids)
    .orderBy("id")
    .forUpdate()
    .execute();
  for (const head of heads) {
    let { seq, head_hash: hash } = head;
    const links = entries
      .filter(({ programId }) => chainOf(programId) === head.id)
      .map(({ actorId, action, at, outcome, subject, detail }) => {
        seq += 1;
        const stamp = { seq, command_id: randomUUID(), actor_id: actorId, at: at.toISOString(), type: action };
        const link = linkAfter(hash, head.id, { ...stamp, payload: { outcome, subject, detail } });
        hash = link.hash;
        return link;
      });
    await insertLinks(trx, head.id, links);
    await trx.updateTable("audit_chains").set({ seq, head_hash: hash }).where("id", "=", head.id).execute();
  }
}

async function insertLinks(trx: Kysely<Database>, chainId: string, links: readonly ChainedEvent[]): Promise<void> {
  await sql`
    INSERT INTO audit_entries (chain_id, seq, id, actor_id, at, action, payload, payload_hash, prev_hash, hash)
    SELECT ${chainId}, e.seq, e.command_id, e.actor_id, e.at, e.type, e.payload, e.payload_hash, e.prev_hash, e.hash
    FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb)
      AS e(seq int, command_id uuid, actor_id uuid, at timestamptz, type text, payload jsonb, payload_hash text,
           prev_hash text, hash text)`.execute(trx);
}

/** Every chain there is, also one whose head was taken away. */
export async function listAuditChains(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM audit_chains UNION SELECT chain_id FROM audit_entries ORDER BY id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Where the chain stands; undefined when it has no head. */
export async function readAuditHead(
  db: Kysely<Database>,
  chainId: string,
): Promise<{ seq: number; hash: string | null } | undefined> {
  return db
    .selectFrom("audit_chains")
    .select(["seq", "head_hash as hash"])
    .where("id", "=", chainId)
    .executeTakeFirst();
}

/** The links of the chain in order, a page at a time. */
export async function readAuditLinks(
  db: Kysely<Database>,
  chainId: string,
  since: number,
  limit: number,
): Promise<ChainedEvent[]> {
  const rows = await db
    .selectFrom("audit_entries")
    .select([
      "seq",
      "id as command_id",
      "actor_id",
      "at",
      "action as type",
      "payload",
      "payload_hash",
      "prev_hash",
      "hash",
    ])
    .where("chain_id", "=", chainId)
    .where("seq", ">", since)
    .orderBy("seq")
    .limit(limit)
    .execute();
  return rows.map(linkOf);
}
