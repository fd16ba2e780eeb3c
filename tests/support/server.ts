// A whole server in this process for tests with sockets: real HTTP, real Socket.IO, real PostgreSQL. Only the pages are left
// out: nobody looks at them here, and a test of sockets should not need a build.
import { randomUUID } from "node:crypto";
import type { Server as HttpServer } from "node:http";
import express from "express";
import { afterAll } from "vitest";
import { type MeetingSocket, openSocket } from "../../app/meeting-store/connect";
import { MeetingStore, type OpenedMeeting } from "../../app/meeting-store/meeting-store";
import type { OpenDatabase } from "../../db/client";
import { findPersonByEmail } from "../../db/people";
import type { MeetingId, MemberId } from "../../domain/ids";
import { createAuditPages } from "../../server/audit-pages";
import { type AuditTrail, createAuditTrail } from "../../server/audit-trail";
import type { Sessions } from "../../server/auth/session";
import { systemClock } from "../../server/clock";
import { readConfig } from "../../server/config";
import { createApp } from "../../server/create-app";
import { demoSeason } from "../../server/demo/season";
import type { Dispatcher } from "../../server/dispatch";
import { unavailable } from "../../server/failure";
import type { Season } from "../../server/import/season";
import type { Door } from "../../server/joining/door";
import { doorServiceAt } from "../../server/joining/host";
import { listen, stopListening } from "../../server/listen";
import { LiveMeetings } from "../../server/live-meetings";
import type { AuditPages, MeetingService, RetentionService } from "../../server/load-context";
import { createLog } from "../../server/log";
import { createMeetingService } from "../../server/meeting-service";
import { type Meetings, startMeetings } from "../../server/meetings";
import { createMetrics } from "../../server/metrics";
import { createFollower, type Follower } from "../../server/programs/follow";
import { quietDispatcher } from "../../server/quiet-dispatcher";
import { createRateLimits } from "../../server/rate-limits";
import { createReadings } from "../../server/readings";
import { watchRehearsals } from "../../server/rehearsals/practice-clock";
import { createRetention } from "../../server/retention";
import { watchCalls } from "../../server/room-clock";
import { importSeason } from "../../server/season-import";
import type { LoadWeb } from "../../server/web";
import { everybodyPledges } from "./pledges";

const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

export interface TestServer {
  origin: string;
  httpServer: HttpServer;
  meetings: Meetings;
  service: MeetingService;
  audit: AuditPages;
  retention: RetentionService;
  trail: AuditTrail;
  live: LiveMeetings;
  sessions: Sessions;
  follower: Follower;
  door: Door;
  meetingId: MeetingId;
  /** By e-mail address: `pd@example.org`. */
  personId(email: string): Promise<MemberId>;
  cookieOf(email: string): Promise<string>;
  /** A member's own store, joined and live; disconnected after the file. */
  join(email: string): Promise<TestClient>;
  close(): Promise<void>;
}

export interface TestClient {
  email: string;
  memberId: MemberId;
  store: MeetingStore;
  socket: MeetingSocket;
  /** Every packet that reached this client, as it came over the wire. */
  frames: unknown[];
  /** Ids of the commands it has sent, in order. */
  commandIds: string[];
  leave(): void;
}

const withoutPages: LoadWeb = async () => ({ assets: express.Router(), pages: () => express.Router() });

/**
 * A server on the database, with the season (the demo's by default) imported. Its people have pledged, and clients may ask as
 * often as they like.
 */
