// `apply(state, event) → state`: total, pure, and forgiving: an event stored long ago, or one that no longer fits, never
// throws and never loses anybody (APPLY-1). `by`, `at` and `seq` come with the event; there is no clock here.
import type { Anchor } from "./anchor";
import { applyFiles, runOfFiles } from "./apply-files";
import { applyToRoom, countBallot } from "./apply-room";
import type { MeetingEvent, ViewEvent } from "./events";
import { type LastMove, lastMoveOf, withLastMove } from "./last-moves";
import type { Endorsement, Flag } from "./marks";
import { emptyMeeting, type MeetingState, type RedoableMove, UNDO_DEPTH, type UndoableMove } from "./meeting";
import { isHost } from "./member";
import { passedBy } from "./move-need";
import { anchorOf, emptyOrder, moveTo, placeOf, removeFrom } from "./rank-list";
import type { RankOrder } from "./zone";

export function apply(state: MeetingState, event: ViewEvent): MeetingState {
  return { ...changed(state, event), seq: event.seq };
}

/** As `apply` for one after the other. */
export function applyAll(state: MeetingState, events: readonly ViewEvent[]): MeetingState {
  let last = state;
  for (const next of statesAlong(state, events)) last = next;
  return last;
}

export const statesAfter = (state: MeetingState, events: readonly ViewEvent[]): MeetingState[] => [
  ...statesAlong(state, events),
];

/**
 * The state after each event; events about files that stand together are applied as one, and share the state after the last.
 */
export function* statesAlong(state: MeetingState, events: readonly ViewEvent[]): Generator<MeetingState> {
  let next = state;
  for (let at = 0; at < events.length; ) {
    const run = runOfFiles(events, at);
    const last = run.at(-1) ?? (events[at] as ViewEvent);
    next = run.length > 1 ? { ...applyFiles(next, run), seq: last.seq } : apply(next, last);
    const end = at + Math.max(1, run.length);
    for (; at < end; at++) yield next;
  }
}

function changed(state: MeetingState, event: ViewEvent): MeetingState {
  if (event.type === "withheld") return state;
  if (event.type === "ballotCounted") {
    return { ...state, room: countBallot(state.room, event.roundId, event.applicantId) };
  }
  const next = change(state, event);
  const room = applyToRoom(next.room, event, next.order);
  return room === next.room ? next : { ...next, room };
}

