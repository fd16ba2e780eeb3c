// One row's place in a list. It stays as long as the applicant is in the list, and no move renders it again.
import { type CSSProperties, memo, type ReactNode, useContext, useRef } from "react";
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
  /** Its number among the shown rows; read when the row is made, and painted from then on. */
  placeOf: (id: string) => number;
  isEntering: boolean;
  /** Its file is open beside the list. */
  isOpen: boolean;
  /** Left out by my search. */
  isHidden: boolean;
  heldBy: string | undefined;
}

export const RowItem = memo(function RowItem(props: RowItemProps) {
  const { row, place, showsVisa, isEntering, heldBy } = props;
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
    </li>
  );
});

interface DividerProps extends Pick<RowItemProps, "placeOf"> {
  children: ReactNode;
}

/** The border between protected and middle: takes part in the order, and cannot be dragged itself. */
export const DividerItem = memo(function DividerItem({ placeOf, children }: DividerProps) {
  return (
    <li data-divider className="ledger-row" style={standsAt(placeOf(DIVIDER))}>
      <div className="row row-divider">{children}</div>
    </li>
  );
});

/** A custom property, which React's types do not know. */
const standsAt = (place: number) => ({ "--place": place }) as CSSProperties;
