// Watches what others did and shows it travelling, once the page holds the new order. My own moves slide too, only faster.
import { type RefObject, useEffect, useRef } from "react";
import type { ApplicantId } from "../../../domain/ids";
import type { MeetingState } from "../../../domain/meeting";
import type { MeetingStore } from "../../meeting-store/meeting-store";
import { nameIn, placeWords, standingIn } from "../move-words";
import type { PillChannel } from "./pill-channel";
import type { RowFocus } from "./row-focus";
import { crossFade, MINE_MS, nameMover, slide, THEIRS_MS } from "./travel";
import { useBrowserLayoutEffect } from "./use-browser-layout-effect";
import type { ListView } from "./use-list-view";

/** More moves than this at once, or within a second, are not followed one by one. */
const FOLLOWED = 10;

interface TravelParts {
  store: MeetingStore;
  state: MeetingState;
  /** The ranked rows as the page shows them. */
  items: readonly string[];
  root: RefObject<HTMLElement>;
  view: RefObject<ListView>;
  focus: RowFocus;
  pill: PillChannel;
  /** Ids of my moves since the last look; emptied here. */
  ownMoves: Set<ApplicantId>;
  onMissed: (count: number) => void;
}

export function useTravel({ store, state, items, root, view, focus, pill, ownMoves, onMissed }: TravelParts): void {
  const movers = useRef(new Map<ApplicantId, string | null>());
  const shown = useRef({ order: state.order, items });
  /** When others moved somebody, over the last second. */
  const recent = useRef<number[]>([]);

  useEffect(
    () =>
      store.onArrival(({ events, isCatchUp }) => {
        if (isCatchUp) onMissed(events.length);
        for (const event of events) {
          const moved = event.type === "applicantMoved" ? [event] : event.type === "applicantsMoved" ? event.moves : [];
          for (const { applicantId } of moved) movers.current.set(applicantId, event.by);
        }
      }),
    [store, onMissed],
  );

  useBrowserLayoutEffect(() => {
    const before = shown.current;
    shown.current = { order: state.order, items };
    const theirs = [...movers.current];
    const mine = [...ownMoves].filter((id) => !movers.current.has(id));
    if (!root.current || !view.current || before.order === state.order) return;
    movers.current.clear();
    ownMoves.clear();
    if (theirs.length > FOLLOWED) return crossFade(root.current);
    recent.current = [
      ...recent.current.filter((at) => at > performance.now() - 1000),
      ...theirs.map(() => performance.now()),
    ];
    const isBurst = recent.current.length > FOLLOWED;
    const bounds = view.current;
    /** Null when out of sight. */
    const travel = (id: ApplicantId, duration: number): HTMLElement | null => {
      const place = items.indexOf(id);
      // Lists by name have no places to travel between, and are short or beside the ranked one.
      if (place < 0) return focus.rowOf(id);
      const { scrolled, height, rowHeight } = bounds;
      const top = place * rowHeight - scrolled;
      if (top + rowHeight <= 0 || top >= height) return null;
      const row = focus.rowOf(id);
      const stood = before.items.indexOf(id);
      const distance = stood < 0 ? 0 : (place - stood) * rowHeight;
      // From far away it comes in at the edge of the view.
      if (row && duration > 0) slide(row, Math.max(-height, Math.min(height, distance)), duration);
      return row;
    };
    for (const id of mine) {
      if (!travel(id, MINE_MS)) pill.add(id, wordsOf(state, id, "you"));
    }
    for (const [id, by] of theirs) {
      const member = (by && state.members[by]?.name) ?? "import";
      const row = travel(id, isBurst ? 0 : THEIRS_MS);
      if (row) nameMover(row, isBurst ? "" : member);
      else if (state.applicants[id]) pill.add(id, wordsOf(state, id, member));
    }
  }, [state, items]);
}

function wordsOf(state: MeetingState, id: ApplicantId, member: string): string {
  const { rank, place } = standingIn(state, id);
  return `${nameIn(state, id)} → ${rank ?? placeWords[place ?? "unplaced"]} (${member})`;
}
