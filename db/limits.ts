// How long the database may take. Whoever moves somebody waits a few seconds at most for an answer, whatever has become of the
// connection; work that takes minutes asks for them. Milliseconds.
import { type Kysely, sql, type Transaction } from "kysely";
import type { Database } from "./schema";

export interface Limits {
  /** One statement: PostgreSQL ends it then, and the connection goes on. */
  statement: number;
  /** Waiting for a lock that another connection holds. */
  lock: number;
  /** Between two statements of a transaction. Then PostgreSQL ends it, so that a process that is gone holds no lock. */
  pause: number;
  /** From asking to the answer. It is longer than `statement`: nothing heard until then is a connection that is dead. */
  answer: number;
}

/** So long a new connection may take, and waiting for one of the pool. */
export const CONNECT_MS = 4_000;
/** So long saying goodbye may take. */
export const GOODBYE_MS = 2_000;

const minute = 60_000;

export const ordinaryLimits: Limits = { statement: 5_000, lock: 3_000, pause: 15_000, answer: 6_000 };

/** For imports, migrations, exports and purges. */
export const patientLimits: Limits = {
  statement: 30 * minute,
  lock: 5 * minute,
  pause: 10 * minute,
  answer: 31 * minute,
};

/**
 * Gives the transaction the time that imports, exports and purges take, until it ends. The name in the comment tells the
 * connection, which counts the time as well (session.ts).
 */
export async function giveTime(trx: Kysely<Database>): Promise<void> {
  const { statement, lock, pause } = patientLimits;
  await sql`/* patient */ SELECT set_config('statement_timeout', ${`${statement}`}, true),
    set_config('lock_timeout', ${`${lock}`}, true),
    set_config('idle_in_transaction_session_timeout', ${`${pause}`}, true)`.execute(trx);
}

/** A transaction with that time. */
export function patiently<Result>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    await giveTime(trx);
    return work(trx);
  });
}
