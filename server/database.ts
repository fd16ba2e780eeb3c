// The way from the configuration to a database that answers: the server DATABASE_URL names, or the embedded one.
import { type Kysely, sql } from "kysely";
import { migrateToLatest, NewerDatabase } from "../db/migrate";
import type { Database } from "../db/schema";
import { BootProblem } from "./boot-problem";
import type { Config } from "./config";
import { checkDatabase } from "./database-check";
import { decideTls, tlsProblem } from "./database-tls";
import { connectEmbedded } from "./embedded-postgres";
import { failureOf } from "./failure";
import type { Logger } from "./log";

export interface ReachedDatabase {
  url: string;
  /** To be called when every connection is closed. */
  leave(): Promise<void>;
}

/** @throws BootProblem that says what to do. */
export async function reachDatabase(
  { databaseUrl, dataDir }: Pick<Config, "databaseUrl" | "dataDir">,
  log: Logger,
  { asServer }: { asServer: boolean },
): Promise<ReachedDatabase> {
  if (databaseUrl === undefined) {
    const embedded = await connectEmbedded({ dataDir, log, asServer });
    return { url: embedded.databaseUrl, leave: embedded.stop };
  }
  try {
    const url = await decideTls(databaseUrl);
    await checkDatabase(url);
    return { url, leave: async () => {} };
  } catch (error) {
    throw error instanceof BootProblem ? error : new BootProblem(unreachable(databaseUrl, error));
  }
}

/** What can be put right is said in a sentence. Resolves to the names of the migrations that ran. */
export async function migrateDatabase(db: Kysely<Database>): Promise<string[]> {
  try {
    return await migrateToLatest(db);
  } catch (error) {
    if (error instanceof NewerDatabase) {
      throw new BootProblem(
        `The database was brought up to date by a newer version of Rank Room: this one does not know ${error.migration}. Start the newer version, or restore a backup from before the upgrade.`,
      );
    }
    const { code, message } = error as { code?: string; message?: string };
    if (code === "42501" || code === "3F000") throw new BootProblem(await rightMissing(db, message ?? ""));
    throw error;
  }
}

async function rightMissing(db: Kysely<Database>, message: string): Promise<string> {
  const { rows } = await sql<{ user: string; database: string; schema: string | null; can_create: boolean | null }>`
    SELECT current_user AS user, current_database() AS database, current_schema() AS schema,
      has_schema_privilege(current_schema(), 'CREATE') AS can_create`.execute(db);
  const { user = "", database = "", schema, can_create: canCreate } = rows[0] ?? {};
  if (!schema) {
    return `The database "${database}" has no schema for the tables. Let its administrator run CREATE SCHEMA public AUTHORIZATION "${user}".`;
  }
  if (!canCreate) {
    return `The database user "${user}" may not create tables in the schema "${schema}" of the database "${database}". Let its administrator run GRANT USAGE, CREATE ON SCHEMA "${schema}" TO "${user}".`;
  }
  return `The database user "${user}" lacks a right that this version needs (${message}). Use the user that owns the tables, or let the database's administrator make "${user}" their owner.`;
}

/** 53300 and the like: PostgreSQL's codes. */
const whyNot: Readonly<Record<string, string>> = {
  "53300": "has no connection left: too many are open",
  "57P03": "is starting or shutting down",
  ENOTFOUND: "is not known by that name",
  EAI_AGAIN: "could not be looked up, because the name server does not answer",
  ECONNREFUSED: "cannot be reached (ECONNREFUSED): nothing listens there",
  ETIMEDOUT: "does not answer",
  "connection lost": "took the connection and did not answer as PostgreSQL",
};

function unreachable(databaseUrl: string, error: unknown): string {
  const code = failureOf(error).reason;
  const { hostname, port, pathname } = new URL(databaseUrl);
  const server = `${hostname}:${port || 5432}`;
  if (code === "28P01" || code === "28000")
    return `The database server ${server} refused the user or password in DATABASE_URL.`;
  if (code === "3D000")
    return `The database server ${server} has no database "${pathname.slice(1)}"; create it, or correct DATABASE_URL.`;
  return `The database server ${server} named in DATABASE_URL ${tlsProblem(error) ?? whyNot[code] ?? `cannot be reached (${code})`}.`;
}
