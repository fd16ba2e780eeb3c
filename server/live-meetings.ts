// The folded state of the meetings in use, kept in memory at a seq. It is a cache and nothing more: the log decides, and
// whoever holds the meeting's row lock reads the events it lacks before deciding. Any process may serve any meeting.
import type { Kysely } from "kysely";
import { readEvents, readHead } from "../db/event-log";
import type { Applied } from "../db/projection";
import type { Database } from "../db/schema";
import { applyAll } from "../domain/apply";
import type { MeetingEvent } from "../domain/events";
import type { MeetingId } from "../domain/ids";
import { emptyMeeting, type MeetingState } from "../domain/meeting";

/** Events kept for clients that come back after a short gap. */
const RECENT_EVENTS = 1000;
/** Meetings kept when nobody asked for them for a while. */
const MAX_MEETINGS = 500;

interface LiveMeeting {
  state: MeetingState;
  recent: MeetingEvent[];
}

export class LiveMeetings {
  private readonly meetings = new Map<MeetingId, LiveMeeting>();
  private readonly refreshing = new Map<MeetingId, Promise<MeetingState | undefined>>();

  /** The state at least at `seq`, reading what is missing through `db`, which may be the transaction that holds the lock. */
  async at(db: Kysely<Database>, meetingId: MeetingId, seq: number): Promise<MeetingState> {
    const known = this.meetings.get(meetingId);
    // Ahead of the log: the database was put back to an earlier point. The log is right.
    const base = known && known.state.seq <= seq ? known : { state: emptyMeeting(meetingId), recent: [] };
    if (base.state.seq === seq) return base.state;
    const missing = await readEvents(db, meetingId, base.state.seq);
    const state = applyAll(base.state, missing);
    this.keep(meetingId, { state, recent: [...base.recent, ...missing].slice(-RECENT_EVENTS) });
    return state;
  }

  /** The state as the database has it now; undefined when there is no such meeting. Callers at one time share one read. */
  fresh(db: Kysely<Database>, meetingId: MeetingId): Promise<MeetingState | undefined> {
    const running = this.refreshing.get(meetingId);
    if (running) return running;
    const read = (async () => {
      const head = await readHead(db, meetingId);
      if (!head) return undefined;
      const known = this.meetings.get(meetingId);
      // A batch that commits meanwhile moves the memory on; what is newer stays.
      if (known && known.state.seq >= head.seq) return known.state;
      return this.at(db, meetingId, head.seq);
    })().finally(() => this.refreshing.delete(meetingId));
    this.refreshing.set(meetingId, read);
    return read;
  }

  /** Takes over what a commit has made true. */
  advance(meetingId: MeetingId, applied: readonly Applied[]): void {
    const last = applied.at(-1);
    if (!last) return;
    const recent = this.meetings.get(meetingId)?.recent ?? [];
    recent.push(...applied.map(({ event }) => event));
    if (recent.length > 2 * RECENT_EVENTS) recent.splice(0, recent.length - RECENT_EVENTS);
    this.keep(meetingId, { state: last.after, recent });
  }

  current(meetingId: MeetingId): MeetingState | undefined {
    return this.meetings.get(meetingId)?.state;
  }

  /** The events after `since`, if memory still holds all of them. */
  recentSince(meetingId: MeetingId, since: number): MeetingEvent[] | undefined {
    const live = this.meetings.get(meetingId);
    if (!live || since > live.state.seq) return undefined;
    const count = live.state.seq - since;
    if (count > live.recent.length) return undefined;
    return count === 0 ? [] : live.recent.slice(-count);
  }

  /** After a fault: read the log anew. */
  forget(meetingId: MeetingId): void {
    this.meetings.delete(meetingId);
  }

  private keep(meetingId: MeetingId, { state, recent }: LiveMeeting): void {
    // What a purge has taken from the log is not kept here either (KEEP-2).
    const live = { state, recent: state.phase === "purged" ? [] : recent };
    // A Map keeps the order of insertion, so the first key is the one used longest ago.
    this.meetings.delete(meetingId);
    this.meetings.set(meetingId, live);
    const oldest = this.meetings.keys().next().value;
    if (this.meetings.size > MAX_MEETINGS && oldest !== undefined) this.meetings.delete(oldest);
  }
}
