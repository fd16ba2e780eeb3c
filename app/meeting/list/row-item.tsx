// One row's place in a list. The <li> stays as long as the applicant is in the list; near the eye it holds a row that can be
// dragged, elsewhere the same row without that.
import { forwardRef, type HTMLAttributes, memo, type ReactNode, useContext, useImperativeHandle, useRef } from "react";
import { Draggable } from "react-beautiful-dnd";
import type { Place } from "../../../domain/zone";
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
  const content = { row, place, showsVisa, isEntering, heldBy };
  return (
    <li
      data-applicant={row.id}
      data-near={index >= 0 || undefined}
      data-open={props.isOpen || undefined}
      data-quota={figures.quotaLabel(row.id)}
      hidden={props.isHidden}
      className="ledger-row"
    >
      {index < 0 ? (
        <RowFrame>
          <RowBody {...content} />
        </RowFrame>
      ) : (
        <Draggable draggableId={row.id} index={index} isDragDisabled={!props.isDraggable || isEntering}>
          {(provided) => (
            <RowFrame ref={provided.innerRef} {...provided.draggableProps}>
              <RowBody {...content} handle={provided.dragHandleProps} />
            </RowFrame>
          )}
        </Draggable>
      )}
    </li>
  );
});

/** The border between protected and middle: takes part in the order, and cannot be dragged itself. */
export const DividerItem = memo(function DividerItem({ index, children }: { index: number; children: ReactNode }) {
  return (
    <li data-divider data-near={index >= 0 || undefined} className="ledger-row">
      {index < 0 ? (
        <div className="row row-divider">{children}</div>
      ) : (
        <Draggable draggableId={DIVIDER} index={index} isDragDisabled>
          {(provided) => (
            <div ref={provided.innerRef} {...provided.draggableProps} className="row row-divider">
              {children}
            </div>
          )}
        </Draggable>
      )}
    </li>
  );
});

/** Notices when it is about to be made anew with the focus inside. */
const RowFrame = forwardRef<HTMLDivElement, HTMLAttributes<HTMLDivElement>>(function RowFrame(props, ref) {
  const { focus } = useContext(RowEntryContext);
  const own = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => own.current as HTMLDivElement, []);
  useBrowserLayoutEffect(() => {
    const element = own.current;
    return () => {
      if (element) focus.keepFrom(element);
    };
  }, [focus]);
  return <div {...props} ref={own} className="row" />;
});
