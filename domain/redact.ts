// What each viewer may receive: the only place where anything is withheld (SEE-1 … SEE-3, RECUSE-1 … RECUSE-4). Sockets,
// loaders, exports and history all pass through here. Viewers with equal views share a room and an encoded packet; where a
// program keeps flags' authors from its members, each of those has a view of their own, because of their own flags (SEE-4).

import type { Anchor } from "./anchor";
import type { ApplicantFacts } from "./applicant";
import type { MeetingEvent, ViewEvent } from "./events";
import type { ApplicantId, MemberId } from "./ids";
import type { Flag } from "./marks";
import type { MeetingState } from "./meeting";
import { maySee } from "./policy";
import { moveTo } from "./rank-list";
import { redactRoom, redactRoomEvent } from "./redact-room";
import type { Proposal } from "./room";
import type { Place, RankOrder } from "./zone";

type MovesTogether = Extract<MeetingEvent, { type: "applicantsMoved" }>["moves"];

/** What decides what a viewer sees; two members with equal views receive the same bytes. */
export interface View {
  seesVisa: boolean;
  seesRecusals: boolean;
  /** Whose flags name their author: everybody's, or this viewer's own (SEE-4). */
  flagAuthors: "all" | MemberId;
  /** Sorted ids of the applicants withheld by recusal. */
  withheld: readonly ApplicantId[];
}

/**
 * Undefined for somebody who is not on the roster: they see nothing. A frozen draft has no viewers either: recusals are declared
 * in its meeting from then on, and it would not know of them (FREEZE-3).
 */
export function viewOf(state: MeetingState, memberId: MemberId): View | undefined {
  const member = state.members[memberId];
  if (!member || state.frozen) return undefined;
  return {
    seesVisa: maySee(member.role, "visa"),
    seesRecusals: maySee(member.role, "recusals"),
    flagAuthors: state.flagAuthorsShown || maySee(member.role, "flagAuthors") ? "all" : memberId,
    withheld: [...(state.recusals[memberId] ?? [])].sort(),
  };
}

/** Names the room that viewers with this view share. Never sent to a client: it holds the withheld ids. */
export const viewKey = (view: View): string =>
  `${view.seesVisa ? "v" : "-"}${view.seesRecusals ? "r" : "-"}:${view.flagAuthors}:${view.withheld.join(",")}`;

/** The views of a roster; they change seldom and are asked for with every packet. */
const viewsByRoster = new WeakMap<
  MeetingState["members"],
  Pick<MeetingState, "recusals" | "flagAuthorsShown" | "frozen"> & { views: Map<string, View> }
>();

/** Every view that members of this meeting have, by key. */
export function viewsOf(state: MeetingState): ReadonlyMap<string, View> {
  const known = viewsByRoster.get(state.members);
  const { recusals, flagAuthorsShown, frozen } = state;
  const isKnown =
    known?.recusals === recusals && known.flagAuthorsShown === flagAuthorsShown && known.frozen === frozen;
  if (isKnown) return known.views;
  const views = new Map<string, View>();
  for (const memberId of Object.keys(state.members)) {
    const view = viewOf(state, memberId);
    if (view) views.set(viewKey(view), view);
  }
  viewsByRoster.set(state.members, { recusals, flagAuthorsShown, frozen, views });
  return views;
}

/** Facts without what this viewer may not read. A partner's name could be that of a withheld applicant, so it goes too. */
export function factsFor<Facts extends ApplicantFacts>(view: Pick<View, "seesVisa" | "withheld">, facts: Facts): Facts {
  const { visa, couplePartner, ...rest } = facts;
  return {
    ...rest,
    ...(view.seesVisa && visa !== undefined && { visa }),
    ...(view.withheld.length === 0 && couplePartner !== undefined && { couplePartner }),
  } as Facts;
}

const isAuthorHidden = (view: View, author: MemberId | null): boolean =>
  view.flagAuthors !== "all" && view.flagAuthors !== author;

/** Without its author, wherever they signed it: as the one who raised it, and who struck it again. */
function flagFor(view: View, flag: Flag): Flag {
  if (!isAuthorHidden(view, flag.by)) return flag;
  return { ...flag, by: "", ...(flag.struck?.by === flag.by && { struck: { ...flag.struck, by: "" } }) };
}

