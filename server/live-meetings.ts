// The folded state of the meetings in use, kept in memory at a seq. It is a cache and nothing more: the log decides, and
// whoever holds the meeting's row lock reads the events it lacks before deciding. Any process may serve any meeting.
//
// What is kept of a meeting is never altered, only replaced, in `keep` alone: by a later state, with events that lead to it
// without a gap. Reads that were under way while others committed come late and change nothing (SYNC-1).
import type { Kysely } from "kysely";
import { readEvents, readHead } from "../db/event-log";
import type { Applied } from "../db/projection";
import type { Database } from "../db/schema";
import { applyAll, statesAfter } from "../domain/apply";
import type { MeetingEvent } from "../domain/events";
import type { MeetingId } from "../domain/ids";
import { emptyMeeting, type MeetingState } from "../domain/meeting";

/** Events kept for clients that come back after a short gap. */
const RECENT_EVENTS = 1000;
/** Meetings kept when nobody asked for them for a while. */
const MAX_MEETINGS = 500;

interface LiveMeeting {
  readonly state: MeetingState;
  /** The last events up to the state, in order, none missing. */
  readonly recent: readonly MeetingEvent[];
}

/** Why memory was dropped: its events had a gap, or it knew more than the log (which was put back to an earlier point). */
export type DropReason = "gap" | "aheadOfLog";

/** Memory of a meeting has come to a later state. */
export interface MemoryChange {
  meetingId: MeetingId;
  /** The state that memory had; undefined where it had none, or one from which the way is too long to tell. */
  before: MeetingState | undefined;
  /** The way there from `before`, step by step. */
  applied: readonly Applied[];
  after: MeetingState;
}

interface Reads {
  running?: Promise<MeetingState | undefined>;
  /** Not begun: whoever asks now shares it. */
  next?: Promise<MeetingState | undefined>;
}

export class LiveMeetings {
  private readonly meetings = new Map<MeetingId, LiveMeeting>();
  private readonly reads = new Map<MeetingId, Reads>();

  /** Told of every change, in the same turn and in order. Must not throw. */
  onChanged?: (change: MemoryChange) => void;
  /** Told that all of a meeting was taken (KEEP-2). */
  onPurged?: (meetingId: MeetingId) => void;
  /** Told of memory that was wrong and is gone: nobody was answered from it since. */
  onDropped?: (meetingId: MeetingId, reason: DropReason) => void;

  /** The state at `seq`, for whoever holds the meeting's lock, through whose transaction what is missing is read. */
  async at(db: Kysely<Database>, meetingId: MeetingId, seq: number): Promise<MeetingState> {
    const known = this.current(meetingId);
    if (known?.seq === seq) return known;
    if (known && known.seq > seq) this.drop(meetingId, "aheadOfLog");
    const state = await this.readOn(db, meetingId);
    if (state.seq !== seq) throw new Error(`the log stands at ${seq}, and its events end at ${state.seq}`);
    return state;
  }

  /**
   * The state as the database has it, at the moment of the call or later; undefined when there is no such meeting. Callers share
   * a read that has not begun yet. One that has begun may have missed what they know of, so they wait for the next.
   */
  fresh(db: Kysely<Database>, meetingId: MeetingId): Promise<MeetingState | undefined> {
    const reads = this.reads.get(meetingId) ?? {};
    this.reads.set(meetingId, reads);
    reads.next ??= this.readNext(db, meetingId, reads);
    return reads.next;
  }

  private async readNext(db: Kysely<Database>, meetingId: MeetingId, reads: Reads): Promise<MeetingState | undefined> {
    await reads.running?.catch(() => {});
    // All that asks in this turn of the event loop shares the read.
    await new Promise(setImmediate);
    const read = this.readHeadAndOn(db, meetingId);
    reads.running = read;
    delete reads.next;
    try {
      return await read;
    } finally {
      if (reads.running === read) delete reads.running;
      if (!reads.next && !reads.running) this.reads.delete(meetingId);
    }
  }

