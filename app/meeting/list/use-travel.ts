// Watches what others did and shows it travelling, once the page holds the new order. My own moves slide too, only faster.
import { type RefObject, useEffect, useRef } from "react";
import type { ApplicantId } from "../../../domain/ids";
import type { MeetingState } from "../../../domain/meeting";
import type { MeetingStore } from "../../meeting-store/meeting-store";
import { nameIn, placeWords, standingIn } from "../move-words";
import { rankedItems } from "./list-items";
import type { PillChannel } from "./pill-channel";
import type { RowFocus } from "./row-focus";
import { crossFade, MINE_MS, nameMover, slide, THEIRS_MS } from "./travel";
import { useBrowserLayoutEffect } from "./use-browser-layout-effect";
import { rowHeightOf } from "./use-row-window";

/** More moves than this at once are not followed one by one. */
const FOLLOWED = 10;

interface TravelParts {
  store: MeetingStore;
  state: MeetingState;
  root: RefObject<HTMLElement>;
  focus: RowFocus;
  pill: PillChannel;
  /** Ids of my moves since the last look; emptied here. */
  ownMoves: Set<ApplicantId>;
  onMissed: (count: number) => void;
}

export function useTravel({ store, state, root, focus, pill, ownMoves, onMissed }: TravelParts): void {
  const movers = useRef(new Map<ApplicantId, string | null>());
  const shown = useRef(state);

  useEffect(
    () =>
      store.onArrival(({ events, isCatchUp }) => {
        if (isCatchUp) onMissed(events.length);
        for (const event of events)
          if (event.type === "applicantMoved") movers.current.set(event.applicantId, event.by);
      }),
    [store, onMissed],
  );

  useBrowserLayoutEffect(() => {
    const before = shown.current;
    shown.current = state;
    const view = root.current;
    const theirs = [...movers.current];
    const mine = [...ownMoves].filter((id) => !movers.current.has(id));
    if (!view || before.order === state.order) return;
    movers.current.clear();
    ownMoves.clear();
    if (theirs.length > FOLLOWED) return crossFade(view);
    const was = placesIn(before);
    const now = placesIn(state);
    const bounds = view.getBoundingClientRect();
    /** Undefined when out of sight. */
    const travel = (id: ApplicantId, duration: number): HTMLElement | undefined => {
      const row = focus.rowOf(id);
      const { top, bottom } = row?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
      if (!row || bottom <= bounds.top || top >= bounds.bottom) return undefined;
      const rows = (now.get(id) ?? Number.NaN) - (was.get(id) ?? Number.NaN);
      // From far away it comes in at the edge of the view; between lists there is no way to show.
      const farthest = bounds.height;
      if (rows) slide(row, Math.max(-farthest, Math.min(farthest, rows * rowHeightOf(row))), duration);
      return row;
    };
    for (const id of mine) {
      if (!travel(id, MINE_MS)) pill.add(id, wordsOf(state, id, "you"));
    }
    for (const [id, by] of theirs) {
      const member = (by && state.members[by]?.name) ?? "import";
      const row = travel(id, THEIRS_MS);
      if (row) nameMover(row, member);
      else if (state.applicants[id]) pill.add(id, wordsOf(state, id, member));
    }
  }, [state]);
}

const placesIn = (state: MeetingState): Map<string, number> =>
  new Map(rankedItems(state.order).map((id, index) => [id, index]));

function wordsOf(state: MeetingState, id: ApplicantId, member: string): string {
  const { rank, place } = standingIn(state, id);
  return `${nameIn(state, id)} → ${rank ?? placeWords[place ?? "unplaced"]} (${member})`;
}
