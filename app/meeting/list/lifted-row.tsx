// The row that follows the pointer: the same row, lifted. Its own width decides its columns, as its list's does there. For drag
// and drop a row is its handle alone, so that a place is what the pointer is over and not what the row's middle is over.
import type { MutableRefObject } from "react";
import type { DraggableChildrenFn } from "react-beautiful-dnd";
import type { RankFigures } from "./rank-figures";
import { RowBody } from "./row-body";
import type { RowBook } from "./row-model";

/** A row around its handle, in px. */
export interface LiftedBox {
  /** How far left of the handle it begins. */
  before: number;
  width: number;
}

/** Undefined where the row is not in the page. */
export function rowBoxOf(applicantId: string): LiftedBox | undefined {
  const row = document.querySelector(`[data-applicant="${CSS.escape(applicantId)}"] .row`);
  const handle = row?.querySelector(".row-handle");
  if (!row || !handle) return undefined;
  const { left, width } = row.getBoundingClientRect();
  return { before: handle.getBoundingClientRect().left - left, width };
}

export const renderLiftedRow =
  (book: RowBook, figures: RankFigures, box: MutableRefObject<LiftedBox>): DraggableChildrenFn =>
  (provided, _snapshot, { draggableId }) => {
    const row = book.rows.get(draggableId);
    const { before, width } = box.current;
    return (
      <div ref={provided.innerRef} {...provided.draggableProps} className="row-lifted">
        <div className="row" style={{ width, marginLeft: -before }}>
          {row && (
            <RowBody
              row={row}
              zone={figures.placeOf(draggableId)}
              {...figures.of(draggableId)}
              showsVisa={book.showsVisa}
              handle={provided.dragHandleProps}
            />
          )}
        </div>
      </div>
    );
  };
