// One list of rows: ranked, red or unplaced. React makes and removes rows, and knows nothing of their order (see
// use-row-places.ts) nor of their numbers (see rank-figures.ts): a move renders no row again. Beside the rows it keeps drag and
// drop for those near the view.
import {
  type CSSProperties,
  type MutableRefObject,
  memo,
  type ReactNode,
  type RefObject,
  useContext,
  useMemo,
} from "react";
import { Droppable, type DroppableProvided, type DroppableStateSnapshot } from "react-beautiful-dnd";
import type { ApplicantId } from "../../../domain/ids";
import type { Place } from "../../../domain/zone";
import { DraggableRow } from "./draggable-row";
import { FiguresContext } from "./figures-context";
import { renderLiftedRow } from "./lifted-row";
import { DIVIDER } from "./list-items";
import { RowEntryContext } from "./row-focus";
import { DividerItem, RowItem } from "./row-item";
import type { RowBook } from "./row-model";
import { useBrowserLayoutEffect } from "./use-browser-layout-effect";
import { useRowPlaces } from "./use-row-places";
import { type RowWindow, useRowWindow } from "./use-row-window";

export type ListName = "ranked" | "red" | "unplaced";

interface RowListProps {
  name: ListName;
  label: string;
  items: readonly string[];
  protectedIds: ReadonlySet<ApplicantId>;
  divider?: ReactNode;
  book: RowBook;
  isDraggable: boolean;
  isDropDisabled: boolean;
  root: RefObject<HTMLElement>;
  listRef: MutableRefObject<HTMLOListElement | null>;
  entryId: ApplicantId | null;
  openId: ApplicantId | null;
  /** What my search found; null without a search. */
  found: ReadonlySet<ApplicantId> | null;
  holders: ReadonlyMap<ApplicantId, string>;
}

export const RowList = memo(function RowList(props: RowListProps) {
  const { name, label, items, book, isDropDisabled, root, listRef, found } = props;
  const { protectedIds, divider, entryId, openId, holders } = props;
  const figures = useContext(FiguresContext);
  const { focus } = useContext(RowEntryContext);
  const shown = useMemo(() => (found ? items.filter((id) => found.has(id)) : items), [items, found]);
  const near = useRowWindow(root, listRef, shown.length);
  const { settled, placeOf } = useRowPlaces(items, shown, near, listRef);

  useBrowserLayoutEffect(() => focus.restore());

  const rows = useMemo(() => {
    const placeIn = (id: string): Place => (name !== "ranked" ? name : protectedIds.has(id) ? "protected" : "middle");
    const made = settled.map((id) => {
      if (id === DIVIDER) {
        return (
          <DividerItem key={id} placeOf={placeOf}>
            {divider}
          </DividerItem>
        );
      }
      const row = book.rows.get(id);
      return (
        row && (
          <RowItem
            key={id}
            row={row}
            place={placeIn(id)}
            showsVisa={book.showsVisa}
            placeOf={placeOf}
            isEntering={entryId === id}
            isOpen={openId === id}
            isHidden={found !== null && !found.has(id)}
            heldBy={holders.get(id)}
          />
        )
      );
    });
    // One element, so that React is through with all of them at a glance.
    return <>{made}</>;
  }, [settled, placeOf, name, protectedIds, divider, book, entryId, openId, found, holders]);

  const renderClone = useMemo(() => renderLiftedRow(book, figures), [book, figures]);

  return (
    <Droppable droppableId={name} mode="virtual" isDropDisabled={isDropDisabled} renderClone={renderClone}>
      {(provided: DroppableProvided, snapshot: DroppableStateSnapshot) => (
        <>
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
          {nearRows(items, shown, near).map(({ id, index }) => (
            <DraggableRow
              key={id}
              id={id}
              index={index}
              isDisabled={id === DIVIDER || !props.isDraggable || entryId === id}
              list={listRef}
            />
          ))}
        </>
      )}
    </Droppable>
  );
});

/** With their index for drag and drop, which also counts those whom a search leaves out. */
function nearRows(items: readonly string[], shown: readonly string[], { start, end }: RowWindow) {
  const near = shown.slice(start, end);
  if (items === shown) return near.map((id, at) => ({ id, index: start + at }));
  const indexOf = new Map(items.map((id, index) => [id, index]));
  return near.map((id) => ({ id, index: indexOf.get(id) ?? 0 }));
}

/** A custom property, which React's types do not know. */
const rowCount = (count: number) => ({ "--rows": count }) as CSSProperties;
