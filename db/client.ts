// The one way to a PostgreSQL server: Kysely over a pool of node-postgres. Close it and every connection is gone.
// A connection that dies takes its transaction with it and nothing else (docs/decisions/0005).
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database } from "./schema";

export interface OpenDatabase {
  db: Kysely<Database>;
  /** For a connection of one's own (LISTEN), beside the pool. */
  url: string;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Connections in the pool. A small PostgreSQL allows some sixty to everybody together. */
  max?: number;
}

const bigintOid = 20;

export function openDatabase(url: string, { max = 10 }: DatabaseOptions = {}): OpenDatabase {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    types: {
      getTypeParser: ((oid: number, format?: "text" | "binary") =>
        oid === bigintOid
          ? safeInteger
          : pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser,
    },
  });
  // Whoever was using a connection that broke is told by their query. Nobody may be using it, and then there is nobody to
  // tell; but an error event without a listener would end the process.
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return { db, url, close: () => pool.end() };
}

/**
 * Prepares the statements of the hot path once per connection: those that begin with a name in a comment, `/* append *\/`.
 * The name must stand for one text only. Kysely has no word for this, so it is told in the statement.
 */
class PreparingClient extends pg.Client {
  override query(...args: unknown[]): never {
    const [text, values, ...rest] = args;
    const name = typeof text === "string" ? /^\/\* (\w+) \*\//.exec(text)?.[1] : undefined;
    const query = super.query as (...args: unknown[]) => never;
    return name === undefined ? query.apply(this, args) : query.call(this, { name, text, values }, ...rest);
  }
}

const ignore = (): void => {};

/** Counts arrive as bigint text. One beyond 2^53 would be rounded in silence, so it is refused. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError("A bigint from the database does not fit a number.");
  return value;
}
