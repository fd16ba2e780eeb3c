// The PostgreSQL of a test run: one server in a folder of its own, with a migrated template that each test file clones.
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../../db/client";
import { withConnection } from "../../db/connection";
import { migrateToLatest } from "../../db/migrate";
import { connectEmbedded } from "../../server/embedded-postgres";
import { createLog } from "../../server/log";
import { databaseUrlOf, templateName } from "./database-url";

declare module "vitest" {
  interface ProvidedContext {
    /** Of the server's maintenance database. */
    postgresUrl: string;
  }
}

export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await temporaryFolder();
  // Without fsync: what a test run loses with the machine is no loss. Tests of durability start a server of their own.
  const server = await connectEmbedded({ dataDir, log: createLog("silent"), fsync: false });
  const url = databaseUrlOf(server.databaseUrl, "postgres");
  await withConnection(url, (connection) => connection.query(`create database ${templateName}`));
  const template = openDatabase(databaseUrlOf(url, templateName), { max: 1 });
  await migrateToLatest(template.db);
  await template.close();
  project.provide("postgresUrl", url);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** Passable for PostgreSQL's own user, as which it runs when the tests run as root. */
async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "rank-room-tests-"));
  await chmod(folder, 0o755);
  return folder;
}