export async function aServer(
  { db, url: databaseUrl }: Pick<OpenDatabase, "db" | "url">,
  season: Season = demoSeason(),
  { commandsPerSecond = 1_000_000, loadWeb = withoutPages, pledged = true, practicePace = 1 } = {},
): Promise<TestServer> {
  const log = createLog(process.env.TEST_LOG ?? "silent");
  const live = new LiveMeetings();
  const { meetingId } = await importSeason(season, { db, live, dispatcher: quietDispatcher({ db, live, log }) });
  if (pledged) await everybodyPledges(db, meetingId);
  const trail = createAuditTrail({ db, clock: systemClock, log });
  const service = createMeetingService({ db, live, trail });
  const audit = createAuditPages({ db, trail });
  const metrics = createMetrics();
  const config = readConfig({ NODE_ENV: "production", DEMO_MODE: "1" });
  let dispatch: Dispatcher["dispatch"] = () => Promise.resolve(unavailable);
  const follower = createFollower({
    db,
    live,
    clock: systemClock,
    log,
    dispatch: (request) => dispatch(request),
  });
  const retention = createRetention({ db, clock: systemClock, dispatch: (request) => dispatch(request) });
  const app = await createApp({
    db,
    clock: systemClock,
    log,
    config,
    metrics,
    meetings: service,
    trail,
    audit,
    retention,
    follower,
    live,
    dispatch: (request) => dispatch(request),
    loadWeb,
    limits: createRateLimits({ log }),
  });
  const { httpServer, sessions, door, writes } = app;
  const cluster = undefined;
  const meetings = await startMeetings({
    db,
    databaseUrl,
    live,
    clock: systemClock,
    log,
    metrics,
    httpServer,
    sessions,
    door,
    writes,
    publicUrl: undefined,
    commandsPerSecond,
    cluster,
    readings: createReadings({ db, trail }),
  });
  dispatch = (request) => meetings.dispatcher.dispatch(request);
  const origin = await listen(httpServer, { host: "127.0.0.1", port: 0 });

  const personId = async (email: string): Promise<MemberId> => {
    const person = await findPersonByEmail(db, email);
    if (!person) throw new Error(`nobody has the address ${email}`);
    return person.id;
  };
  const cookieOf = async (email: string): Promise<string> => {
    const setCookie = await sessions.begin(await personId(email), "demo", { host: new URL(origin).host });
    return setCookie.split(";")[0] ?? "";
  };
  const join = async (email: string): Promise<TestClient> => {
    const memberId = await personId(email);
    // Somebody new since the import.
    await doorServiceAt(door, origin).pledge(meetingId, memberId);
    const opened = await service.open(meetingId, memberId);
    if (!opened) throw new Error(`${email} is not on the roster`);
    const client = aClient({ origin, cookie: await cookieOf(email), opened, email });
    closing.push(client.leave);
    await untilLive(client);
    return client;
  };
  let isClosed = false;
  const endWatch = follower.watch();
  const endCalls = watchCalls({
    ...{ db, clock: systemClock, log, whoIsHere: meetings.gateway.whoIsHere },
    dispatch: (request) => dispatch(request),
  });
  const endPractice = watchRehearsals({
    ...{ db, live, clock: systemClock, log, pace: practicePace },
    dispatch: (request) => dispatch(request),
    isAnybodyIn: meetings.gateway.isAnybodyIn,
  });
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    endWatch();
    endCalls();
    endPractice();
    await meetings.drain();
    await stopListening(httpServer);
  };
  closing.push(close);
  return {
    origin,
    httpServer,
    meetings,
    service,
    audit,
    retention,
    trail,
    live,
    sessions,
    follower,
    door,
    meetingId,
    personId,
    cookieOf,
    join,
    close,
  };
}

/** A browser's own store on a real socket, publishing at once. */
export function aClient(parts: { origin: string; cookie: string; opened: OpenedMeeting; email?: string }): TestClient {
  const { origin, cookie, opened, email = "" } = parts;
  const socket = openSocket(origin, { cookie });
  const frames: unknown[] = [];
  const commandIds: string[] = [];
  socket.onAny((...packet) => frames.push(packet));
  const store = new MeetingStore({
    opened,
    socket,
    newId: () => {
      const id = randomUUID();
      commandIds.push(id);
      return id;
    },
    now: () => new Date(),
    schedule: (publish) => publish(),
  });
  const leave = store.start();
  return { email, memberId: opened.memberId, store, socket, frames, commandIds, leave };
}

export const untilLive = (client: TestClient): Promise<void> =>
  until(() => client.store.getSnapshot().connection === "live", `${client.email} is live`);

/** Waits for a condition; fails with its name when it does not come true in time. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  patience = 10_000,
): Promise<void> {
  const end = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** All clients have folded in everything up to `seq`, and nothing of theirs is pending. */
export const untilAllAt = (clients: readonly TestClient[], seq: () => number): Promise<void> =>
  until(
    () => clients.every(({ store }) => store.getConfirmed().seq >= seq() && store.getSnapshot().pendingCount === 0),
    "all clients are caught up",
  );
