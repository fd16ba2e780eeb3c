// A member with the browser's own store on a real socket, whose joins are told to the judge.
import { randomUUID } from "node:crypto";
import { type MeetingSocket, openSocket } from "../../app/meeting-store/connect";
import { MeetingStore, type OpenedMeeting } from "../../app/meeting-store/meeting-store";
import type { JoinAnswer } from "../../domain/protocol";
import { anchorForRank, rankedIds } from "../../domain/rank-list";
import type { Random } from "../../domain/seeded-random";
import type { Judge } from "./judge";

export class Person {
  readonly store: MeetingStore;
  readonly leave: () => void;
  /** Ids of the moves that were acknowledged. */
  readonly accepted: string[] = [];
  joins = 0;
  /** When the connection was last taken away from it. */
  blippedAt = 0;
  private readonly socket: MeetingSocket;
  private lastId = "";

  constructor(
    readonly email: string,
    { origin, cookie, opened, judge }: { origin: string; cookie: string; opened: OpenedMeeting; judge: Judge },
  ) {
    this.socket = openSocket(origin, { cookie });
    // One join is under way at a time, so the next answer of one is the answer to the last that was asked.
    let since = 0;
    this.socket.onAnyOutgoing((event, request) => {
      if (event !== "join") return;
      since = request.since;
      this.joins += 1;
    });
    this.socket.io.on("packet", ({ type, data }: { type: number; data?: unknown }) => {
      const [answer] = type === ackPacket && Array.isArray(data) ? (data as [JoinAnswer]) : [];
      if (answer?.ok && "view" in answer) judge.answered(opened.memberId, since, answer);
    });
    this.store = new MeetingStore({
      opened,
      socket: this.socket,
      newId: () => {
        this.lastId = randomUUID();
        return this.lastId;
      },
      now: () => new Date(),
      schedule: (publish) => publish(),
    });
    this.leave = this.store.start();
  }

  /** Somebody from below the protected places, to somewhere else there. */
  async move({ pick, between }: Random): Promise<void> {
    const { order } = this.store.getSnapshot().state;
    const who = pick(order.middle);
    const to = anchorForRank(order, who, between(order.protected.length + 1, rankedIds(order).length));
    const answer = this.store.send({ type: "moveApplicant", applicantId: who, to });
    const id = this.lastId;
    if ((await answer).ok) this.accepted.push(id);
  }

  /** The Wi-Fi is away for a moment. */
  blip(): void {
    this.blippedAt = Date.now();
    this.socket.io.engine?.close();
  }

  get isLive(): boolean {
    return this.store.getSnapshot().connection === "live";
  }
}

/** Socket.IO's number of an answer. */
const ackPacket = 3;
