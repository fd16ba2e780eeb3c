// One row's place in a list. It stays as long as the applicant is in the list; near the eye it can also be dragged.
import { type CSSProperties, memo, type ReactNode, useContext, useRef } from "react";
import type { Place } from "../../../domain/zone";
import { DraggableRow } from "./draggable-row";
import { FiguresContext } from "./figures-context";
import { DIVIDER } from "./list-items";
import { RowBody } from "./row-body";
import { RowEntryContext } from "./row-focus";
import type { RowModel } from "./row-model";
import { useBrowserLayoutEffect } from "./use-browser-layout-effect";

export interface RowItemProps {
  row: RowModel;
  place: Place;
  showsVisa: boolean;
  /** Position in the list for drag and drop; -1 outside the window, so that a move elsewhere does not touch the row. */
  index: number;
  /** Its number among the shown rows; read when the row is made, and painted from then on. */
  placeOf: (id: string) => number;
  isDraggable: boolean;
  isEntering: boolean;
  /** Its file is open beside the list. */
  isOpen: boolean;
  /** Left out by my search. */
  isHidden: boolean;
  heldBy: string | undefined;
}

export const RowItem = memo(function RowItem(props: RowItemProps) {
  const { row, place, showsVisa, index, isEntering, heldBy } = props;
  const figures = useContext(FiguresContext);
  const { focus } = useContext(RowEntryContext);
  const frame = useRef<HTMLDivElement>(null);

  useBrowserLayoutEffect(() => {
    const element = frame.current;
    return () => {
      if (element) focus.keepFrom(element);
    };
  }, [focus]);

  return (
    <li
      data-applicant={row.id}
      data-open={props.isOpen || undefined}
      data-quota={figures.quotaLabel(row.id)}
      hidden={props.isHidden}
      className="ledger-row"
      style={standsAt(props.placeOf(row.id))}
    >
      <div ref={frame} className="row">
        <RowBody row={row} place={place} showsVisa={showsVisa} isEntering={isEntering} heldBy={heldBy} />
      </div>
      {index >= 0 && (
        <DraggableRow id={row.id} index={index} isDisabled={!props.isDraggable || isEntering} row={frame} />
      )}
    </li>
  );
});

interface DividerProps extends Pick<RowItemProps, "index" | "placeOf"> {
  children: ReactNode;
}

/** The border between protected and middle: takes part in the order, and cannot be dragged itself. */
export const DividerItem = memo(function DividerItem({ index, placeOf, children }: DividerProps) {
  const frame = useRef<HTMLDivElement>(null);
  return (
    <li data-divider className="ledger-row" style={standsAt(placeOf(DIVIDER))}>
      <div ref={frame} className="row row-divider">
        {children}
      </div>
      {index >= 0 && <DraggableRow id={DIVIDER} index={index} isDisabled row={frame} />}
    </li>
  );
});

/** A custom property, which React's types do not know. */
const standsAt = (place: number) => ({ "--place": place }) as CSSProperties;
