// The other person in the room: moves applicants at a steady rate through the same store that a browser uses, and remembers when.
import { randomUUID } from "node:crypto";
import { openSocket } from "../../app/meeting-store/connect";
import { MeetingStore, type OpenedMeeting } from "../../app/meeting-store/meeting-store";
import { anchorAtIndex, rankedIds } from "../../domain/rank-list";

export interface SentMove {
  applicantId: string;
  /** Its places among the rows of the ranked list, from 0. */
  from: number;
  to: number;
  /** Epoch, ms. */
  at: number;
}

export interface Remote {
  /** Resolves to what was sent until `stop`. */
  start(movesPerSecond: number): void;
  stop(): SentMove[];
  /** As a host: puts the n-th of the list, from 0, before the room. */
  spotlight(n: number): void;
  endSpotlight(): void;
  leave(): void;
}

/** Moves over so many rows that the page shows which row has moved, even when a few others shift it in the same frame. */
const LEAST_DISTANCE = 8;

export async function joinAsRemote(origin: string, cookie: string, opened: OpenedMeeting): Promise<Remote> {
  const store = new MeetingStore({
    opened,
    socket: openSocket(origin, { Cookie: cookie }),
    newId: randomUUID,
    now: () => new Date(),
    schedule: (publish) => setImmediate(publish),
  });
  const leave = store.start();
  await new Promise<void>((resolve) => {
    const stop = store.subscribe(() => {
      if (store.getSnapshot().connection !== "live") return;
      stop();
      resolve();
    });
  });

  let timer: NodeJS.Timeout | undefined;
  let sent: SentMove[] = [];
  const move = () => {
    const { order } = store.getSnapshot().state;
    // Half of them where most screens look.
    const zone = Math.random() < 0.5 ? "protected" : "middle";
    const list = order[zone];
    const from = Math.floor(Math.random() * list.length);
    const applicantId = list[from];
    const to = Math.floor(Math.random() * (list.length - 1));
    if (applicantId === undefined || Math.abs(from - to) < LEAST_DISTANCE) return move();
    // The heading of the middle is a row too.
    const above = zone === "protected" ? 0 : order.protected.length + 1;
    sent.push({ applicantId, from: above + from, to: above + to, at: Date.now() });
    // A far fall in protected needs a sentence of whoever is no host (ZONE-4).
    const reason = { sentence: "Moved by the bench." };
    void store.send({ type: "moveApplicant", applicantId, to: anchorAtIndex(order, applicantId, zone, to), reason });
  };
  return {
    start: (movesPerSecond) => {
      sent = [];
      timer = setInterval(move, 1000 / movesPerSecond);
    },
    stop: () => {
      clearInterval(timer);
      return sent;
    },
    spotlight: (n) => {
      const ranked = rankedIds(store.getSnapshot().state.order);
      void store.send({ type: "spotlightApplicant", applicantId: ranked[n % ranked.length] ?? null });
    },
    endSpotlight: () => void store.send({ type: "spotlightApplicant", applicantId: null }),
    leave,
  };
}
