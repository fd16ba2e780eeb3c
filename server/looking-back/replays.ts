// Replays of meetings' logs, each made once for a state and a view: a drawer, a page of differences and a past list that are read
// while nothing happens share one. With the next event they go, as the state that they belong to does.
import type { Kysely } from "kysely";
import { readEvents } from "../../db/event-log";
import type { Database } from "../../db/schema";
import type { MeetingState } from "../../domain/meeting";
import { type View, viewKey } from "../../domain/redact";
import { replayFor, type SeenStep } from "../../domain/replay";
import { takeTurns } from "../turns";

/** A log of thousands takes a tenth of a second, and the meeting goes on meanwhile. */
const STEPS_IN_A_TURN = 100;

const inTurns = takeTurns();
const known = new WeakMap<MeetingState, Map<string, Promise<SeenStep[]>>>();

/** Up to the state's last event. Those who ask at one time share one; one that fails is asked for again. */
export function replayOf(db: Kysely<Database>, state: MeetingState, view: View): Promise<SeenStep[]> {
  const byView = known.get(state) ?? new Map<string, Promise<SeenStep[]>>();
  known.set(state, byView);
  const key = viewKey(view);
  const made = byView.get(key) ?? make(db, state, view);
  byView.set(key, made);
  made.catch(() => byView.delete(key));
  return made;
}

async function make(db: Kysely<Database>, { id, seq }: MeetingState, view: View): Promise<SeenStep[]> {
  const events = await readEvents(db, id, 0);
  // What was written since belongs to the next state.
  const until = events.filter((event) => event.seq <= seq);
  const replay = replayFor(id, until, view);
  const steps: SeenStep[] = [];
  const takeSome = () => {
    const end = steps.length + STEPS_IN_A_TURN;
    while (steps.length < end) {
      const { value } = replay.next();
      if (!value) return;
      steps.push(value);
    }
  };
  while (steps.length < until.length) await inTurns(takeSome);
  return steps;
}
