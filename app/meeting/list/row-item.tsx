// One row in its place in a list, as drag and drop knows it. It is placed by its number (`--place`, see ledger.css), so a move
// shifts no layout, and what did not change of a row is not rendered again.
import { type CSSProperties, memo, type ReactNode } from "react";
import { Draggable, type DraggableStyle } from "react-beautiful-dnd";
import type { Place } from "../../../domain/zone";
import { RowBody } from "./row-body";
import type { RowModel } from "./row-model";
import type { Figures } from "./row-words";

interface ItemPlace {
  /** Its number among the shown rows, from 0: where it stands. */
  place: number;
  /** Among all rows, those a search leaves out too: what drag and drop counts by. */
  index: number;
  /** How many are shown: a screen reader is told, because most of them are not in the page. */
  count: number;
}

export interface RowItemProps extends ItemPlace, Figures {
  row: RowModel;
  zone: Place;
  showsVisa: boolean;
  /** The quota's line stands below this row, and says this. */
  quotaLabel: string | undefined;
  /** Where the program usually finishes; with words, a mark of its depth. */
  depthLabel: string | undefined;
  isDraggable: boolean;
  isEntering: boolean;
  /** Its file is open beside the list. */
  isOpen: boolean;
  /** Before the room now. */
  isSpotlit: boolean;
  /** Among those whom I have selected. */
  isSelected: boolean;
  heldBy: string | undefined;
  /** The place that somebody proposes, and who: "7, M. Chen". */
  proposed: string | undefined;
}

export const RowItem = memo(function RowItem(props: RowItemProps) {
  const { row, zone, rank, change, showsVisa, isEntering, isSelected, heldBy, proposed } = props;
  return (
    <li
      data-applicant={row.id}
      data-open={props.isOpen || undefined}
      data-spotlit={props.isSpotlit || undefined}
      data-selected={isSelected || undefined}
      data-quota={props.quotaLabel}
      data-depth={props.depthLabel}
      aria-posinset={props.place + 1}
      aria-setsize={props.count}
      className="ledger-row"
      style={standsAt(props.place)}
    >
      <Draggable draggableId={row.id} index={props.index} isDragDisabled={!props.isDraggable || isEntering}>
        {({ innerRef, draggableProps: { style }, dragHandleProps }) => (
          <div style={roomMade(style)} className="row">
            <RowBody
              handleRef={innerRef}
              row={row}
              zone={zone}
              rank={rank}
              change={change}
              showsVisa={showsVisa}
              handle={dragHandleProps}
              isEntering={isEntering}
              isSelected={isSelected}
              heldBy={heldBy}
              proposed={proposed}
            />
          </div>
        )}
      </Draggable>
    </li>
  );
});

export interface FixedItemProps extends ItemPlace {
  /** Its name in the list. */
  id: string;
  quotaLabel?: string;
}

/** A row that is nobody's: it takes part in the order, and cannot be dragged itself. */
export const FixedItem = memo(function FixedItem(props: FixedItemProps & { children: ReactNode }) {
  return (
    <li data-fixed={props.id} data-quota={props.quotaLabel} className="ledger-row" style={standsAt(props.place)}>
      <Draggable draggableId={props.id} index={props.index} isDragDisabled>
        {({ innerRef, draggableProps }) => (
          <div ref={innerRef} {...draggableProps} style={roomMade(draggableProps.style)} className="row row-fixed">
            {props.children}
          </div>
        )}
      </Draggable>
    </li>
  );
});

/** A custom property, which React's types do not know. */
const standsAt = (place: number) => ({ "--place": place }) as CSSProperties;

/**
 * Where it makes room for a row that is dragged: at once. With the library's slide each row would be a layer of its own in every
 * frame of the drag.
 */
const roomMade = ({ transform }: DraggableStyle = {}): CSSProperties => ({
  transform: transform ?? undefined,
  transition: "none",
});
