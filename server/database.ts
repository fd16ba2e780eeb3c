// The way from the configuration to a database that answers: the server DATABASE_URL names, or the embedded one.
import { withConnection } from "../db/connection";
import { BootProblem } from "./boot-problem";
import type { Config } from "./config";
import { connectEmbedded } from "./embedded-postgres";
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
    await withConnection(databaseUrl, (connection) => connection.query("select 1"));
  } catch (error) {
    throw new BootProblem(unreachable(databaseUrl, (error as { code?: string }).code ?? "unknown"));
  }
  return { url: databaseUrl, leave: async () => {} };
}

function unreachable(databaseUrl: string, code: string): string {
  const { hostname, port, pathname } = new URL(databaseUrl);
  const server = `${hostname}:${port || 5432}`;
  if (code === "28P01" || code === "28000")
    return `The database server ${server} refused the user or password in DATABASE_URL.`;
  if (code === "3D000")
    return `The database server ${server} has no database "${pathname.slice(1)}"; create it, or correct DATABASE_URL.`;
  return `The database server ${server} named in DATABASE_URL cannot be reached (${code}).`;
}