const withheldEvent = (seq: number): ViewEvent => ({ type: "withheld", seq });

/**
 * The event as the viewer receives it. `before` is the full state the event was applied to, or a later one where nothing is
 * withheld: it is needed to close up anchors around withheld applicants, and to know a flag's author.
 */
export function redactEvent(event: MeetingEvent, before: MeetingState, view: View): ViewEvent {
  const hidden = new Set(view.withheld);
  if ("applicantId" in event && hidden.has(event.applicantId)) return withheldEvent(event.seq);
  switch (event.type) {
    case "applicantAdded": {
      if (hidden.has(event.applicant.id)) return withheldEvent(event.seq);
      return { ...event, applicant: factsFor(view, event.applicant) };
    }
    case "applicantFileChanged":
      return { ...event, facts: factsFor(view, event.facts) };
    case "preliminaryFrozen":
    case "listArranged": {
      if (hidden.size === 0) return event;
      const visible = (ids: readonly string[]) => ids.filter((id) => !hidden.has(id));
      return {
        ...event,
        protected: visible(event.protected),
        middle: visible(event.middle),
        red: visible(event.red),
      };
    }
    case "applicantMoved":
      return hidden.size === 0 ? event : { ...event, to: closeUp(before.order, event.to, event.applicantId, hidden) };
    case "applicantsMoved": {
      if (hidden.size === 0) return event;
      const moves = movesFor(before.order, event.moves, hidden);
      return moves.length > 0 ? { ...event, moves } : withheldEvent(event.seq);
    }
    case "moveProposed":
      return hidden.size === 0 ? event : { ...event, to: closeUp(before.order, event.to, event.applicantId, hidden) };
    case "recusalDeclared":
    case "recusalLifted":
      return view.seesRecusals ? event : withheldEvent(event.seq);
    case "flagRaised":
      return isAuthorHidden(view, event.by) ? { ...event, by: null } : event;
    case "flagStruck": {
      const author = before.flags[event.markId]?.by;
      return author === event.by && isAuthorHidden(view, event.by) ? { ...event, by: null } : event;
    }
    case "listLocked": {
      // With everybody else's place known, the hash could be searched for the withheld one's.
      if (hidden.size === 0) return event;
      const { sha256: _sha256, ...rest } = event;
      return rest;
    }
    case "meetingPurged": {
      // Counts of everybody's marks, beside those they could see, would tell how many were about the withheld.
      if (hidden.size === 0) return event;
      const { taken: _taken, ...rest } = event;
      return rest;
    }
    default:
      return redactRoomEvent(event, before.room, hidden);
  }
}

/** Each told by neighbours whom the viewer can see, on the list as it stood when its turn came. */
function movesFor(order: RankOrder, moves: MovesTogether, hidden: ReadonlySet<string>): MovesTogether {
  let now = order;
  return moves.flatMap(({ applicantId, from, to }) => {
    const seen = { applicantId, from, to: closeUp(now, to, applicantId, hidden) };
    now = moveTo(now, applicantId, to) ?? now;
    return hidden.has(applicantId) ? [] : [seen];
  });
}

/** The same place, told by neighbours the viewer can see. */
function closeUp(order: RankOrder, to: Anchor, moved: ApplicantId, hidden: ReadonlySet<string>): Anchor {
  // Red keeps no order, so a neighbour there says nothing but a name.
  if (to.zone === "red") return { zone: "red", after: null, before: null };
  const list = order[to.zone].filter((id) => id !== moved);
  const afterIndex = to.after === null ? -1 : list.indexOf(to.after);
  const beforeIndex = to.before === null ? -1 : list.indexOf(to.before);
  // Where the full list puts them: after `after`, else before `before`, else at the end (ORD-4).
  const index = afterIndex >= 0 ? afterIndex + 1 : beforeIndex >= 0 ? beforeIndex : list.length;
  const seen = (id: string) => !hidden.has(id);
  return {
    zone: to.zone,
    after: list.slice(0, index).filter(seen).at(-1) ?? null,
    before: list.slice(index).find(seen) ?? null,
  };
}