function change(state: MeetingState, event: MeetingEvent): MeetingState {
  switch (event.type) {
    case "meetingOpened": {
      const { title, programName, programCode, matchYear, quota, championLimit, kind = "meeting" } = event;
      return { ...state, kind, title, programName, programCode, matchYear, quota, championLimit };
    }
    case "settingsChanged":
      return {
        ...state,
        quota: event.quota ?? state.quota,
        championLimit: event.championLimit ?? state.championLimit,
        flagAuthorsShown: event.flagAuthorsShown ?? state.flagAuthorsShown,
      };
    case "memberAdded": {
      const { [event.member.id]: _back, ...formerMembers } = state.formerMembers;
      return { ...state, formerMembers, members: { ...state.members, [event.member.id]: event.member } };
    }
    case "memberChanged":
      // Nobody comes back by a change of role.
      if (state.formerMembers[event.memberId]) return state;
      return {
        ...state,
        members: {
          ...state.members,
          [event.memberId]: { id: event.memberId, name: event.name, role: event.role },
        },
      };
    case "memberRemoved": {
      const { [event.memberId]: gone, ...members } = state.members;
      return gone ? { ...state, members, formerMembers: { ...state.formerMembers, [gone.id]: gone } } : state;
    }
    case "programFollowed":
      return { ...state, programVersion: event.version };
    case "applicantAdded":
    case "applicantFileChanged":
    case "applicantRemoved":
      return applyFiles(state, [event]);
    case "applicantWithdrawn":
      return setWithdrawn(state, event.applicantId, true);
    case "applicantReinstated":
      return setWithdrawn(state, event.applicantId, false);
    case "preliminaryFrozen":
      return freeze(state, event);
    case "listArranged":
      return { ...state, order: placed(state, event), lastMoves: [], undoable: {}, redoable: {} };
    case "snapshotTaken": {
      const { name, at, by } = event;
      return { ...state, snapshots: [...state.snapshots, { seq: event.seq - 1, name, at, by }] };
    }
    case "draftFrozen":
      return { ...state, frozen: { at: event.at, by: event.by, meetingId: event.meetingId } };
    case "applicantMoved": {
      const { applicantId, from, to } = event;
      return move(state, { ...event, type: "applicantsMoved", moves: [{ applicantId, from, to }] });
    }
    case "applicantsMoved":
      return move(state, event);
    case "applicantEndorsed": {
      const { markId, applicantId, strength, relationship, evidence } = event;
      const { by, at } = event.signed ?? event;
      const mark: Endorsement = { id: markId, applicantId, by: by ?? "", at, strength, relationship, evidence };
      return { ...state, endorsements: { ...state.endorsements, [markId]: mark } };
    }
    case "endorsementStruck": {
      const mark = state.endorsements[event.markId];
      if (!mark) return state;
      return { ...state, endorsements: { ...state.endorsements, [mark.id]: { ...mark, struck: signed(event) } } };
    }
    case "flagRaised": {
      const { markId, applicantId, category, provenance, sentence, by, at } = event;
      const flag: Flag = { id: markId, applicantId, by: by ?? "", at, category, provenance, sentence, status: "open" };
      return { ...state, flags: { ...state.flags, [markId]: flag } };
    }
    case "flagVerified":
      return changeFlag(state, event.markId, { status: "verified", decided: signed(event) });
    case "flagDismissed":
      return changeFlag(state, event.markId, { status: "dismissed", decided: signed(event) });
    case "flagStruck":
      return changeFlag(state, event.markId, { struck: signed(event) });
    case "recusalDeclared": {
      const own = state.recusals[event.memberId] ?? [];
      if (own.includes(event.applicantId)) return state;
      return { ...state, recusals: { ...state.recusals, [event.memberId]: [...own, event.applicantId] } };
    }
    case "recusalLifted": {
      const rest = (state.recusals[event.memberId] ?? []).filter((id) => id !== event.applicantId);
      return { ...state, recusals: { ...state.recusals, [event.memberId]: rest } };
    }
    case "listLocked": {
      const { version, at, by, sha256, reason } = event;
      return { ...state, phase: "locked", locks: [...state.locks, { version, at, by, sha256, reason }] };
    }
    case "listUnlocked": {
      const locks = state.locks.map((lock) =>
        lock.version === event.version ? { ...lock, unlocked: signed(event) } : lock,
      );
      return { ...state, phase: "open", locks };
    }
    case "meetingPurged": {
      const { title, programName, programCode, matchYear, quota, championLimit } = state;
      const { kind, frozen, members, formerMembers, programVersion, flagAuthorsShown } = state;
      return {
        ...emptyMeeting(state.id),
        ...{ kind, title, programName, programCode, matchYear, quota, championLimit },
        ...{ members, formerMembers, programVersion, flagAuthorsShown, ...(frozen && { frozen }) },
        phase: "purged",
        purged: { at: event.at, by: event.by },
      };
    }
    default:
      // An event type this build does not know: written by a newer one. Its seq counts, its content waits.
      return state;
  }
}

const signed = (event: { at: string; by: string | null; reason: string }) => ({
  at: event.at,
  by: event.by ?? "",
  reason: event.reason,
});

/** A withdrawn applicant leaves the list; a reinstated one waits in the tray until somebody places them (ORD-3). */
function setWithdrawn(state: MeetingState, id: string, withdrawn: boolean): MeetingState {
  const known = state.applicants[id];
  if (!known) return state;
  const applicants = { ...state.applicants, [id]: { ...known, withdrawn } };
  if (withdrawn) return { ...state, applicants, order: removeFrom(state.order, id) };
  if (placeOf(state.order, id)) return { ...state, applicants };
  return { ...state, applicants, order: { ...state.order, unplaced: [...state.order.unplaced, id] } };
}

/** Puts the frozen order in force. */
function freeze(state: MeetingState, event: Extract<MeetingEvent, { type: "preliminaryFrozen" }>): MeetingState {
  const order = placed(state, event);
  return { ...state, order, preliminary: order, lastMoves: [], undoable: {}, redoable: {} };
}

/** Whoever is named twice or not at all, or has withdrawn, is not lost: the first place wins, the rest stay in the tray. */
function placed(state: MeetingState, event: Record<"protected" | "middle" | "red", readonly string[]>): RankOrder {
  const waiting = new Set(Object.values(state.applicants).flatMap((a) => (a.withdrawn ? [] : [a.id])));
  const take = (ids: readonly string[]) => ids.filter((id) => waiting.delete(id));
  const order: RankOrder = {
    ...emptyOrder,
    protected: take(event.protected),
    middle: take(event.middle),
    red: take(event.red),
    unplaced: [],
  };
  return { ...order, unplaced: [...waiting] };
}

