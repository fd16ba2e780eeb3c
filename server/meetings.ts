// The meeting half of the server, put together: memory, pipeline, sockets, and what the pages read.
import type { Server as HttpServer } from "node:http";
import type { Kysely } from "kysely";
import type { Database } from "../db/schema";
import { sessionEndedChannel } from "../db/sessions";
import type { Sessions } from "./auth/session";
import type { Clock } from "./clock";
import type { Cluster } from "./cluster";
import { Dispatcher } from "./dispatch";
import { createGateway, type Gateway } from "./gateway";
import type { Door } from "./joining/door";
import { DoorBell } from "./joining/door-bell";
import type { LiveMeetings } from "./live-meetings";
import type { Logger } from "./log";
import { forgetReplays } from "./looking-back/replays";
import { MeetingMetrics } from "./meeting-metrics";
import { meetingChannel, recoverMeetings, relayMeetingNotice } from "./meeting-notice";
import { createMessageLimits } from "./message-limits";
import type { Metrics } from "./metrics";
import { listenForNotices } from "./notices";
import { followOtherProcesses } from "./other-processes";
import type { Readings } from "./readings";
import { isFromOurPages } from "./same-origin";
import { type SessionWatch, watchSessions } from "./session-watch";
import type { WriteWatch } from "./write-watch";

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
  writes: WriteWatch;
  publicUrl: string | undefined;
  commandsPerSecond: number;
  cluster: Cluster | undefined;
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
  live.onDropped = (meetingId, reason) => {
    metrics.dropped(reason);
    log.error({ meetingId, reason }, "a meeting in memory was not as the log has it, and is read anew");
    forgetReplays(db, meetingId);
  };
  live.onPurged = (meetingId) => forgetReplays(db, meetingId);
  const gateway = createGateway({
    httpServer: parts.httpServer,
    db,
    live,
    log,
    metrics,
    limits: createMessageLimits(parts.commandsPerSecond),
    readSession: (headers) => sessions.read(headers),
    isProved: (sessionId) => sessions.isProved(sessionId),
    isOurs: (headers) => isFromOurPages(headers, parts.publicUrl),
  });
  const { presence } = gateway;
  const dispatcher = new Dispatcher({
    db,
    live,
    clock,
    log,
    metrics,
    writes: parts.writes,
    broadcast: ({ meetingId, before, applied }) =>
      cluster?.tell({ kind: "log", meetingId, seq: before.seq + applied.length }),
  });
  const bell = new DoorBell(gateway.io, door);
  door.whoIsHere = gateway.whoIsHere;
  const meetingsHere = () => presence.meetingsHere();
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
      [meetingChannel]: relayMeetingNotice({ db, live, onDoor: (meetingId) => bell.ring(meetingId) }),
      [sessionEndedChannel]: gateway.cut,
    },
    onReturn: async () => {
      await Promise.all([recoverMeetings({ db, live, meetingsHere }), bell.ringAll()]);
    },
  });
  if (cluster) {
    presence.onHere = (meetingId, here) => cluster.tell({ kind: "here", meetingId, here });
    presence.isDeaf = () => cluster.redis.status !== "ready";
  }
  const stopFollowing = cluster && (await followOtherProcesses({ cluster, db, live, presence, log, meetingsHere }));
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
      stopFollowing?.();
      gateway.io.local.disconnectSockets(true);
    },
  };
}
