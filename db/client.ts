// The one way to a PostgreSQL server: Kysely over a pool of node-postgres. Close it and every connection is gone.
// A connection that dies takes its transaction with it and nothing else (docs/decisions/0005).
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { CONNECT_MS, type Limits, ordinaryLimits } from "./limits";
import type { Database } from "./schema";
import { Session, type SessionOptions } from "./session";

export interface OpenDatabase {
  db: Kysely<Database>;
  /** For a connection of one's own (LISTEN), beside the pool. */
  url: string;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Connections in the pool. A small PostgreSQL allows some sixty to everybody together. */
  max?: number;
  /** How long the database may take. */
  limits?: Limits;
}

const bigintOid = 20;

export function openDatabase(url: string, { max = 10, limits = ordinaryLimits }: DatabaseOptions = {}): OpenDatabase {
  const session: SessionOptions = {
    connectionString: url,
    limits,
    peers: new Set(),
    types: {
      getTypeParser: ((oid: number, format?: "text" | "binary") =>
        oid === bigintOid
          ? safeInteger
          : pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser,
    },
  };
  const pool = new pg.Pool({
    ...session,
    Client: Session,
    max,
    connectionTimeoutMillis: CONNECT_MS,
    // Awaited before the connection is handed out.
    onConnect: (client) => (client as Session).begin(),
  });
  // Whoever was using a connection that broke is told by their query. Nobody may be using it, and then there is nobody to
  // tell; but an error event without a listener would end the process.
  pool.on("error", () => {});
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return { db, url, close: () => pool.end() };
}

/** Counts arrive as bigint text. One beyond 2^53 would be rounded in silence, so it is refused. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError("A bigint from the database does not fit a number.");
  return value;
}
