// What the store does when the server's answers leave something missing: a gap is asked for until it is closed (SYNC-1).
import { describe, expect, it } from "vitest";
import type { MeetingSocket } from "../../app/meeting-store/connect";
import { MeetingStore } from "../../app/meeting-store/meeting-store";
import type { ViewEvent } from "../../domain/events";
import { emptyMeeting, type MeetingState } from "../../domain/meeting";
import type { JoinAnswer } from "../../domain/protocol";

const meetingId = "00000000-0000-4000-8000-000000000001";
const memberId = "00000000-0000-4000-8000-000000000002";
const withheld = (...seqs: number[]): ViewEvent[] => seqs.map((seq) => ({ type: "withheld", seq }));
const stateAt = (seq: number): MeetingState => ({ ...emptyMeeting(meetingId), seq });

interface Join {
  since: number;
  whole: boolean;
  answer(answer: JoinAnswer): void;
}

/** The other end of a store's socket, in the test's hand. */
function aStore(seq: number) {
  const listeners = new Map<string, (packet?: unknown) => void>();
  const joins: Join[] = [];
  const socket = {
    connected: true,
    connect: () => listeners.get("connect")?.(),
    on: (event: string, listener: () => void) => listeners.set(event, listener),
    patient: () => ({
      emit: (
        _event: "join",
        { since, whole }: Omit<Join, "answer">,
        answer: (lost: null, answer: JoinAnswer) => void,
      ) => joins.push({ since, whole, answer: (said) => answer(null, said) }),
    }),
  };
  const store = new MeetingStore({
    opened: { seq, view: "view", now: new Date().toISOString(), memberId, state: stateAt(seq) },
    socket: socket as unknown as MeetingSocket,
    newId: () => crypto.randomUUID(),
    now: () => new Date(0),
    schedule: (publish) => publish(),
  });
  store.start();
  const head = (at: number) => ({ ok: true, seq: at, view: "view", now: new Date(0).toISOString() }) as const;
  return {
    store,
    joins,
    packet: (...seqs: number[]) => listeners.get("events")?.({ meetingId, events: withheld(...seqs) }),
    resync: () => listeners.get("resync")?.({ meetingId }),
    withEvents: (at: number, ...seqs: number[]) => joins.at(-1)?.answer({ ...head(at), events: withheld(...seqs) }),
    withState: (at: number) => joins.at(-1)?.answer({ ...head(at), state: stateAt(at) }),
    seq: () => store.getConfirmed().seq,
  };
}

describe("[SYNC-1] a gap is never forgotten", () => {
  it("one that shows while a join is under way is asked for when its answer does not close it", () => {
    const { joins, packet, withEvents, seq } = aStore(4);
    packet(8);
    expect(joins).toHaveLength(1);
    withEvents(6, 5, 6);
    expect(joins).toHaveLength(2);
    expect(joins[1]).toMatchObject({ since: 6, whole: false });
    withEvents(8, 7, 8);
    expect(seq()).toBe(8);
    expect(joins).toHaveLength(2);
  });

  it("a view that changes while a join is under way is asked for after it", () => {
    const { joins, resync, withEvents } = aStore(4);
    resync();
    withEvents(4);
    expect(joins).toHaveLength(2);
    withEvents(4);
    expect(joins).toHaveLength(2);
  });

  it("whoever gets no further by joining twice asks for the whole state, and takes it", () => {
    const { joins, withEvents, withState, seq } = aStore(4);
    withEvents(9, 7, 8, 9);
    withEvents(9, 7, 8, 9);
    expect(joins.map(({ since, whole }) => ({ since, whole }))).toEqual([
      { since: 4, whole: false },
      { since: 4, whole: false },
      { since: 4, whole: true },
    ]);
    withState(9);
    expect(seq()).toBe(9);
    expect(joins).toHaveLength(3);
  });

  it("a server that was put back to an earlier state is believed after three joins, and asked no more", () => {
    const { joins, resync, withEvents, withState, seq } = aStore(4);
    withEvents(6, 5, 6);
    resync();
    for (let n = 0; n < 3; n++) withState(3);
    expect(seq()).toBe(3);
    expect(joins).toHaveLength(4);
    expect(joins.at(-1)).toMatchObject({ since: 3, whole: true });
  });
});
