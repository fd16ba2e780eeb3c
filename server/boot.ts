// From a configuration to a server that listens, and back. What was opened is closed in the opposite order, whether boot
// fails halfway or a signal ends a long day.
import { openDatabase } from "../db/client";
import { patientLimits } from "../db/limits";
import { createAuditPages } from "./audit-pages";
import { createAuditTrail } from "./audit-trail";
import { isLoopback } from "./auth/cookie";
import type { SetupLinks } from "./auth/setup-link";
import { systemClock } from "./clock";
import type { Cluster } from "./cluster";
import type { Config } from "./config";
import { createApp } from "./create-app";
import { migrateDatabase, reachDatabase } from "./database";
import { openDemoSeason } from "./demo/open";
import type { Dispatcher } from "./dispatch";
import { unavailable } from "./failure";
import { listen, stopListening } from "./listen";
import { LiveMeetings } from "./live-meetings";
import type { Logger } from "./log";
import { createMeetingService } from "./meeting-service";
import { startMeetings } from "./meetings";
import { createMetrics } from "./metrics";
import { watchNotes } from "./notes/hear-notes";
import { createFollower } from "./programs/follow";
import { createRateLimits } from "./rate-limits";
import { createReadings } from "./readings";
import { watchRehearsals } from "./rehearsals/practice-clock";
import { createRetention } from "./retention";
import { watchCalls } from "./room-clock";
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
    await prepareDatabase(database.url, config, log);
    const { db, close: closeDatabase } = openDatabase(database.url);
    closing.push(closeDatabase);

    const live = new LiveMeetings();
    const metrics = createMetrics();
    const trail = createAuditTrail({ db, clock: systemClock, log });
    // Pages come before the sockets that the pipeline tells; nobody is served before both are there.
    let dispatch: Dispatcher["dispatch"] = () => Promise.resolve(unavailable);
    const follower = createFollower({
      db,
      live,
      clock: systemClock,
      log,
      dispatch: (request) => dispatch(request),
    });
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
      meetings: createMeetingService({ db, live, trail }),
      follower,
      live,
      dispatch: (request) => dispatch(request),
      trail,
      audit: createAuditPages({ db, trail }),
      retention: createRetention({ db, clock: systemClock, dispatch: (request) => dispatch(request) }),
      limits,
      loadWeb: config.isProduction ? builtWeb(process.cwd()) : developedWeb,
      onSessionEnded: (sessionId) => cutSockets(sessionId),
    });
    closing.push(app.settled);
    const { httpServer, sessions, door, writes } = app;
    const { publicUrl, commandsPerSecond } = config;
    const databaseUrl = database.url;
    const parts = { db, databaseUrl, live, clock: systemClock, log, metrics, httpServer, sessions, door, writes };
    const readings = createReadings({ db, trail });
    const meetings = await startMeetings({ ...parts, publicUrl, commandsPerSecond, cluster, readings });
    cutSockets = meetings.gateway.cut;
    dispatch = (request) => meetings.dispatcher.dispatch(request);
    const endCalls = watchCalls({
      ...{ db, clock: systemClock, log, whoIsHere: meetings.gateway.whoIsHere },
      dispatch: (request) => dispatch(request),
    });
    const endHearing = watchNotes({ db, live, log, dispatch: (request) => dispatch(request) });
    const { isAnybodyIn } = meetings.gateway;
    const endPractice = watchRehearsals({ ...parts, dispatch: (request) => dispatch(request), isAnybodyIn });
    const origin = await listen(app.httpServer, config);
    closing.push(() => stopListening(app.httpServer), meetings.drain);
    closing.push(endCalls, endPractice, endHearing, follower.watch(), app.beginDrain);
    warnAboutPlainHttp(config, log);
    if (config.isOpenToAll) {
      log.warn("DEMO_MODE=1: whoever reaches this server is let in, as anybody they like. Have nobody real in it.");
    }
    void app.checkMail();
    if (!config.isDemo) await offerSetup(app.setupLinks, config.publicUrl ?? origin, log);
    return { origin: config.publicUrl ?? origin, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What takes longer than a request may, on connections of its own. */
async function prepareDatabase(url: string, { isDemo }: Config, log: Logger): Promise<void> {
  const { db, close } = openDatabase(url, { max: 2, limits: patientLimits });
  try {
    const migrated = await migrateDatabase(db);
    if (migrated.length > 0) log.info({ migrated }, "database migrated");
    if (isDemo) await openDemoSeason({ db, live: new LiveMeetings(), log });
  } finally {
    await close();
  }
}

/** Loaded only where there are several processes. */
async function clusterOf({ redisUrl }: Config, log: Logger): Promise<Cluster | undefined> {
  if (redisUrl === undefined) return undefined;
  const { joinCluster } = await import("./cluster");
  return joinCluster(redisUrl, log);
}

/** While there is no administrator, whoever reads the log can become the first. */
async function offerSetup(setupLinks: SetupLinks, origin: string, log: Logger): Promise<void> {
  const path = await setupLinks.issue();
  if (path === undefined) return;
  log.warn({ url: `${origin}${path}` }, "there is no administrator yet: this link makes one, once, for 24 hours");
}

function warnAboutPlainHttp({ host, publicUrl }: Config, log: Logger): void {
  const isHere = publicUrl === undefined ? isLoopback(host) : isLoopback(new URL(publicUrl).host);
  if (isHere || publicUrl?.startsWith("https:")) return;
  log.warn(
    "over plain http browsers keep nobody signed in but on this machine: put a proxy with https in front and set PUBLIC_URL to its address",
  );
}