type MovedTogether = Extract<MeetingEvent, { type: "applicantsMoved" }>;

/** One move, or a selection's, one after the other; and what its maker can take back or make again from now on. */
function move(state: MeetingState, { moves, by, at, seq, reason, undoOf, redoOf }: MovedTogether): MeetingState {
  let { order, lastMoves } = state;
  const own = by === null ? [] : (state.undoable[by] ?? []);
  const undone = undoOf === undefined ? undefined : own.find((entry) => entry.seq === undoOf);
  const befores = new Map(undone && [undone, ...(undone.others ?? [])].map((step) => [step.applicantId, step.before]));
  const steps: (Pick<UndoableMove, "applicantId" | "from" | "before"> & { was: Anchor | undefined })[] = [];
  for (const { applicantId, to } of moves) {
    const known = state.applicants[applicantId];
    if (!known || known.withdrawn) continue;
    const from = anchorOf(order, applicantId);
    // Neighbours that are gone cannot happen on the server's own order; elsewhere the end of the zone keeps everybody.
    order =
      moveTo(order, applicantId, to) ??
      (moveTo(order, applicantId, { zone: to.zone, after: null, before: null }) as RankOrder);
    const before = lastMoveOf(lastMoves, applicantId)?.standing ?? 0;
    const standing = undone ? (befores.get(applicantId) ?? seq) : seq;
    lastMoves = withLastMove(lastMoves, {
      ...{ applicantId, seq, at, by, standing },
      ...(reason && { reason }),
      ...behindOf(lastMoves, applicantId),
    });
    steps.push({ applicantId, before, was: from, ...(from && { from }) });
  }
  // What is taken back or made again was counted the first time.
  const isSaid = reason?.sentence || undoOf !== undefined || redoOf !== undefined;
  if (!isSaid && !isHost(state.members[by ?? ""]?.role ?? "observer")) {
    for (const { applicantId, was } of steps)
      if (was?.zone === "protected") lastMoves = withFall(lastMoves, applicantId, state.order, order);
  }
  const [first, ...others] = steps;
  const moved = { ...state, order, lastMoves };
  if (by === null || !first) return first ? moved : state;
  const redoable = state.redoable[by] ?? [];
  if (undoOf !== undefined) {
    const rest = own.filter((entry) => entry.seq !== undoOf);
    // Made again in the opposite order of the taking back: as it was made at first.
    const [back, ...backs] = [...steps]
      .reverse()
      .flatMap(({ applicantId, was }) => (was ? [{ applicantId, to: was }] : []));
    const entry: RedoableMove | undefined = back && { seq, ...back, ...(backs.length > 0 && { others: backs }) };
    return {
      ...moved,
      undoable: { ...state.undoable, [by]: rest },
      redoable: { ...state.redoable, [by]: entry ? [...redoable, entry].slice(-UNDO_DEPTH) : redoable },
    };
  }
  const { was: _was, ...made } = first;
  const entry: UndoableMove = {
    ...{ seq, ...made },
    ...(others.length > 0 && { others: others.map(({ was: _other, ...step }) => step) }),
  };
  // Whoever goes another way does not come back to what they took back before.
  const rest = redoOf === undefined ? [] : redoable.filter((known) => known.seq !== redoOf);
  return {
    ...moved,
    undoable: { ...state.undoable, [by]: [...own, entry].slice(-UNDO_DEPTH) },
    redoable: rest.length === 0 && redoable.length === 0 ? state.redoable : { ...state.redoable, [by]: rest },
  };
}

const behindOf = (moves: readonly LastMove[], id: string): Pick<LastMove, "behind"> => {
  const behind = lastMoveOf(moves, id)?.behind;
  return behind ? { behind } : {};
};

/** ZONE-4: falls add up, whoever makes them. */
function withFall(moves: readonly LastMove[], id: string, before: RankOrder, after: RankOrder): readonly LastMove[] {
  const passed = passedBy(before.protected, after.protected, id);
  const last = lastMoveOf(moves, id);
  if (!last || passed.length === 0) return moves;
  return withLastMove(moves, { ...last, behind: [...new Set([...(last.behind ?? []), ...passed])] });
}

function changeFlag(state: MeetingState, id: string, part: Partial<Flag>): MeetingState {
  const flag = state.flags[id];
  return flag ? { ...state, flags: { ...state.flags, [id]: { ...flag, ...part } } } : state;
}
