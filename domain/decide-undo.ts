// Taking back and making again one's own moves, one by one or a whole selection's (UNDO-1 … UNDO-3).
import type { Anchor } from "./anchor";
import { accept, type Decision, reject } from "./decision";
import type { EventBody } from "./events";
import { lastMoveOf } from "./last-moves";
import { isRecused, type MeetingState, type RedoableMove, type UndoableMove } from "./meeting";
import { moveTo, placeOf } from "./rank-list";
import type { RankOrder } from "./zone";

/** My last move, if its outcome still stands (UNDO-1). */
export function decideUndo(state: MeetingState, by: string): Decision {
  const last = [...(state.undoable[by] ?? [])].reverse().find((entry) => isMine(state, by, entry));
  if (!last) return reject({ code: "nothingToUndo" });
  const steps = [last, ...(last.others ?? [])];
  if (steps.some(({ from }) => !from)) return reject({ code: "nothingToUndo" });
  const untouched = (applicantId: string) => lastMoveOf(state.lastMoves, applicantId)?.standing === last.seq;
  return inOrder(
    state,
    // In the opposite order, so that each finds the neighbours that it left.
    [...steps].reverse().map(({ applicantId, from }) => ({
      applicantId,
      to: from as Anchor,
      isUntouched: untouched(applicantId),
    })),
    { since: last.seq, of: { undoOf: last.seq } },
  );
}

/** The move that I took back last, if nobody has touched its applicants since (UNDO-3). */
export function decideRedo(state: MeetingState, by: string): Decision {
  const last = [...(state.redoable[by] ?? [])].reverse().find((entry) => isMine(state, by, entry));
  if (!last) return reject({ code: "nothingToRedo" });
  const untouched = (applicantId: string) => lastMoveOf(state.lastMoves, applicantId)?.seq === last.seq;
  return inOrder(
    state,
    [last, ...(last.others ?? [])].map(({ applicantId, to }) => ({
      applicantId,
      to,
      isUntouched: untouched(applicantId),
    })),
    { since: last.seq, of: { redoOf: last.seq } },
  );
}

const isMine = (state: MeetingState, by: string, entry: UndoableMove | RedoableMove): boolean =>
  [entry, ...(entry.others ?? [])].every(
    ({ applicantId }) => !isRecused(state, by, applicantId) && !state.applicants[applicantId]?.withdrawn,
  );

interface Step {
  applicantId: string;
  to: Anchor;
  isUntouched: boolean;
}

/** All of them, or nothing: half a selection taken back would be nobody's wish. */
function inOrder(
  state: MeetingState,
  steps: readonly Step[],
  { since, of }: { since: number; of: { undoOf: number } | { redoOf: number } },
): Decision {
  let { order } = state;
  const moves: Extract<EventBody, { type: "applicantsMoved" }>["moves"] = [];
  for (const { applicantId, to: wanted, isUntouched } of steps) {
    const to = wayBack(state, order, { from: wanted, since });
    const from = placeOf(order, applicantId);
    const next = moveTo(order, applicantId, to);
    if (!from || !isUntouched || !next) return reject({ code: "touchedSince", applicantId, back: to });
    moves.push({ applicantId, from, to });
    order = next;
  }
  const [first, ...others] = moves;
  if (!first) return reject({ code: "nothingToUndo" });
  return accept(
    others.length === 0 ? { type: "applicantMoved", ...first, ...of } : { type: "applicantsMoved", moves, ...of },
  );
}

/**
 * The anchor back: a neighbour that has itself moved since says nothing about the old place, so the other one serves.
 * Ranks are not remembered, because they differ for a recused viewer.
 */
function wayBack(state: MeetingState, order: RankOrder, { from, since }: { from: Anchor; since: number }): Anchor {
  if (from.zone === "red") return from;
  const list = order[from.zone];
  // Those of its own selection moved with it, and are back by now.
  const stayed = (id: string | null) =>
    id !== null && list.includes(id) && (lastMoveOf(state.lastMoves, id)?.seq ?? 0) <= since ? id : null;
  const after = stayed(from.after);
  const before = stayed(from.before);
  if (after !== null || before !== null) return { zone: from.zone, after, before };
  if (from.after === null) return { zone: from.zone, after: null, before: list[0] ?? null };
  if (from.before === null) return { zone: from.zone, after: list.at(-1) ?? null, before: null };
  return from;
}
