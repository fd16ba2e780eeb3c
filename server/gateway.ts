// The sockets: handshake, join, commands, holds. Reads nothing that was not parsed, writes nothing but through `dispatch`, and
// answers every message; no message can end the server (WIRE-1).
import type { Server as HttpServer, IncomingHttpHeaders } from "node:http";
import type { Kysely } from "kysely";
import { Server } from "socket.io";
import { z } from "zod";
import type { Database } from "../db/schema";
import { type Command, commandEnvelopeSchema, type MemberCommand } from "../domain/commands";
import type { MeetingId, MemberId } from "../domain/ids";
import type { MeetingState } from "../domain/meeting";
import { mayComeByPasscode } from "../domain/policy";
import {
  type Failure,
  type HandshakeFailure,
  type JoinAnswer,
  MAX_MESSAGE_BYTES,
  PING_EVERY_MS,
  PROTOCOL_VERSION,
} from "../domain/protocol";
import { redactEvent, redactState, type View, viewOf } from "../domain/redact";
import { idSchema } from "../domain/schemas";
import { sentenceMissing } from "../domain/sentence";
import type { OpenSession } from "./auth/session";
import { Broadcaster, limitedRoom, meetingRoom, memberRoom, viewRoom } from "./broadcaster";
import type { Dispatcher } from "./dispatch";
import { failureOf, internal, malformed, meetingUnknown, pledgeNeeded, unavailable } from "./failure";
import { Pledges } from "./joining/pledges";
import type { LiveMeetings } from "./live-meetings";
import type { Logger } from "./log";
import type { MeetingMetrics } from "./meeting-metrics";
import type { MeetingServer, MeetingSocket } from "./meeting-server";
import { type MessageLimits, tooManyMessages } from "./message-limits";
import { Presence } from "./presence";
import { takeTurns } from "./turns";
import { viewToken } from "./view-token";

export interface GatewayParts {
  httpServer: HttpServer;
  db: Kysely<Database>;
  live: LiveMeetings;
  log: Logger;
  metrics: MeetingMetrics;
  limits: MessageLimits;
  /** Who the handshake's cookie belongs to; null when to nobody. */
  readSession(headers: IncomingHttpHeaders): Promise<OpenSession | null>;
  /** Has whoever holds that session just proved who they are (LOCK-6)? Asked anew each time: a socket outlives its proof. */
  isProved(sessionId: string): Promise<boolean>;
  /** Does the handshake come from our own pages? */
  isOurs(headers: IncomingHttpHeaders): boolean;
}

export interface Gateway {
  io: MeetingServer;
  presence: Presence;
  /** Members with a socket in the meeting, on any process. */
  whoIsHere(meetingId: MeetingId): Promise<MemberId[]>;
  /** Has anybody a socket in the meeting, on this process? */
  isAnybodyIn(meetingId: MeetingId): boolean;
  /** Commands are accepted from the moment a dispatcher is there. */
  serve(dispatcher: Dispatcher): void;
  /** Signs a session's sockets out, here; every process is told of an ended session by itself. */
  cut(sessionId: string): void;
  /** Sessions that have a socket open here. */
  openSessions(): string[];
  /** Sessions whose sockets were used since the last call. */
  takeUsedSessions(): string[];
  /** Tells the sockets, and waits for nothing: they come back by themselves. */
  goAway(): void;
  /** Called with each socket that has joined a meeting. */
  onJoined?: (socket: MeetingSocket, meetingId: MeetingId) => void;
}

const joinSchema = z.object({
  meetingId: idSchema,
  since: z.number().int().min(0).optional(),
  view: z.string().max(64).optional(),
  whole: z.boolean().optional(),
});
const holdSchema = z.object({ meetingId: idSchema, applicantId: idSchema.nullable() });
const leaveSchema = z.object({ meetingId: idSchema });

