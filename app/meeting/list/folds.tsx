// Neighbours whom a call for objections confirmed, folded into one line each (FOLD-1, FOLD-2). Mine alone, like a search: the
// order knows nothing of it. Fetched when somebody is confirmed.
import { memo, type ReactElement, type RefObject, useContext, useEffect, useLayoutEffect, useRef } from "react";
import type { ApplicantId } from "../../../domain/ids";
import type { MeetingState } from "../../../domain/meeting";
import { openCallOf } from "../../../domain/room";
import { DIVIDER, foldOf, heldIn, isFold } from "./list-items";
import type { RankFigures } from "./rank-figures";
import { type OwnFolds, RowEntryContext } from "./row-focus";
import { FixedItem, type FixedItemProps } from "./row-item";
import { type ListView, scrollList } from "./use-list-view";

interface FoldParts {
  state: MeetingState;
  own: OwnFolds;
  /** Whom I work on, and whom I have selected: their runs stay open. */
  keptId: string | null;
  selected: ReadonlySet<ApplicantId>;
}

/** The ranked rows with the folds among them; the same rows where there are none. */
export function foldItems(ranked: readonly string[], parts: FoldParts): readonly string[] {
  const { state, own, keptId, selected } = parts;
  const { room } = state;
  // From the agenda on what is confirmed is not talked about any more. A locked list is read whole.
  const isFolded =
    own.isFolded ?? (state.phase === "open" && (room.stage === "agenda" || room.stage === "silentRound"));
  if (!isFolded) return ranked;
  const asked = new Set(openCallOf(room)?.applicantIds);
  const isOpen = (id: ApplicantId) => own.open.has(id) || asked.has(id) || id === keptId || selected.has(id);
  const items = runsOf(ranked, state).flatMap((run) => (run.length > 1 && !run.some(isOpen) ? [foldOf(run)] : run));
  return items.length === ranked.length ? ranked : items;
}

/** Confirmed neighbours together, everybody else alone. No run crosses the border of the zones or the line of the quota. */
function runsOf(ranked: readonly string[], { room, quota }: MeetingState): string[][] {
  const runs: string[][] = [];
  let rank = 0;
  let isRunning = false;
  for (const id of ranked) {
    const isConfirmed = id in room.confirmed;
    if (isConfirmed && isRunning) runs.at(-1)?.push(id);
    else runs.push([id]);
    if (id !== DIVIDER) rank += 1;
    isRunning = isConfirmed && rank !== quota;
  }
  return runs;
}

const opened = (own: OwnFolds, ids: readonly ApplicantId[]): OwnFolds => ({
  ...own,
  open: new Set([...own.open, ...ids]),
});

interface FoldRowParts extends FixedItemProps {
  figures: RankFigures;
  quota: number;
}

/** The row of a fold, with the ranks that it goes over. */
export function foldRow({ figures, quota, ...place }: FoldRowParts): ReactElement {
  const { first, last, count } = heldIn(place.id);
  const [from, to] = [figures.of(first ?? "").rank, figures.of(last ?? "").rank];
  const quotaLabel = to === quota ? `Quota ${quota}` : undefined;
  return <FoldItem key={place.id} {...{ ...place, first: first ?? "", held: count, from, to, quotaLabel }} />;
}

interface FoldItemProps extends FixedItemProps {
  first: ApplicantId;
  held: number;
  from: number | undefined;
  to: number | undefined;
}

const FoldItem = memo(function FoldItem({ first, held, from, to, ...place }: FoldItemProps) {
  const { focus, changeFolds } = useContext(RowEntryContext);
  const unfold = () => {
    changeFolds((own) => opened(own, [first]));
    focus.keep(first);
  };
  return (
    <FixedItem {...place}>
      <button type="button" aria-expanded={false} className="row-fold" onClick={unfold}>
        <span className="tabular">
          <span className="sr-only">Ranks </span>
          {from}–{to}
          <span className="sr-only">: </span>
        </span>
        <span className="row-fold-words">
          {held} confirmed without objection<span className="sr-only">. </span>
        </span>
        <span className="row-fold-show">Show</span>
      </button>
    </FixedItem>
  );
});

interface FoldSwitchProps {
  ranked: Items;
  items: Items;
  state: MeetingState;
  keptId: string | null;
  root: RefObject<HTMLElement>;
  list: RefObject<HTMLElement>;
  view: RefObject<ListView>;
}

/** Stands in the heading of the ranked list: all folds at once. */
export function FoldSwitch({ ranked, items, state, keptId, root, list, view }: FoldSwitchProps) {
  const { changeFolds } = useContext(RowEntryContext);
  const runs = runsOf(ranked, state).filter(({ length }) => length > 1);
  const count = runs.flat().length;
  const isFolded = items.some(isFold);
  const shown = useRef(items);
  useLayoutEffect(() => {
    const shift = view.current && shiftOf(view.current, shown.current, items, ranked);
    if (shift && list.current && root.current) scrollList(list.current, root.current, shift);
    shown.current = items;
  }, [items, ranked, view, list, root]);
  useEffect(() => {
    // A run is opened whole, and where I have worked stays open when I go on: or rows would shift under the next press.
    changeFolds((own) => {
      const isBegun = (id: ApplicantId) => own.open.has(id) || id === keptId;
      const all = runsOf(ranked, state).filter((run) => run.some(isBegun) && !run.every((id) => own.open.has(id)));
      return all.length > 0 ? opened(own, all.flat()) : own;
    });
  }, [keptId, ranked, state, changeFolds]);
  if (count === 0) return null;
  return (
    <button
      type="button"
      className="fold-switch"
      onClick={() => changeFolds(() => ({ isFolded: !isFolded, open: new Set() }))}
    >
      {isFolded ? "Show" : "Fold"} {count} confirmed
    </button>
  );
}

type Items = readonly string[];

/** When folds come or go above what is in view: by how many px the list has to be scrolled, so that the rows in view stay where they are. `ranked`: everybody, unfolded. */
export function shiftOf(
  { scrolled, rowHeight }: Pick<ListView, "scrolled" | "rowHeight">,
  before: Items,
  after: Items,
  ranked: Items,
): number {
  if (before === after || scrolled <= 0 || foldsIn(before) === foldsIn(after)) return 0;
  const places = new Map(ranked.map((id, index) => [id, index]));
  const placeOf = (item: string) => places.get(heldIn(item).first ?? item) ?? -1;
  const seen = Math.min(Math.ceil(scrolled / rowHeight), before.length - 1);
  const place = placeOf(before[seen] ?? "");
  // Whoever has gone into a fold is where the fold is.
  const now = after.reduce((last, item, index) => (placeOf(item) <= place ? index : last), -1);
  return place < 0 || now < 0 ? 0 : (now - seen) * rowHeight;
}

const foldsIn = (items: Items): string => items.filter(isFold).join();
