// The row that follows the pointer: the same row, lifted. Its own width decides its columns, as its list's does there.
import type { DraggableChildrenFn } from "react-beautiful-dnd";
import type { RankFigures } from "./rank-figures";
import { RowBody } from "./row-body";
import type { RowBook } from "./row-model";

export const renderLiftedRow =
  (book: RowBook, figures: RankFigures): DraggableChildrenFn =>
  (provided, _snapshot, { draggableId }) => {
    const row = book.rows.get(draggableId);
    return (
      <div ref={provided.innerRef} {...provided.draggableProps} className="row-lifted">
        <div className="row">
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