/** The whole state as the viewer receives it: their list closes up without a gap, and they are told how many are left out. */
export function redactState(state: MeetingState, view: View, memberId: MemberId): MeetingState {
  const hidden = new Set(view.withheld);
  const room = redactRoom(state.room, hidden, memberId);
  const closed = ({ to, ...proposal }: Proposal) => ({
    ...proposal,
    to: closeUp(state.order, to, proposal.applicantId, hidden),
  });
  const own = state.undoable[memberId] ?? [];
  return {
    ...sharedByView(state, view),
    room: hidden.size === 0 ? room : { ...room, proposals: room.proposals.map(closed) },
    // Neighbours that are withheld would name them; the server still knows, and decides.
    undoable: {
      [memberId]: own.filter((entry) =>
        [entry, ...(entry.others ?? [])].every(({ applicantId, from }) => isSeen(hidden, applicantId, from)),
      ),
    },
    redoable: {
      [memberId]: (state.redoable[memberId] ?? []).filter((entry) =>
        [entry, ...(entry.others ?? [])].every(({ applicantId, to }) => isSeen(hidden, applicantId, to)),
      ),
    },
  };
}

const isSeen = (hidden: ReadonlySet<string>, id: ApplicantId, at: Anchor | undefined): boolean =>
  ![id, at?.after ?? "", at?.before ?? ""].some((one) => hidden.has(one));

/** What members with equal views share of a state: asked for by all of them when they come back at once. */
type Shared = Omit<MeetingState, "undoable" | "redoable" | "room">;
const statesByView = new WeakMap<MeetingState, Map<string, Shared>>();

function sharedByView(state: MeetingState, view: View): Shared {
  const known = statesByView.get(state) ?? new Map<string, Shared>();
  statesByView.set(state, known);
  const key = viewKey(view);
  const seen = known.get(key) ?? redactForView(state, view);
  known.set(key, seen);
  return seen;
}

function redactForView(state: MeetingState, view: View): Shared {
  const hidden = new Set(view.withheld);
  const { undoable: _undoable, redoable: _redoable, room: _room, ...shared } = state;
  return {
    ...shared,
    applicants: Object.fromEntries(
      Object.values(state.applicants).flatMap((a) => (hidden.has(a.id) ? [] : [[a.id, factsFor(view, a)]])),
    ),
    order: visibleOrder(state.order, hidden),
    ...(state.preliminary && { preliminary: visibleOrder(state.preliminary, hidden) }),
    endorsements: ownSight(state.endorsements, ([, mark]) => !hidden.has(mark.applicantId)),
    flags: Object.fromEntries(
      Object.values(state.flags).flatMap((f) => (hidden.has(f.applicantId) ? [] : [[f.id, flagFor(view, f)]])),
    ),
    recusals: view.seesRecusals
      ? Object.fromEntries(
          Object.entries(state.recusals).map(([id, of]) => [id, of.filter((applicantId) => !hidden.has(applicantId))]),
        )
      : {},
    lastMoves: lastMovesFor(state.lastMoves, hidden),
    locks: hidden.size === 0 ? state.locks : state.locks.map(({ sha256: _sha256, ...lock }) => lock),
    withheldCount: view.withheld.filter((id) => state.applicants[id]).length,
  };
}

function lastMovesFor(moves: MeetingState["lastMoves"], hidden: ReadonlySet<string>): MeetingState["lastMoves"] {
  if (hidden.size === 0) return moves;
  return moves.flatMap(({ behind, ...move }) => {
    if (hidden.has(move.applicantId)) return [];
    const seen = behind?.filter((id) => !hidden.has(id)) ?? [];
    return [seen.length > 0 ? { ...move, behind: seen } : move];
  });
}

/** The order closed up, without those who are withheld. */
export const visibleOrder = (order: RankOrder, hidden: ReadonlySet<string>): RankOrder => {
  const visible = (place: Place) => order[place].filter((id) => !hidden.has(id));
  return {
    protected: visible("protected"),
    middle: visible("middle"),
    red: visible("red"),
    unplaced: visible("unplaced"),
  };
};

const ownSight = <T>(record: Readonly<Record<string, T>>, keep: (entry: [string, T]) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(keep));
