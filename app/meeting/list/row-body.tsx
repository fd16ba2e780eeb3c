// What stands in a row. Controls carry `data-act` and the list hears them (see use-row-acts.ts), so that no row needs
// listeners of its own. The link's label says the whole row in a sentence; the cells beside it are for the eye.
import { Fragment, memo } from "react";
import type { DraggableProvidedDragHandleProps } from "react-beautiful-dnd";
import { strengthWordsOf, strongestFirst } from "../../../domain/strengths";
import type { Place } from "../../../domain/zone";
import { Initials } from "../../ui/initials";
import { ZoneEdge } from "../../ui/zone-mark";
import { RankEntry } from "./rank-entry";
import { RowIcon } from "./row-icons";
import type { RowModel } from "./row-model";
import { changeGlyph, type Figures, rowSentence, signalWords, visaWords } from "./row-words";

interface RowBodyProps extends Figures {
  row: RowModel;
  zone: Place;
  showsVisa: boolean;
  /** Null where the row cannot be dragged. */
  handle: DraggableProvidedDragHandleProps | null;
  /** For drag and drop the handle is the row (see lifted-row.tsx). */
  handleRef?: (handle: HTMLElement | null) => void;
  /** Its rank is being typed. */
  isEntering?: boolean;
  isSelected?: boolean;
  /** Who else is moving it right now. */
  heldBy?: string;
  proposed?: string;
}

export const RowBody = memo(function RowBody(props: RowBodyProps) {
  const { row, zone, rank, change, showsVisa, handle, handleRef, isEntering, isSelected, heldBy, proposed } = props;
  return (
    <>
      {zone !== "unplaced" && <ZoneEdge zone={zone} />}
      <span
        ref={handleRef}
        aria-hidden={handle ? undefined : true}
        {...handle}
        data-rfd-draggable-id={handle?.["data-rfd-drag-handle-draggable-id"]}
        data-rfd-draggable-context-id={handle?.["data-rfd-drag-handle-context-id"]}
        className="row-handle"
      >
        <span className="sr-only">Drag {row.name}</span>
      </span>
      {isEntering ? <RankEntry applicantId={row.id} name={row.name} /> : <RankButton rank={rank} />}
      <span aria-hidden className="row-change tabular">
        {changeGlyph({ rank, change })}
      </span>
      <Initials name={row.name} />
      <span className="row-main">
        <span className="row-name">
          <a href={`?applicant=${row.id}`} aria-label={rowSentence(row, zone, { rank, change, isSelected, proposed })}>
            {row.name}
          </a>
          {row.tail && <span className="row-tail tabular">…{row.tail}</span>}
          {proposed && <span className="row-proposed tabular">→ {proposed}</span>}
          {heldBy && <span className="row-holder">{heldBy} is moving</span>}
        </span>
        <Facts row={row} showsVisa={showsVisa} />
      </span>
      <button type="button" data-act="menu" className="row-button" aria-haspopup="menu" aria-label={`Move ${row.name}`}>
        ⋯
      </button>
    </>
  );
});

/** In red and unplaced there is no rank to type over; the menu offers one. */
const RankButton = ({ rank }: { rank: number | undefined }) =>
  rank === undefined ? (
    <span className="row-rank" />
  ) : (
    <button type="button" data-act="rank" className="row-rank tabular" title="Type another rank">
      <span className="sr-only">Rank </span>
      <span data-figure="rank">{rank}</span>
    </button>
  );

/** The same while a row only changes places. */
const Facts = memo(({ row, showsVisa }: { row: RowModel; showsVisa: boolean }) => (
  <span aria-hidden className="row-facts tabular">
    <span className="fact-school">{row.schoolType}</span>
    <span className="fact-score">{row.step2 ?? (row.comlex2 === undefined ? "" : `C ${row.comlex2}`)}</span>
    <span className="fact-signal">{row.signal && signalWords[row.signal]}</span>
    <span className="fact-months">{row.usClinicalMonths === undefined ? "" : `${row.usClinicalMonths} mo`}</span>
    {showsVisa && <span className="fact-visa">{row.visa && visaWords[row.visa]}</span>}
    <span className="fact-stars" title={strengthWordsOf(row).join(", ")}>
      {strongestFirst.map(
        (strength) =>
          row[strength] > 0 && (
            <Fragment key={strength}>
              <RowIcon name={strength} isFilled={row.mine === strength} />
              {row[strength]}
            </Fragment>
          ),
      )}
    </span>
    <span className="fact-flags">
      {row.verifiedFlags > 0 && (
        <>
          <RowIcon name="flag" isFilled />
          {row.verifiedFlags}
        </>
      )}
      {row.openFlags > 0 && (
        <>
          <RowIcon name="flag" />
          {row.openFlags}
        </>
      )}
    </span>
  </span>
));
