// How long a program keeps its data: its rule, and its legal holds. A hold is never deleted; a lifted one stays on record.
import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { countedEnd, DEFAULT_YEARS } from "../domain/retention";
import type { Database } from "./schema";

export interface LegalHold {
  id: string;
  reason: string;
  placedBy: string;
  placedAt: Date;
}

export interface Retention {
  years: number;
  hold: LegalHold | undefined;
}

/** Until the transaction ends nobody else changes the rule, places or lifts a hold, or purges. */
export async function lockRetention(trx: Kysely<Database>, programId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext(${`retention ${programId}`}))`.execute(trx);
}

export async function readRetention(db: Kysely<Database>, programId: string): Promise<Retention> {
  const rule = await db
    .selectFrom("retention_rules")
    .select("years")
    .where("program_id", "=", programId)
    .executeTakeFirst();
  const hold = await db
    .selectFrom("legal_holds")
    .innerJoin("people", "people.id", "legal_holds.placed_by")
    .select(["legal_holds.id", "reason", "people.name as placedBy", "placed_at as placedAt"])
    .where("program_id", "=", programId)
    .where("lifted_at", "is", null)
    .executeTakeFirst();
  return { years: rule?.years ?? DEFAULT_YEARS, hold };
}

/** When a match year of the program ends, as retention counts it. */
export async function readYearEnd(db: Kysely<Database>, programId: string, year: number): Promise<string> {
  const row = await db
    .selectFrom("match_years")
    .select(sql<string | null>`dates ->> 'ends'`.as("ends"))
    .where("program_id", "=", programId)
    .where("year", "=", year)
    .executeTakeFirst();
  return countedEnd({ year, dates: row?.ends ? { ends: row.ends } : {} });
}

export async function saveRetentionYears(db: Kysely<Database>, programId: string, years: number): Promise<void> {
  await db
    .insertInto("retention_rules")
    .values({ program_id: programId, years })
    .onConflict((conflict) => conflict.column("program_id").doUpdateSet({ years }))
    .execute();
}

export async function insertHold(
  db: Kysely<Database>,
  hold: { programId: string; reason: string; by: string; at: Date },
): Promise<void> {
  await db
    .insertInto("legal_holds")
    .values({
      id: randomUUID(),
      program_id: hold.programId,
      reason: hold.reason,
      placed_by: hold.by,
      placed_at: hold.at,
      lifted_by: null,
      lifted_at: null,
      lifted_reason: null,
    })
    .execute();
}

export async function liftHold(
  db: Kysely<Database>,
  id: string,
  lifted: { by: string; at: Date; reason: string },
): Promise<void> {
  await db
    .updateTable("legal_holds")
    .set({ lifted_by: lifted.by, lifted_at: lifted.at, lifted_reason: lifted.reason })
    .where("id", "=", id)
    .execute();
}
