// Databases for tests: real PostgreSQL, migrated, empty, and gone after the file that asked for them.
import { randomBytes } from "node:crypto";
import { chmod, cp, lchown, lstat, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, inject } from "vitest";
import { type OpenDatabase, openDatabase } from "../../db/client";
import { withConnection } from "../../db/connection";
import { connectEmbedded, type EmbeddedPostgres } from "../../server/embedded-postgres";
import { createLog } from "../../server/log";
import { databaseUrlOf, templateName } from "./database-url";

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

export type TestDatabase = OpenDatabase;

/** A migrated, empty database of this file's own. For files named `.pg.test.ts` and `.sync.test.ts`. */
export async function aDatabase({ isMigrated = true }: { isMigrated?: boolean } = {}): Promise<TestDatabase> {
  const serverUrl = inject("postgresUrl");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer(serverUrl, `create database ${name} ${isMigrated ? `template ${templateName}` : ""}`);
  const url = databaseUrlOf(serverUrl, name);
  const database = openDatabase(url, { max: 5 });
  cleanups.push(async () => {
    await database.close();
    await onServer(serverUrl, `drop database ${name} with (force)`);
  });
  return database;
}

const onServer = (url: string, statement: string) => withConnection(url, (connection) => connection.query(statement));

/** A folder that is deleted after the file, passable for PostgreSQL's own user. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "rank-room-test-"));
  await chmod(folder, 0o755);
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The same, with the demo season in it. For files named `.e2e.test.ts`. */
export async function aDemoFolder(): Promise<string> {
  const folder = await aFolder();
  const made = inject("demoFolder");
  await cp(made, folder, { recursive: true });
  await giveToOwnersOf(made, folder);
  return folder;
}

/** A copy belongs to whoever copies: as root, PostgreSQL's own user could not read it. */
async function giveToOwnersOf(made: string, copy: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  for (const name of await readdir(made, { recursive: true })) {
    const { uid, gid } = await lstat(path.join(made, name));
    await lchown(path.join(copy, name), uid, gid);
  }
}

/** A PostgreSQL server of this file's own, with fsync on, for tests that stop, kill or measure it. Not migrated. */
export async function aPostgresServer(): Promise<EmbeddedPostgres> {
  const server = await connectEmbedded({ dataDir: await aFolder(), log: createLog("silent"), asServer: true });
  cleanups.push(() => server.stop());
  return server;
}
