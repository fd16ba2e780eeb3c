// From a configuration to a server that listens, and back. What was opened is closed in the opposite order, whether boot
// fails halfway or a signal ends a long day.
import { openDatabase } from "../db/client";
import { migrateToLatest } from "../db/migrate";
import { isLoopback } from "./auth/cookie";
import { systemClock } from "./clock";
import type { ClusterAdapter } from "./cluster";
import type { Config } from "./config";
import { createApp } from "./create-app";
import { reachDatabase } from "./database";
import { openDemoSeason } from "./demo/open";
import { listen, stopListening } from "./listen";
import { LiveMeetings } from "./live-meetings";
import type { Logger } from "./log";
import { createMeetingService } from "./meeting-service";
import { startMeetings } from "./meetings";
import { createMetrics } from "./metrics";
import { createRateLimits } from "./rate-limits";
import { builtWeb, developedWeb } from "./web";

export interface RunningServer {
  origin: string;
  close(): Promise<void>;
}

/** @throws BootProblem when something a person can put right is in the way. */
export async function boot(config: Config, log: Logger): Promise<RunningServer> {
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const database = await reachDatabase(config, log, { asServer: true });
    closing.push(database.leave);
    const { db, close: closeDatabase } = openDatabase(database.url);
    closing.push(closeDatabase);
    const migrated = await migrateToLatest(db);
    if (migrated.length > 0) log.info({ migrated }, "database migrated");

    const live = new LiveMeetings();
    if (config.isDemo) await openDemoSeason({ db, live, log });
    const metrics = createMetrics();
    let cutSockets = (_sessionId: string) => {};
    const cluster = await clusterOf(config, log);
    closing.push(() => cluster?.close());
    const limits = createRateLimits({ redis: cluster?.redis, log });
    const app = await createApp({
      db,
      clock: systemClock,
      log,
      config,
      metrics,
      meetings: createMeetingService({ db, live }),
      limits,
      loadWeb: config.isProduction ? builtWeb(process.cwd()) : developedWeb,
      onSessionEnded: (sessionId) => cutSockets(sessionId),
    });
    closing.push(app.settled);
    const { httpServer, sessions } = app;
    const { publicUrl, commandsPerSecond } = config;
    const meetings = await startMeetings({
      db,
      databaseUrl: database.url,
      live,
      clock: systemClock,
      log,
      metrics,
      httpServer,
      sessions,
      publicUrl,
      commandsPerSecond,
      cluster,
    });
    cutSockets = meetings.gateway.cut;
    const origin = await listen(app.httpServer, config);
    closing.push(() => stopListening(app.httpServer), meetings.drain, app.beginDrain);
    warnAboutPlainHttp(config, log);
    return { origin: config.publicUrl ?? origin, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Loaded only where there are several processes. */
async function clusterOf({ redisUrl }: Config, log: Logger): Promise<ClusterAdapter | undefined> {
  if (redisUrl === undefined) return undefined;
  const { joinCluster } = await import("./cluster");
  return joinCluster(redisUrl, log);
}

function warnAboutPlainHttp({ host, publicUrl }: Config, log: Logger): void {
  const isHere = publicUrl === undefined ? isLoopback(host) : isLoopback(new URL(publicUrl).host);
  if (isHere || publicUrl?.startsWith("https:")) return;
  log.warn(
    "over plain http nobody can sign in but from this machine: put a proxy with https in front and set PUBLIC_URL to its address",
  );
}
