// The two kinds of client that the driver can open: of Rank Room, and of the plain server. Both send moves of about the same
// size and report what they receive by the id of the move.
import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import type { MemberCommand } from "../domain/commands";
import { PROTOCOL_VERSION } from "../domain/protocol";
import type { SeededSeasons } from "./season";

export interface Move {
  id: string;
  applicantId: string;
  /** Somebody who is never moved, so that the move is always possible. */
  after: string;
}

export interface Client {
  /** Resolves to the middle applicants in order, where the server told them. `whole`: ask for the state, whatever is known. */
  join(how?: { whole: boolean }): Promise<string[] | undefined>;
  /** Resolves at the durable answer; throws at a refusal. */
  move(move: Move): Promise<void>;
  onMove(listener: (id: string) => void): void;
  /** Something else than a move, by its id; absent where the server knows nothing else. Throws at a refusal. */
  ask?(id: string, command: MemberCommand): Promise<void>;
  close(): void;
}

export interface Target {
  kind: "rank-room" | "plain";
  url: string;
  seasons: SeededSeasons;
}

const options = { transports: ["websocket"], forceNew: true, reconnection: false };

function opened(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once("connect", () => resolve());
    socket.once("connect_error", reject);
  });
}

/** What the page's loader would have told: where the list stands, so that joining only asks for what is newer. */
const knownHeads = new Map<string, { since: number; view: string }>();

function rankRoomClient({ url, seasons }: Target, room: number, person: number): Client {
  const meetingId = seasons.meetings[room]?.meetingId ?? "";
  const cookie = seasons.cookies[person % seasons.cookies.length] ?? "";
  const socket = io(url, { ...options, auth: { protocol: PROTOCOL_VERSION }, extraHeaders: { cookie } });
  const ask = async (id: string, command: MemberCommand) => {
    const answer = await socket.emitWithAck("command", { id, meetingId, ...command });
    if (!answer.ok) throw new Error(answer.message);
  };
  return {
    async join({ whole } = { whole: false }) {
      await opened(socket);
      // The PD sees more than the others: another view, another head.
      const key = `${meetingId} ${person % seasons.cookies.length === 0}`;
      const answer = await socket.emitWithAck("join", { meetingId, ...(!whole && knownHeads.get(key)) });
      if (!answer.ok) throw new Error(answer.message);
      knownHeads.set(key, { since: answer.seq, view: answer.view });
      return answer.state?.order.middle;
    },
    move: ({ id, applicantId, after }) =>
      ask(id, { type: "moveApplicant", applicantId, to: { zone: "middle", after, before: null } }),
    ask,
    onMove(listener) {
      socket.on("events", ({ events }: { events: { commandId: string }[] }) => {
        for (const event of events) listener(event.commandId);
      });
    },
    close: () => socket.close(),
  };
}

function plainClient({ url }: Target, room: number): Client {
  const socket = io(url, options);
  return {
    async join() {
      await opened(socket);
      await socket.emitWithAck("join", String(room));
      return undefined;
    },
    async move(move) {
      // As much as an event of ours says: who, when, of what kind.
      const body = { ...move, type: "applicantMoved", from: "middle", zone: "middle", by: move.id, at: new Date() };
      await socket.emitWithAck("move", String(room), body);
    },
    onMove(listener) {
      socket.on("move", ({ id }: { id: string }) => listener(id));
    },
    close: () => socket.close(),
  };
}

export const openClient = (target: Target, room: number, person: number): Client =>
  target.kind === "plain" ? plainClient(target, room) : rankRoomClient(target, room, person);

/**
 * The moves of one room: each sender's own applicants in turn, each behind somebody of the fifth who are never moved, and never
 * twice in a row behind the same one. So whoever is moved stands elsewhere, in whatever order the server took the moves: one to
 * where somebody stands already is no move, and nobody would be told.
 */
export class MoveSource {
  private readonly pivots: string[];
  private readonly own: string[][];
  private readonly counts: number[];
  /** The next pivot above each applicant. */
  private readonly behind = new Map<string, string>();

  constructor(middle: readonly string[], senders: number) {
    const isPivot = (_: string, index: number) => index % 5 === 0;
    this.pivots = middle.filter(isPivot);
    const movable = middle.filter((id, index) => !isPivot(id, index));
    for (const [index, id] of middle.entries()) this.behind.set(id, middle[index - (index % 5)] ?? "");
    this.own = Array.from({ length: senders }, (_, sender) => movable.filter((_, index) => index % senders === sender));
    this.counts = this.own.map(() => 0);
  }

  next(sender: number): Move {
    const own = this.own[sender] ?? [];
    const count = (this.counts[sender] ?? 0) + 1;
    this.counts[sender] = count;
    const applicantId = own[count % own.length] ?? "";
    const pick = (at: number) => this.pivots[at % this.pivots.length] ?? "";
    const after = this.behind.get(applicantId) === pick(count * 7) ? pick(count * 7 + 1) : pick(count * 7);
    this.behind.set(applicantId, after);
    return { id: randomUUID(), applicantId, after };
  }
}
