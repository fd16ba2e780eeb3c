// Any order of reads, commits and packets that overlap: what memory tells of a meeting is always the log's, and never goes back.
import fc from "fast-check";
import {
  type CompiledQuery,
  type DatabaseConnection,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import { expect, test } from "vitest";
import type { Applied } from "../../db/projection";
import type { Database } from "../../db/schema";
import type { MeetingEvent } from "../../domain/events";
import { emptyMeeting, type MeetingState } from "../../domain/meeting";
import { LiveMeetings } from "../../server/live-meetings";

const meetingId = "00000000-0000-4000-8000-000000000001";
const by = "00000000-0000-4000-8000-000000000002";

/** The quota says which event was the last, so a state cannot pass for another. */
const eventAt = (seq: number): MeetingEvent => ({
  ...{ type: "settingsChanged", quota: seq, seq, by, at: "2027-02-01T10:00:00.000Z" },
  commandId: `00000000-0000-4000-8000-${String(seq).padStart(12, "0")}`,
});
const stateAt = (seq: number): MeetingState => ({ ...emptyMeeting(meetingId), seq, quota: seq });

/** A log that grows when the test says so, and whose answers are as old as the test wants. */
class GrowingLog {
  seq = 3;
  readonly db: Kysely<Database>;
  private readonly held: (() => void)[] = [];

  constructor() {
    const connection: DatabaseConnection = {
      executeQuery: async <R>(query: CompiledQuery) => {
        const rows = this.rowsFor(query) as R[];
        await new Promise<void>((letIn) => this.held.push(letIn));
        return { rows };
      },
      streamQuery: () => {
        throw new Error("nothing is streamed");
      },
    };
    this.db = new Kysely({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => Object.assign(new DummyDriver(), { acquireConnection: async () => connection }),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    });
  }

  /** One of the answers that are on their way comes in. */
  async letIn(nth: number): Promise<void> {
    this.held.splice(nth % Math.max(1, this.held.length), 1)[0]?.();
    await new Promise(setImmediate);
  }

  async until<T>(answer: Promise<T>): Promise<T> {
    let isOver = false;
    const over = () => {
      isOver = true;
    };
    answer.then(over, over);
    while (!isOver) await this.letIn(0);
    return answer;
  }

  /** As the log is now; the answer may come much later. */
  private rowsFor({ sql, parameters }: CompiledQuery): unknown[] {
    if (!sql.includes("meeting_events")) return [{ seq: this.seq, head_hash: null }];
    const since = Number(parameters[1]);
    return Array.from({ length: this.seq - since }, (_, index) => {
      const { seq, at, by: actor_id, commandId: command_id, type, ...payload } = eventAt(since + 1 + index);
      return { seq, at: new Date(at), actor_id, command_id, type, payload };
    });
  }
}

/** A commit that memory hears of, or does not; a join; an answer that comes in; a write under the lock; a fault. */
const someStep = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("commit" as const), events: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("elsewhere" as const), events: fc.nat({ max: 3 }) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("join" as const) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("letIn" as const), nth: fc.nat({ max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("locked" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("forget" as const) }) },
);

const eventsAfter = (since: number, until: number): MeetingEvent[] =>
  Array.from({ length: until - since }, (_, index) => eventAt(since + 1 + index));

const stepsAfter = (since: number, until: number): Applied[] =>
  eventsAfter(since, until).map((event) => ({ event, after: stateAt(event.seq) }));

/** Everything that memory tells now; returns the seq of it. */
function expectAsLogged(live: LiveMeetings, logged: number): number {
  const state = live.current(meetingId);
  if (!state) return 0;
  expect(state).toEqual(stateAt(state.seq));
  expect(state.seq).toBeLessThanOrEqual(logged);
  for (let since = 0; since < state.seq; since++) {
    const recent = live.recentSince(meetingId, since);
    if (recent) expect(recent).toEqual(eventsAfter(since, state.seq));
  }
  expect(live.recentSince(meetingId, state.seq)).toEqual([]);
  expect(live.recentSince(meetingId, state.seq + 1)).toBeUndefined();
  return state.seq;
}

test("[SYNC-1] memory is the log's at some seq, holds no gap, and never goes back", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someStep, { minLength: 1, maxLength: 40 }), async (steps) => {
      const log = new GrowingLog();
      const live = new LiveMeetings();
      const dropped: string[] = [];
      live.onDropped = (_, reason) => dropped.push(reason);
      // What sockets are told: step by step from where they are, or to begin anew.
      let sockets = 0;
      live.onChanged = ({ before, applied, after }) => {
        if (before) {
          expect(before.seq).toBe(sockets);
          expect(applied).toEqual(stepsAfter(before.seq, after.seq));
        }
        sockets = after.seq;
      };
      const joins: Promise<void>[] = [];
      let told = 0;
      for (const step of steps) {
        const before = log.seq;
        if (step.kind === "commit" || step.kind === "elsewhere") log.seq += step.events;
        // What we write is decided on what memory has, so it follows on it.
        if (step.kind === "commit" && live.current(meetingId)?.seq === before)
          live.advance(meetingId, stepsAfter(before, log.seq));
        if (step.kind === "join")
          joins.push(live.fresh(log.db, meetingId).then((state) => expect(state?.seq).toBeGreaterThanOrEqual(before)));
        if (step.kind === "letIn") await log.letIn(step.nth);
        // Nobody commits while the lock is held.
        if (step.kind === "locked")
          expect(await log.until(live.at(log.db, meetingId, before))).toEqual(stateAt(before));
        if (step.kind === "forget") {
          live.forget(meetingId);
          told = 0;
        }
        const now = expectAsLogged(live, log.seq);
        expect(now).toBeGreaterThanOrEqual(told);
        if (live.current(meetingId)) expect(now).toBe(sockets);
        told = now;
      }
      await log.until(Promise.all(joins));
      expectAsLogged(live, log.seq);
      expect(dropped).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
