// One connection outside the pool: for locks that live as long as it does, for LISTEN, and for a look whether a server answers.
import type pg from "pg";
import { CONNECT_MS, type Limits, ordinaryLimits, patientLimits } from "./limits";
import { Session } from "./session";

export type Connection = pg.Client;

export interface ConnectOptions {
  applicationName?: string;
  /** Milliseconds to wait for the server. */
  patience?: number;
  limits?: Limits;
}

/** @throws what node-postgres throws: an error with PostgreSQL's or the system's `code`. */
export async function connect(
  url: string,
  { applicationName, patience = CONNECT_MS, limits = ordinaryLimits }: ConnectOptions = {},
): Promise<Connection> {
  const session = new Session({
    connectionString: url,
    limits,
    connectionTimeoutMillis: patience,
    ...(applicationName && { application_name: applicationName }),
  });
  await session.connect();
  await session.begin();
  return session;
}

/** For a task or a check on a database of which nothing else is wanted. */
export async function withConnection<T>(url: string, task: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await connect(url, { limits: patientLimits });
  try {
    return await task(connection);
  } finally {
    await connection.end();
  }
}
