// The one way to a PostgreSQL server: Kysely over postgres.js, sharing one pool. Close it and every connection is gone.
import { Kysely } from "kysely";
import { PostgresJSDialect } from "kysely-postgres-js";
import postgres from "postgres";
import type { Database } from "./schema";

export interface OpenDatabase {
  db: Kysely<Database>;
  sql: postgres.Sql;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Connections in the pool. A small PostgreSQL allows some sixty to everybody together. */
  max?: number;
}

const bigintOid = 20;

export function openDatabase(url: string, { max = 10 }: DatabaseOptions = {}): OpenDatabase {
  const sql = postgres(url, {
    max,
    connect_timeout: 10,
    // A notice may quote a row, and rows hold names.
    onnotice: () => {},
    types: { bigint: { to: bigintOid, from: [bigintOid], serialize: String, parse: safeInteger } },
  });
  const db = new Kysely<Database>({ dialect: new PostgresJSDialect({ postgres: sql }) });
  return { db, sql, close: () => sql.end({ timeout: 5 }) };
}

/** Counts arrive as bigint text. One beyond 2^53 would be rounded in silence, so it is refused. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError("A bigint from the database does not fit a number.");
  return value;
}