export function createGateway(parts: GatewayParts): Gateway {
  const { httpServer, live, log, metrics } = parts;
  const used = new Set<string>();
  const pledges = new Pledges(parts.db, live);
  /** Handshakes and joins: after a lost network everybody comes back in one moment. */
  const inTurns = takeTurns();
  const io: MeetingServer = new Server(httpServer, {
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: PING_EVERY_MS,
    perMessageDeflate: false,
    allowRequest: (request, decide) => {
      const isOurs = parts.isOurs(request.headers);
      // Until it is decided nobody else listens, and whoever goes away meanwhile must not end the process.
      request.socket.on("error", () => {});
      void inTurns(() => decide(isOurs ? null : "originRefused", isOurs));
    },
  });
  const presence = new Presence(io, (meetingId) => live.current(meetingId));
  const broadcaster = new Broadcaster({ io, onShownOut: (meetingId) => presence.changed(meetingId) });
  live.onChanged = (change) => broadcaster.send(change);

  io.use((socket, next) => {
    admit(socket).then(
      (failure) => next(failure ? refusal(failure) : undefined),
      (error: unknown) => {
        log.warn({ err: error }, "handshake failed");
        next(refusal("unavailable"));
      },
    );
  });

  async function admit(socket: MeetingSocket): Promise<HandshakeFailure | undefined> {
    if (socket.handshake.auth.protocol !== PROTOCOL_VERSION) return "protocolMismatch";
    const session = await parts.readSession(socket.handshake.headers);
    if (!session) return "notSignedIn";
    const { person, id: sessionId, limitedTo } = session;
    socket.data = { memberId: person.id, sessionId, limitedTo };
    return undefined;
  }

  function serve(dispatcher: Dispatcher): void {
    io.on("connection", (socket) => {
      metrics.socketOpened();
      // The upgrade request is kept by the library for the socket's life; nobody reads it again.
      (socket.conn as { request: unknown }).request = null;
      void socket.join(`session:${socket.data.sessionId}`);
      socket.on("disconnecting", () => {
        metrics.socketClosed();
        for (const room of socket.rooms) if (room.startsWith("meeting:")) presence.changed(room.slice(8));
      });
      limit(socket);
      listen(socket, dispatcher);
    });
  }

  /** Before anything else is done with a message: may this sender send one more? (LIMIT-2) */
  function limit(socket: MeetingSocket): void {
    const { memberId, sessionId } = socket.data;
    socket.use(([event, ...args], next) => {
      void parts.limits.judge({ socketId: socket.id, personId: memberId }, event).then((verdict) => {
        if (verdict === "admitted") {
          used.add(sessionId);
          return next();
        }
        metrics.refusedMessage();
        if (verdict === "deaf") return socket.disconnect(true);
        const answer = args.at(-1);
        if (typeof answer === "function") answer(tooManyMessages);
      });
    });
  }

  function listen(socket: MeetingSocket, dispatcher: Dispatcher): void {
    const { memberId, limitedTo } = socket.data;
    /** To a limited session every other meeting is one that is not there (JOIN-4). */
    const isOutOfReach = (meetingId: MeetingId) => limitedTo !== null && limitedTo !== meetingId;
    socket.on("join", (request, answer) => {
      if (typeof answer !== "function") return;
      const parsed = joinSchema.safeParse(request);
      if (!parsed.success) return answer(notUnderstood(parsed.error));
      if (isOutOfReach(parsed.data.meetingId)) return answer(meetingUnknown);
      join(socket, parsed.data, answer).catch((error: unknown) => answer(faultOf(error, parsed.data.meetingId)));
    });
    socket.on("command", (envelope, answer) => {
      if (typeof answer !== "function") return;
      const parsed = commandEnvelopeSchema.safeParse(envelope);
      if (!parsed.success) return answer(notUnderstood(parsed.error));
      const { id, meetingId, ...command } = parsed.data;
      if (isOutOfReach(meetingId)) return answer(meetingUnknown);
      const dispatch = async () => {
        const isProved = command.type !== "lockList" || (await parts.isProved(socket.data.sessionId));
        const actor = { kind: "member", memberId, isLimited: limitedTo !== null, isProved } as const;
        return dispatcher.dispatch({
          meetingId,
          commandId: id,
          command: await withWhoIsHere(meetingId, command),
          actor,
        });
      };
      afterPledge(meetingId, memberId, dispatch).then(answer, (error: unknown) => answer(faultOf(error, meetingId)));
    });
    socket.on("hold", (request) => {
      const parsed = holdSchema.safeParse(request);
      if (!parsed.success || !socket.rooms.has(meetingRoom(parsed.data.meetingId))) return;
      const { meetingId, applicantId } = parsed.data;
      socket.data.holding = applicantId === null ? undefined : { meetingId, applicantId };
      presence.changed(meetingId);
    });
    socket.on("leave", (request) => {
      const parsed = leaveSchema.safeParse(request);
      if (parsed.success) leave(socket, parsed.data.meetingId);
    });
    // Anything else is not of this protocol: answered if an answer was asked for, and otherwise left alone.
    socket.onAny((event: string, ...args: unknown[]) => {
      const answer = args.at(-1);
      if (!knownEvents.has(event) && typeof answer === "function") answer(malformed("an unknown message"));
    });
  }

  const faultOf = (error: unknown, meetingId: MeetingId): Failure => {
    if (!failureOf(error).retry) return internal(log, error, { meetingId });
    log.warn({ err: error, meetingId }, "database away");
    return unavailable;
  };

  /** A member who has not pledged is told that, and a stranger the same as ever (JOIN-8). */
  const afterPledge = async <Answer>(
    meetingId: MeetingId,
    memberId: MemberId,
    goOn: () => Promise<Answer>,
  ): Promise<Answer | Failure> => ((await pledges.isAsked(meetingId, memberId)) ? pledgeNeeded : goOn());

  async function join(
    socket: MeetingSocket,
    request: z.infer<typeof joinSchema>,
    answer: (answer: JoinAnswer) => void,
  ): Promise<void> {
    if (!(await live.fresh(parts.db, request.meetingId))) return answer(meetingUnknown);
    if (await pledges.isAsked(request.meetingId, socket.data.memberId)) return answer(pledgeNeeded);
    // Each answer may be a whole state.
    await inTurns(() => answer(enter(socket, request)));
  }

  /** A call asks those who are here: a fact of the event, which the core cannot know (CALL-5). */
  async function withWhoIsHere(meetingId: MeetingId, command: MemberCommand): Promise<Command> {
    if (command.type !== "openObjectionCall" && command.type !== "closeObjectionCall") return command;
    const here = await presence.membersHere(meetingId).catch(() => undefined);
    return { ...command, ...(here && { here }) };
  }

  /** Nothing waits in here, nor from here to the answer, so no event falls between the state and the room. */
  function enter(socket: MeetingSocket, request: z.infer<typeof joinSchema>): JoinAnswer {
    const { meetingId } = request;
    const state = live.current(meetingId);
    // It was there a moment ago: memory was dropped since, and is read anew when it is asked again.
    if (!state) return unavailable;
    const view = viewOf(state, socket.data.memberId);
    // Whoever has gone meanwhile is put into no room: nobody would take them out again.
    if (!view || !socket.connected) return meetingUnknown;
    const { memberId, limitedTo } = socket.data;
    const role = state.members[memberId]?.role;
    if (limitedTo !== null && !(role && mayComeByPasscode(role))) return meetingUnknown;
    leaveRooms(socket, meetingId);
    void socket.join([meetingRoom(meetingId), memberRoom(meetingId, memberId), viewRoom(meetingId, view)]);
    if (limitedTo !== null) void socket.join(limitedRoom(meetingId, memberId));
    presence.changed(meetingId);
    gateway.onJoined?.(socket, meetingId);
    return answerJoin(state, view, memberId, request);
  }

  function answerJoin(
    state: MeetingState,
    view: View,
    memberId: MemberId,
    { since, view: known, whole = false }: z.infer<typeof joinSchema>,
  ): JoinAnswer {
    const token = viewToken(view);
    const head = { ok: true, seq: state.seq, view: token, now: new Date().toISOString() } as const;
    // A viewer from whom something is withheld always gets the state: closing up old events needs old orders.
    const canCatchUp = !whole && since !== undefined && known === token && view.withheld.length === 0;
    const missed = canCatchUp ? live.recentSince(state.id, since) : undefined;
    if (missed) {
      metrics.joined("reconnectEvents");
      return { ...head, events: missed.map((event) => redactEvent(event, state, view)) };
    }
    if (whole) log.warn({ meetingId: state.id, since, seq: state.seq }, "a client got no further by joining twice");
    metrics.joined(whole ? "whole" : since === undefined ? "first" : "reconnectState");
    return { ...head, state: redactState(state, view, memberId) };
  }

  function leaveRooms(socket: MeetingSocket, meetingId: MeetingId): void {
    for (const room of socket.rooms) {
      if (room.startsWith("session:") || !room.includes(meetingId)) continue;
      void socket.leave(room);
    }
  }

  function leave(socket: MeetingSocket, meetingId: MeetingId): void {
    leaveRooms(socket, meetingId);
    socket.data.holding = undefined;
    presence.changed(meetingId);
  }

  const gateway: Gateway = {
    io,
    presence,
    serve,
    cut: (sessionId) => io.local.in(`session:${sessionId}`).disconnectSockets(true),
    openSessions: () => [...new Set([...io.sockets.sockets.values()].map(({ data }) => data.sessionId))],
    takeUsedSessions: () => {
      const taken = [...used];
      used.clear();
      return taken;
    },
    goAway: () => {
      presence.stop();
      io.local.emit("goingAway");
    },
    whoIsHere: (meetingId) => presence.membersHere(meetingId),
    isAnybodyIn: (meetingId) => presence.isAnybodyIn(meetingId),
  };
  return gateway;
}

const knownEvents = new Set(["join", "command", "hold", "leave"]);

/** A word where a sentence is asked for is told to the person as it is (WORDS-1). */
const notUnderstood = (error: z.ZodError): Failure => {
  const failure = malformed(firstIssue(error));
  return error.issues[0]?.message === sentenceMissing ? { ...failure, message: sentenceMissing } : failure;
};

const firstIssue = (error: z.ZodError): string => {
  const issue = error.issues[0];
  const where = issue?.path.join(".");
  return where ? `${where}: ${issue?.message}` : (issue?.message ?? "it has another form");
};

const refusalWords: Record<HandshakeFailure, string> = {
  protocolMismatch: "Rank Room was updated. Please reload the page.",
  notSignedIn: "Please sign in again.",
  originRefused: "This page may not talk to this server.",
  unavailable: "The server is not ready. Trying again.",
};

function refusal(code: HandshakeFailure): Error {
  return Object.assign(new Error(refusalWords[code]), { data: { code } });
}
