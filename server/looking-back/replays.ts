// Replays of meetings' logs, one for each meeting and view, that go on where they ended: while the room works every reader asks of a later
// state, and a log of thousands is read and gone through once, not once for each of them.
import type { Kysely } from "kysely";
import { readEvents } from "../../db/event-log";
import type { Database } from "../../db/schema";
import type { MeetingId } from "../../domain/ids";
import type { MeetingState } from "../../domain/meeting";
import { type View, viewKey } from "../../domain/redact";
import { type ReplayPoint, replayFrom, type SeenStep, startOf } from "../../domain/replay";
import { takeTurns } from "../turns";

/** A log of thousands takes a tenth of a second, and the meeting goes on meanwhile. */
const STEPS_IN_A_TURN = 100;
/** Of all replays that are kept: beyond, those used longest ago go. */
const STEPS_KEPT = 60_000;
/** Nobody has looked back for so long. */
const IDLE_MS = 60_000;

interface Replay {
  point: ReplayPoint;
  steps: readonly SeenStep[];
}

interface Kept {
  meetingId: MeetingId;
  /** The last that was asked for; each goes on from the one before. */
  replay: Promise<Replay>;
  length: number;
  idle: NodeJS.Timeout;
}

const inTurns = takeTurns();
const kept = new WeakMap<Kysely<Database>, Map<string, Kept>>();

/** Up to the state's last event. One that fails is begun anew by whoever asks next. */
export async function replayOf(db: Kysely<Database>, state: MeetingState, view: View): Promise<readonly SeenStep[]> {
  const all = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, all);
  const key = `${state.id} ${viewKey(view)}`;
  const known = all.get(key);
  clearTimeout(known?.idle);
  const replay = goOn(db, known?.replay, state, view);
  const forget = () => {
    if (all.get(key)?.replay === replay) all.delete(key);
  };
  // A Map keeps the order of insertion, so the first key is the one used longest ago.
  all.delete(key);
  all.set(key, { meetingId: state.id, replay, length: state.seq, idle: setTimeout(forget, IDLE_MS).unref() });
  let length = [...all.values()].reduce((sum, one) => sum + one.length, 0);
  for (const [other, one] of all) {
    if (length <= STEPS_KEPT || other === key) break;
    clearTimeout(one.idle);
    all.delete(other);
    length -= one.length;
  }
  try {
    const { steps } = await replay;
    return steps.length === state.seq ? steps : steps.slice(0, state.seq);
  } catch (error) {
    forget();
    throw error;
  }
}

/** What a purge has taken from a log is not kept here either (KEEP-2), nor what a log no longer says. */
export function forgetReplays(db: Kysely<Database>, meetingId: MeetingId): void {
  const all = kept.get(db);
  for (const [key, one] of all ?? []) {
    if (one.meetingId !== meetingId) continue;
    clearTimeout(one.idle);
    all?.delete(key);
  }
}

async function goOn(
  db: Kysely<Database>,
  before: Promise<Replay> | undefined,
  { id, seq }: MeetingState,
  view: View,
): Promise<Replay> {
  const base = (await before?.catch(() => undefined)) ?? { point: startOf(id), steps: [] };
  const since = base.steps.length;
  if (since >= seq) return base;
  const events = await readEvents(db, id, since);
  // What was written since belongs to a later state.
  const until = events.filter((event) => event.seq <= seq);
  const replay = replayFrom(base.point, until, view);
  const steps = [...base.steps];
  let { point } = base;
  let isOver = false;
  const takeSome = () => {
    const end = steps.length + STEPS_IN_A_TURN;
    while (steps.length < end) {
      const next = replay.next();
      if (next.done) {
        point = next.value;
        isOver = true;
        return;
      }
      steps.push(next.value);
    }
  };
  while (!isOver) await inTurns(takeSome);
  return { point, steps };
}
