// The meeting half of the server, put together: memory, pipeline, sockets, and what the pages read.
import type { Server as HttpServer } from "node:http";
import type { Kysely } from "kysely";
import type { Database } from "../db/schema";
import { sessionEndedChannel } from "../db/sessions";
import type { Sessions } from "./auth/session";
import type { Clock } from "./clock";
import type { ClusterAdapter } from "./cluster";
import { Dispatcher } from "./dispatch";
import { createGateway, type Gateway } from "./gateway";
import type { Door } from "./joining/door";
import { DoorBell } from "./joining/door-bell";
import type { LiveMeetings } from "./live-meetings";
import type { Logger } from "./log";
import { MeetingMetrics } from "./meeting-metrics";
import { meetingChannel, recoverMeetings, relayMeetingNotice } from "./meeting-notice";
import { createMessageLimits } from "./message-limits";
import type { Metrics } from "./metrics";
import { listenForNotices } from "./notices";
import type { Readings } from "./readings";
import { isFromOurPages } from "./same-origin";
import { type SessionWatch, watchSessions } from "./session-watch";

export interface MeetingsParts {
  db: Kysely<Database>;
  databaseUrl: string;
  live: LiveMeetings;
  clock: Clock;
  log: Logger;
  metrics: Metrics;
  httpServer: HttpServer;
  sessions: Sessions;
  door: Door;
  publicUrl: string | undefined;
  commandsPerSecond: number;
  cluster: ClusterAdapter | undefined;
  readings: Readings;
}

export interface Meetings {
  gateway: Gateway;
  dispatcher: Dispatcher;
  watch: SessionWatch;
  /** Tells the sockets, finishes the commands in flight, then lets the sockets go. */
  drain(): Promise<void>;
}

export async function startMeetings(parts: MeetingsParts): Promise<Meetings> {
  const { db, databaseUrl, live, clock, log, sessions, door, cluster } = parts;
  const metrics = new MeetingMetrics(parts.metrics.registry);
  const gateway = createGateway({
    httpServer: parts.httpServer,
    db,
    live,
    log,
    metrics,
    limits: createMessageLimits(parts.commandsPerSecond),
    readSession: (headers) => sessions.read(headers),
    isOurs: (headers) => isFromOurPages(headers, parts.publicUrl),
    ...(cluster && { adapter: cluster.adapter }),
  });
  const { broadcaster } = gateway;
  const dispatcher = new Dispatcher({
    db,
    live,
    clock,
    log,
    metrics,
    broadcast: (committed) => broadcaster.send(committed),
    recovered: (meetingId) => gateway.askToCatchUp(meetingId),
  });
  const bell = new DoorBell(gateway.io, door);
  door.whoIsHere = gateway.whoIsHere;
  gateway.onJoined = (socket, meetingId) => {
    bell.greet(socket, meetingId).catch((error: unknown) => log.warn({ meetingId, err: error }, "door not told"));
    const { memberId } = socket.data;
    // Not waited for: two thousand may be coming back at once, and the page that brought them is on record already.
    parts.readings.meeting(meetingId, memberId).catch((error: unknown) => {
      log.warn({ meetingId, memberId, err: error }, "a reading could not be put on record");
    });
  };
  gateway.serve(dispatcher);
  const stopListening = await listenForNotices({
    databaseUrl,
    log,
    channels: {
      [meetingChannel]: relayMeetingNotice({ db, live, broadcaster, onDoor: (meetingId) => bell.ring(meetingId) }),
      [sessionEndedChannel]: gateway.cut,
    },
    onReturn: async () => {
      await Promise.all([recoverMeetings({ db, live, broadcaster }), bell.ringAll()]);
    },
  });
  const { cut, openSessions: open, takeUsedSessions: takeUsed } = gateway;
  const watch = watchSessions({ sessions, log, takeUsed, open, cut });
  return {
    gateway,
    dispatcher,
    watch,
    async drain() {
      watch.stop();
      gateway.goAway();
      await dispatcher.drain();
      await stopListening();
      gateway.io.local.disconnectSockets(true);
    },
  };
}
