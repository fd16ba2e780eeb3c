// The embedded PostgreSQL with several processes on one folder: shared, taken over after a crash, stopped by the last.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chown, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { withConnection } from "../../db/connection";
import { connectEmbedded } from "../../server/embedded-postgres";
import { createLog } from "../../server/log";
import { runningPort, stopCluster } from "../../server/postgres/cluster";
import { clusterOf } from "../../server/postgres/home";
import { postgresUser } from "../../server/postgres/unprivileged-user";
import { aFolder, aPostgresServer } from "../support/database";

const log = createLog("silent");
const isRoot = process.getuid?.() === 0;

interface Using {
  child: ChildProcess;
  databaseUrl: string;
  startedHere: boolean;
}

const children: ChildProcess[] = [];
afterEach(async () => {
  await Promise.all(children.splice(0).map(leave));
});

async function leave(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.stdin?.end();
  await once(child, "exit");
}

function start(dataDir: string, role: "server" | "command"): ChildProcess {
  const program = path.resolve("tests/support/embedded-process.ts");
  const child = spawn(process.execPath, ["--import", "tsx", program, dataDir, role], { stdio: "pipe" });
  children.push(child);
  return child;
}

async function use(dataDir: string, role: "server" | "command"): Promise<Using> {
  const child = start(dataDir, role);
  const [line] = await once(child.stdout as NodeJS.ReadableStream, "data");
  return { child, ...JSON.parse(String(line)) };
}

const query = async (databaseUrl: string, statement: string): Promise<Record<string, unknown>[]> =>
  (await withConnection(databaseUrl, (connection) => connection.query(statement))).rows;

test("is durable by default", async () => {
  const { databaseUrl } = await aPostgresServer();
  const [settings] = await query(
    databaseUrl,
    "select current_setting('fsync') as fsync, current_setting('listen_addresses') as listens",
  );
  expect(settings).toEqual({ fsync: "on", listens: "127.0.0.1" });
});

test("a command uses the running server's PostgreSQL and leaves it running", async () => {
  const dataDir = await aFolder();
  const server = await use(dataDir, "server");
  const command = await use(dataDir, "command");
  expect([server.startedHere, command.startedHere]).toEqual([true, false]);
  expect(command.databaseUrl).toBe(server.databaseUrl);
  await leave(command.child);
  expect(await query(server.databaseUrl, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a server that comes while a command holds PostgreSQL keeps it when the command leaves", async () => {
  const dataDir = await aFolder();
  const command = await use(dataDir, "command");
  const server = await use(dataDir, "server");
  await leave(command.child);
  expect(await query(server.databaseUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  await leave(server.child);
  await expect(query(server.databaseUrl, "select 1")).rejects.toThrow("ECONNREFUSED");
});

test("a second server on the same folder is refused with a sentence", async () => {
  const dataDir = await aFolder();
  await use(dataDir, "server");
  const second = start(dataDir, "server");
  const [words] = await once(second.stderr as NodeJS.ReadableStream, "data");
  expect(String(words)).toMatch(
    /^Another Rank Room server \(.*process \d+\) is using the data folder .*DATA_DIR to another folder\.$/,
  );
});

test("after kill -9 the next server takes over the PostgreSQL that still runs, with all that was committed", async () => {
  const dataDir = await aFolder();
  const first = await use(dataDir, "server");
  await query(first.databaseUrl, "create table kept (n int); insert into kept values (7)");
  first.child.kill("SIGKILL");
  await once(first.child, "exit");
  const second = await use(dataDir, "server");
  expect(second.startedHere).toBe(false);
  expect(second.databaseUrl).toBe(first.databaseUrl);
  expect(await query(second.databaseUrl, "select n from kept")).toEqual([{ n: 7 }]);
});

test("after a crash of both, a process id that now belongs to another program does not stand in the way", async () => {
  const dataDir = await aFolder();
  const before = await connectEmbedded({ dataDir, log });
  const file = path.join(clusterOf(before.home), "postmaster.pid");
  const lines = await readFile(file, "utf8");
  await before.stop();
  await writeFile(file, lines.replace(/^\d+/, String(process.pid)));
  const after = await connectEmbedded({ dataDir, log });
  expect(after.startedHere).toBe(true);
  await after.stop();
});

test("a server brings a PostgreSQL that died under it back at the same address", async () => {
  const { databaseUrl, home } = await aPostgresServer();
  const port = await runningPort(home);
  await stopCluster(home, "immediate");
  await expect.poll(() => query(databaseUrl, "select 1 as one").catch(() => []), { timeout: 20_000 }).toHaveLength(1);
  expect(await runningPort(home)).toBe(port);
});

test("four processes that start at once on an empty folder share one PostgreSQL", async () => {
  const dataDir = await aFolder();
  const all = await Promise.all(Array.from({ length: 4 }, () => use(dataDir, "command")));
  expect(new Set(all.map(({ databaseUrl }) => databaseUrl)).size).toBe(1);
  expect(all.filter(({ startedHere }) => startedHere)).toHaveLength(1);
});

test.runIf(isRoot)("a folder that several processes try at once is found open by all of them", async () => {
  const folder = await aFolder();
  const user = postgresUser();
  await chown(folder, user.uid, user.gid);
  const program = `
    import { canWrite } from "./server/postgres/unprivileged-user.ts";
    const user = ${JSON.stringify(user)};
    const found = Array.from({ length: 60 }, () => canWrite(user, ${JSON.stringify(folder)}));
    process.exit(found.every(Boolean) ? 0 : 1);`;
  const args = ["--import", "tsx", "--input-type=module", "--eval", program];
  const tries = Array.from({ length: 4 }, () => once(spawn(process.execPath, args), "exit"));
  expect((await Promise.all(tries)).map(([code]) => code)).toEqual([0, 0, 0, 0]);
});

describe("a folder that cannot be used", () => {
  test("is named in a sentence that says what to do", async () => {
    const file = path.join(await aFolder(), "file");
    await writeFile(file, "");
    await expect(connectEmbedded({ dataDir: path.join(file, "data"), log })).rejects.toThrow(
      /^The data folder .*file\/data cannot be written \(ENOTDIR\)\. .*DATA_DIR/,
    );
  });

  test.runIf(isRoot)("by PostgreSQL's own user is replaced by one that can, and nothing else changes", async () => {
    const closed = path.join(await aFolder(), "closed");
    await mkdir(closed, { mode: 0o700 });
    const dataDir = path.join(closed, "data");
    const first = await connectEmbedded({ dataDir, log });
    expect(first.home.folder).toMatch(/^\/var\/lib\/rank-room\//);
    await query(first.databaseUrl, "create table kept (n int)");
    await first.stop();
    const second = await connectEmbedded({ dataDir, log });
    expect(await query(second.databaseUrl, "select count(*) as n from kept")).toEqual([{ n: "0" }]);
    await second.stop();
    await rm(second.home.folder, { recursive: true });
  });
});
