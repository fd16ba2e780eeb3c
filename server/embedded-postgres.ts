// The PostgreSQL that comes with Rank Room, for machines that have none. The first process on a data folder starts it, later
// ones share it, and the last to leave stops it; one found running after a crash is taken over.
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { withConnection } from "../db/connection";
import { BootProblem } from "./boot-problem";
import type { Logger } from "./log";
import { ensureCluster, readPassword, runningPort, startCluster, stopCluster, superuser } from "./postgres/cluster";
import { type Hold, takeHold } from "./postgres/hold";
import { type PostgresHome, preparePostgresHome } from "./postgres/home";

const databaseName = "rank_room";
/** Long enough for PostgreSQL to recover a large log after a crash. */
const startPatience = 90_000;

export interface EmbeddedOptions {
  dataDir: string;
  log: Logger;
  /** The server, of which a data folder has one at a time. Otherwise a command, which may run beside it. */
  asServer?: boolean;
  /** Off only for tests. */
  fsync?: boolean;
}

export interface EmbeddedPostgres {
  databaseUrl: string;
  /** False: it was running already, started by somebody else. */
  startedHere: boolean;
  home: PostgresHome;
  /** Leaves PostgreSQL, and stops it unless another process still uses it. */
  stop(): Promise<void>;
}

interface Attached {
  port: number;
  hold: Hold;
  startedHere: boolean;
}

/** @throws BootProblem when the folder cannot be used, or another server uses it. */
export async function connectEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log, asServer = false, fsync = true } = options;
  const home = await preparePostgresHome(dataDir, log);
  await ensureCluster(home);
  const password = await readPassword(home);
  const urlOf = (port: number, name: string) => `postgres://${superuser}:${password}@127.0.0.1:${port}/${name}`;

  let isLeaving = false;
  let recovering: Promise<void> | undefined;
  const attach = (port?: number) => attachTo({ home, dataDir, asServer, fsync, urlOf, onLost, port });
  let attached: Attached = await attach();
  await ensureDatabase(urlOf(attached.port, "postgres"));
  const { port, startedHere } = attached;
  log.debug({ folder: home.folder, port, startedHere }, "embedded PostgreSQL is running");

  function onLost(): void {
    // A command would rather fail than revive what somebody stopped.
    if (isLeaving || !asServer) return;
    log.warn("the embedded PostgreSQL is gone; bringing it back");
    recovering ??= attach(port)
      .then(async (again) => {
        attached = again;
        log.info("the embedded PostgreSQL is back");
      })
      .catch((error) => log.error({ err: error }, "the embedded PostgreSQL could not be brought back"))
      .finally(() => {
        recovering = undefined;
      });
  }

  async function stop(): Promise<void> {
    if (isLeaving) return;
    isLeaving = true;
    await recovering;
    const isLast = await attached.hold.release().catch(() => false);
    if (isLast) await stopCluster(home);
    await attached.hold.close();
  }

  return { databaseUrl: urlOf(port, databaseName), startedHere, home, stop };
}

interface AttachParts {
  home: PostgresHome;
  dataDir: string;
  asServer: boolean;
  fsync: boolean;
  urlOf(port: number, name: string): string;
  onLost(): void;
  /** The port to start on; unset: any that is free. */
  port: number | undefined;
}

/** Holds the cluster, starting it if need be. Two processes may do this at once: one starts it, both end up holding it. */
async function attachTo({ home, dataDir, asServer, fsync, urlOf, onLost, port }: AttachParts): Promise<Attached> {
  const deadline = Date.now() + startPatience;
  let startedHere = false;
  while (Date.now() < deadline) {
    const running = await runningPort(home);
    if (running === undefined) {
      const outcome = await startCluster(home, { port: port ?? (await freePort()), fsync });
      startedHere ||= outcome === "started";
      if (outcome !== "started") await sleep(100);
      continue;
    }
    const result = await takeHold(urlOf(running, "postgres"), asServer, onLost);
    if (result.state === "held") return { port: running, hold: result.hold, startedHere };
    if (result.state === "serverPresent") {
      throw new BootProblem(
        `Another Rank Room server (${result.holder}) is using the data folder ${dataDir}. Stop it, or set DATA_DIR to another folder.`,
      );
    }
    if (result.state === "wrongPassword") {
      throw new BootProblem(
        `The password in ${home.folder} does not open the database beside it. Restore both from the same backup, or set DATA_DIR to another folder.`,
      );
    }
    // Starting, recovering or stopping: all of them end.
    await sleep(100);
  }
  throw new BootProblem(
    `PostgreSQL on ${home.folder} did not answer within ${startPatience / 1000} seconds. Its log is beside it.`,
  );
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once("error", reject).listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("A TCP server has no port.");
  return address.port;
}

async function ensureDatabase(url: string): Promise<void> {
  try {
    await withConnection(url, (connection) => connection.query(`create database ${databaseName}`));
  } catch (error) {
    const { code } = error as { code?: string };
    // It exists, or another process is making it this moment.
    if (code !== "42P04" && code !== "23505") throw error;
  }
}
