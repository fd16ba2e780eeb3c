// One connection outside the pool: for locks that live as long as it does, for LISTEN, and for a look whether a server answers.
import pg from "pg";

export type Connection = pg.Client;

export interface ConnectOptions {
  applicationName?: string;
  /** Milliseconds to wait for the server. */
  patience?: number;
}

/** @throws what node-postgres throws: an error with PostgreSQL's or the system's `code`. */
export async function connect(
  url: string,
  { applicationName, patience = 10_000 }: ConnectOptions = {},
): Promise<Connection> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: patience,
    keepAlive: true,
    ...(applicationName && { application_name: applicationName }),
  });
  // A break is told to whoever queries, and by "end"; an error event without a listener would end the process.
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** For a task or a check on a database of which nothing else is wanted. */
export async function withConnection<T>(url: string, task: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await connect(url);
  try {
    return await task(connection);
  } finally {
    await connection.end();
  }
}
