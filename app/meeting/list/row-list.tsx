// One list of rows: ranked, red or unplaced. React makes and removes rows; their order in the page is ours, with the fewest
// insertions (see insertions.ts), and so are their numbers (see rank-figures.ts).
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
import { FiguresContext } from "./figures-context";
import { renderLiftedRow } from "./lifted-row";
import { DIVIDER } from "./list-items";
import { RowEntryContext } from "./row-focus";
import { DividerItem, RowItem } from "./row-item";
import type { RowBook } from "./row-model";
import { useBrowserLayoutEffect } from "./use-browser-layout-effect";
import { useRowPlaces } from "./use-row-places";
import { useRowWindow } from "./use-row-window";

export type ListName = "ranked" | "red" | "unplaced";

interface RowListProps {
  name: ListName;
  label: string;
  items: readonly string[];
  protectedCount?: number;
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
  const figures = useContext(FiguresContext);
  const { focus } = useContext(RowEntryContext);
  const shown = useMemo(() => (found ? items.filter((id) => found.has(id)) : items), [items, found]);
  const near = useRowWindow(root, listRef, shown.length);
  const { settled, placeOf } = useRowPlaces(items, shown, near, listRef);

  useBrowserLayoutEffect(() => focus.restore());

  const nearIndexes = useMemo(() => {
    const indexes = new Map<string, number>();
    const indexOf = found ? new Map(items.map((id, index) => [id, index])) : undefined;
    for (let at = near.start; at < Math.min(near.end, shown.length); at += 1) {
      const id = shown[at] as string;
      indexes.set(id, indexOf ? (indexOf.get(id) as number) : at);
    }
    return indexes;
  }, [shown, near, items, found]);

  const rows = settled.map((id) => {
    const index = nearIndexes.get(id) ?? -1;
    if (id === DIVIDER) {
      return (
        <DividerItem key={id} index={index} placeOf={placeOf}>
          {props.divider}
        </DividerItem>
      );
    }
    const row = book.rows.get(id);
    if (!row) return null;
    return (
      <RowItem
        key={id}
        row={row}
        place={figures.placeOf(id)}
        showsVisa={book.showsVisa}
        index={index}
        placeOf={placeOf}
        isDraggable={props.isDraggable}
        isEntering={props.entryId === id}
        isOpen={props.openId === id}
        isHidden={found !== null && !found.has(id)}
        heldBy={props.holders.get(id)}
      />
    );
  });

  const renderClone = useMemo(() => renderLiftedRow(book, figures), [book, figures]);

  return (
    <Droppable droppableId={name} mode="virtual" isDropDisabled={isDropDisabled} renderClone={renderClone}>
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

/** A custom property, which React's types do not know. */
const rowCount = (count: number) => ({ "--rows": count }) as CSSProperties;