  private async readHeadAndOn(db: Kysely<Database>, meetingId: MeetingId): Promise<MeetingState | undefined> {
    const before = this.current(meetingId);
    const head = await readHead(db, meetingId);
    if (!head) return undefined;
    // Memory holds nothing that was not committed, so a head read after it is not behind it.
    if (before && before.seq > head.seq) this.drop(meetingId, "aheadOfLog");
    const now = this.current(meetingId);
    return now && now.seq >= head.seq ? now : this.readOn(db, meetingId);
  }

  /** Reads what comes after the state in memory, or everything. */
  private async readOn(db: Kysely<Database>, meetingId: MeetingId): Promise<MeetingState> {
    const base = this.current(meetingId) ?? emptyMeeting(meetingId);
    const missing = await readEvents(db, meetingId, base.seq);
    if (isGapless(missing, base.seq)) return this.keep(meetingId, missing, ...waysFrom(base, missing));
    if (base.seq === 0) throw new Error("the log has a gap");
    this.drop(meetingId, "gap");
    return this.readOn(db, meetingId);
  }

  /** Takes over what a commit has made true, in order. */
  advance(meetingId: MeetingId, applied: readonly Applied[]): void {
    const last = applied.at(-1);
    const events = applied.map(({ event }) => event);
    if (last) this.keep(meetingId, events, last.after, applied);
  }

  current(meetingId: MeetingId): MeetingState | undefined {
    return this.meetings.get(meetingId)?.state;
  }

  /** The events after `since`, if memory holds all of them. */
  recentSince(meetingId: MeetingId, since: number): readonly MeetingEvent[] | undefined {
    const live = this.meetings.get(meetingId);
    if (!live || since > live.state.seq) return undefined;
    if (since === live.state.seq) return [];
    const [first] = live.recent;
    return first && first.seq <= since + 1 ? live.recent.slice(since + 1 - first.seq) : undefined;
  }

  /** After a fault: read the log anew. */
  forget(meetingId: MeetingId): void {
    this.meetings.delete(meetingId);
  }

  /** The one place where memory changes. Returns what is known from now on, which may be later than `state`. */
  private keep(
    meetingId: MeetingId,
    events: readonly MeetingEvent[],
    state: MeetingState,
    steps?: readonly Applied[],
  ): MeetingState {
    const known = this.meetings.get(meetingId);
    if (known && known.state.seq >= state.seq) return known.state;
    const fresh = known ? events.filter(({ seq }) => seq > known.state.seq) : events;
    const after = known?.state.seq ?? state.seq - fresh.length;
    if (after + fresh.length !== state.seq || !isGapless(fresh, after)) {
      this.drop(meetingId, "gap");
      return state;
    }
    // What a purge has taken from the log is not kept here either (KEEP-2).
    const recent = state.phase === "purged" ? [] : [...(known?.recent ?? []), ...fresh].slice(-RECENT_EVENTS);
    // A Map keeps the order of insertion, so the first key is the one used longest ago.
    this.meetings.delete(meetingId);
    this.meetings.set(meetingId, { state, recent });
    const oldest = this.meetings.keys().next().value;
    if (this.meetings.size > MAX_MEETINGS && oldest !== undefined) this.meetings.delete(oldest);
    const before = steps && known?.state;
    const applied = before ? steps.filter(({ event }) => event.seq > before.seq) : [];
    this.onChanged?.({ meetingId, before, applied, after: state });
    if (state.phase === "purged") this.onPurged?.(meetingId);
    return state;
  }

  private drop(meetingId: MeetingId, reason: DropReason): void {
    this.meetings.delete(meetingId);
    this.onDropped?.(meetingId, reason);
  }
}

/** The state that the events lead to, and the steps there: told one by one to sockets that know `base`, unless they are too many. */
function waysFrom(base: MeetingState, events: readonly MeetingEvent[]): [MeetingState, Applied[]?] {
  if (base.seq === 0 || events.length > RECENT_EVENTS) return [applyAll(base, events)];
  const states = statesAfter(base, events);
  return [states.at(-1) ?? base, events.map((event, index) => ({ event, after: states[index] as MeetingState }))];
}

/** Do the events follow on `after`, one by one? */
const isGapless = (events: readonly MeetingEvent[], after: number): boolean =>
  events.every(({ seq }, index) => seq === after + 1 + index);
