// One list of rows: ranked, red or unplaced. Only the rows near the eye are in the page, and the one somebody works on wherever
// it stands; the list is as high as all of them. So a move costs what is seen of it, whether 40 applicants are ranked or 400.
import {
  type CSSProperties,
  type MutableRefObject,
  memo,
  type ReactNode,
  type RefObject,
  useContext,
  useMemo,
  useRef,
} from "react";
import { Droppable, type DroppableProvided, type DroppableStateSnapshot } from "react-beautiful-dnd";
import type { ApplicantId } from "../../../domain/ids";
import { type LiftedBox, renderLiftedRow } from "./lifted-row";
import { DIVIDER, isFold } from "./list-items";
import type { RankFigures } from "./rank-figures";
import { RowEntryContext } from "./row-focus";
import { FixedItem, RowItem } from "./row-item";
import type { RowBook } from "./row-model";
import { type RowTurns, turnRows } from "./row-turns";
import { useBrowserLayoutEffect } from "./use-browser-layout-effect";
import type { Folds } from "./use-folds";
import { type RowWindow, scrollToPlace, useRowWindow } from "./use-row-window";

export type ListName = "ranked" | "red" | "unplaced";

interface RowListProps {
  name: ListName;
  label: string;
  items: readonly string[];
  divider?: ReactNode;
  book: RowBook;
  figures: RankFigures;
  quota: number;
  /** Marks of the depth, by rank. */
  depth?: Readonly<Record<number, string>> | undefined;
  isDraggable: boolean;
  isDropDisabled: boolean;
  root: RefObject<HTMLElement>;
  listRef: MutableRefObject<HTMLOListElement | null>;
  /** The row in the hand. */
  box: MutableRefObject<LiftedBox>;
  entryId: ApplicantId | null;
  openId: ApplicantId | null;
  /** In the page even when far from the eye: somebody works there. */
  keptId: ApplicantId | null;
  /** All of them are in the page, wherever the eye is. */
  isWhole: boolean;
  /** What my search found; null without a search. */
  found: ReadonlySet<ApplicantId> | null;
  holders: ReadonlyMap<ApplicantId, string>;
  spotlitId: ApplicantId | undefined;
  selected: ReadonlySet<ApplicantId>;
  /** What is proposed for whom. */
  proposed: ReadonlyMap<ApplicantId, string>;
  /** Draws a fold among the items. */
  foldRow?: Folds["foldRow"];
}

export const RowList = memo(function RowList(props: RowListProps) {
  const { name, label, items, divider, book, figures, quota, depth, root, listRef, box, isWhole, found, isDraggable } =
    props;
  const { entryId, openId, keptId, holders, spotlitId, selected, proposed, foldRow } = props;
  const { focus } = useContext(RowEntryContext);
  const shown = useMemo(() => (found ? items.filter((id) => found.has(id)) : items), [items, found]);
  const seen = useRowWindow(root, listRef, shown.length);
  const near = useMemo(() => (isWhole ? { start: 0, end: shown.length } : seen), [isWhole, seen, shown]);

  useBrowserLayoutEffect(() => focus.restore());
  useBrowserLayoutEffect(() => {
    focus.reveals.set(name, (id) => {
      const place = shown.indexOf(id);
      if (place < 0 || !listRef.current) return false;
      scrollToPlace(listRef.current, place);
      return true;
    });
    return () => void focus.reveals.delete(name);
  }, [focus, name, shown, listRef]);

  const places = useMemo(() => placesToShow(shown, near, keptId), [shown, near, keptId]);
  const turns = useTurns(shown, places, [keptId, entryId]);
  const rows = useMemo(() => {
    const count = shown.length;
    const made = places.map((place) => {
      const id = shown[place] as string;
      const index = items === shown ? place : items.indexOf(id);
      if (id === DIVIDER) {
        return (
          <FixedItem key={id} id={id} place={place} index={index} count={count}>
            {divider}
          </FixedItem>
        );
      }
      if (isFold(id)) return foldRow?.({ id, place, index, count, figures, quota });
      const row = book.rows.get(id);
      const { rank, change } = figures.of(id);
      return (
        row && (
          <RowItem
            key={`${id} ${turns.get(id) ?? 0}`}
            row={row}
            place={place}
            index={index}
            count={count}
            zone={figures.placeOf(id)}
            rank={rank}
            change={change}
            quotaLabel={rank === quota ? `Quota ${quota}` : undefined}
            depthLabel={depth?.[rank ?? 0]}
            showsVisa={book.showsVisa}
            isDraggable={isDraggable}
            isEntering={entryId === id}
            isOpen={openId === id}
            isSpotlit={spotlitId === id}
            isSelected={selected.has(id)}
            heldBy={holders.get(id)}
            proposed={proposed.get(id)}
          />
        )
      );
    });
    // One element, so that React is through with all of them at a glance.
    return <>{made}</>;
  }, [
    items,
    shown,
    places,
    turns,
    divider,
    book,
    figures,
    quota,
    depth,
    isDraggable,
    entryId,
    openId,
    holders,
    spotlitId,
    selected,
    proposed,
    foldRow,
  ]);

  const renderClone = useMemo(() => renderLiftedRow(book, figures, box), [book, figures, box]);

  return (
    <Droppable droppableId={name} mode="virtual" isDropDisabled={props.isDropDisabled} renderClone={renderClone}>
      {(provided: DroppableProvided, snapshot: DroppableStateSnapshot) => (
        <ol
          ref={(element) => {
            provided.innerRef(element);
            listRef.current = element;
          }}
          {...provided.droppableProps}
          aria-label={label}
          data-list={name}
          data-over={snapshot.isDraggingOver || undefined}
          className="ledger"
          style={rowCount(shown.length)}
        >
          {rows}
        </ol>
      )}
    </Droppable>
  );
});

/** How often each row was made anew (see row-turns.ts). Counted from what the page holds, so that a render may be thrown away. */
function useTurns(
  shown: readonly string[],
  places: readonly number[],
  worked: readonly (string | null)[],
): RowTurns["turns"] {
  const held = useRef<RowTurns>(nothingHeld);
  const ids = useMemo(() => places.map((place) => shown[place] ?? ""), [shown, places]);
  const next = ids === held.current.ids ? held.current : turnRows(held.current, ids, worked);
  useBrowserLayoutEffect(() => {
    held.current = next;
  });
  return next.turns;
}

const nothingHeld: RowTurns = { ids: [], turns: new Map() };

/** In the order of the list, which is that of Tab and of screen readers. */
function placesToShow(shown: readonly string[], { start, end }: RowWindow, keptId: string | null): number[] {
  const last = Math.min(end, shown.length);
  const places = Array.from({ length: Math.max(0, last - start) }, (_, at) => start + at);
  const kept = keptId === null ? -1 : shown.indexOf(keptId);
  if (kept >= 0 && kept < start) places.unshift(kept);
  else if (kept >= last) places.push(kept);
  return places;
}

/** A custom property, which React's types do not know. */
const rowCount = (count: number) => ({ "--rows": count }) as CSSProperties;
