// What is wrong with a database for our purposes, found at the start and said in a sentence: not in the middle of a meeting.
import { type Connection, connect, withConnection } from "../db/connection";
import { BootProblem } from "./boot-problem";

/** @throws BootProblem that says what to do; else what node-postgres throws. */
export async function checkDatabase(url: string): Promise<void> {
  await withConnection(url, async (connection) => {
    await refusePooledTransactions(url, connection);
    const { rows } = await connection.query<Facts>(facts);
    const [found] = rows;
    if (found) refuse(found);
    await refuseOtherSchema(connection);
  });
}

interface Facts {
  database: string;
  encoding: string;
  is_standby: boolean;
  is_read_only: boolean;
}

const facts = `SELECT current_database() AS database, current_setting('server_encoding') AS encoding,
  pg_is_in_recovery() AS is_standby, current_setting('transaction_read_only') = 'on' AS is_read_only`;

function refuse({ database, encoding, is_standby, is_read_only }: Facts): void {
  if (encoding !== "UTF8") {
    throw new BootProblem(
      `The database "${database}" keeps text as ${encoding}, which cannot hold every name. Make one with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0, and set DATABASE_URL to it.`,
    );
  }
  if (is_standby) {
    throw new BootProblem(
      "The database server named in DATABASE_URL is a standby, which takes no writes. Set DATABASE_URL to the primary.",
    );
  }
  if (is_read_only) {
    throw new BootProblem(
      `The database "${database}" is set to read only (default_transaction_read_only). Let its administrator turn that off for this database and its user.`,
    );
  }
}

/** Our tables are found wherever they are; but where the search path names another place, which of the two is meant is not ours to say. */
async function refuseOtherSchema(connection: Connection): Promise<void> {
  const ours = await connection.query<{ schema: string }>("SELECT current_schema() AS schema");
  await connection.query("BEGIN");
  await connection.query("SET LOCAL search_path TO DEFAULT");
  const given = await connection.query<{ schema: string | null }>("SELECT current_schema() AS schema");
  await connection.query("ROLLBACK");
  const [found, named] = [ours.rows[0]?.schema, given.rows[0]?.schema];
  if (!found || !named || named === found || named === "pg_catalog") return;
  throw new BootProblem(
    `The tables of Rank Room are in the schema "${found}" of this database, and the search path of its user names "${named}". Let the database's administrator run ALTER ROLE … SET search_path = "${found}", or use another database.`,
  );
}

/**
 * LISTEN, the lock of migrations and what a session sets by itself need a session of their own. A pooler in transaction mode
 * gives another one for each transaction: seen by a second connection being given the first one's, or by the first being given
 * another while the second is in a transaction.
 */
async function refusePooledTransactions(url: string, first: Connection): Promise<void> {
  const before = await sessionOf(first);
  const second = await connect(url);
  try {
    await second.query("BEGIN");
    const other = await sessionOf(second);
    // Where the second has the first one's, the first would wait for it: a pooler may have no other.
    const isShared = other === before || (await sessionOf(first)) !== before;
    await second.query("ROLLBACK");
    if (!isShared) return;
  } catch (error) {
    // What a pooler in statement mode says of a transaction.
    if (!/transaction blocks? not allowed/i.test(error instanceof Error ? error.message : "")) throw error;
  } finally {
    await second.end();
  }
  throw new BootProblem(
    "DATABASE_URL leads through a connection pooler in transaction mode. Rank Room listens for notices and takes locks, which need a session of their own: let the pooler use session mode for this database, or set DATABASE_URL to the database server itself.",
  );
}

async function sessionOf(connection: Connection): Promise<number | undefined> {
  const { rows } = await connection.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  return rows[0]?.pid;
}
