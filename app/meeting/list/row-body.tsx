// What stands in a row. Controls carry `data-act` and the list hears them (see use-row-acts.ts), so that 400 rows need no
// listener of their own. The link's label says the whole row in a sentence; the cells beside it are for the eye.
import { memo, useContext } from "react";
import type { DraggableProvidedDragHandleProps } from "react-beautiful-dnd";
import type { Place } from "../../../domain/zone";
import { Initials } from "../../ui/initials";
import { ZoneEdge } from "../../ui/zone-mark";
import { FiguresContext } from "./figures-context";
import { RankEntry } from "./rank-entry";
import { RowIcon } from "./row-icons";
import type { RowModel } from "./row-model";
import { changeGlyph, rowSentence, signalWords, visaWords } from "./row-words";

interface RowBodyProps {
  row: RowModel;
  place: Place;
  showsVisa: boolean;
  /** For a lifted row; one that stands in its list has its handle dressed from outside (see draggable-row.tsx). */
  handle?: DraggableProvidedDragHandleProps | null;
  /** Its rank is being typed. */
  isEntering?: boolean;
  /** Who else is moving it right now. */
  heldBy?: string;
}

export const RowBody = memo(function RowBody({ row, place, showsVisa, handle, isEntering, heldBy }: RowBodyProps) {
  const figures = useContext(FiguresContext).of(row.id);
  return (
    <>
      {place !== "unplaced" && <ZoneEdge zone={place} />}
      <span aria-hidden={handle ? undefined : true} {...handle} className="row-handle">
        <span className="sr-only">Drag {row.name}</span>
      </span>
      {isEntering ? (
        <RankEntry applicantId={row.id} name={row.name} />
      ) : (
        <RankButton isRanked={figures.rank !== undefined}>{figures.rank ?? ""}</RankButton>
      )}
      <span data-figure="change" aria-hidden className="row-change tabular">
        {changeGlyph(figures)}
      </span>
      <Initials name={row.name} />
      <span className="row-main">
        <span className="row-name">
          <a
            data-figure="link"
            data-of={row.id}
            href={`?applicant=${row.id}`}
            aria-label={rowSentence(row, place, figures)}
          >
            {row.name}
          </a>
          {row.tail && <span className="row-tail tabular">…{row.tail}</span>}
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
const RankButton = ({ isRanked, children }: { isRanked: boolean; children: number | string }) =>
  isRanked ? (
    <button type="button" data-act="rank" className="row-rank tabular" title="Type another rank">
      <span className="sr-only">Rank </span>
      <span data-figure="rank">{children}</span>
    </button>
  ) : (
    <span data-figure="rank" className="row-rank" />
  );

const Facts = ({ row, showsVisa }: { row: RowModel; showsVisa: boolean }) => (
  <span aria-hidden className="row-facts tabular">
    <span className="fact-school">{row.schoolType}</span>
    <span className="fact-score">{row.step2 ?? (row.comlex2 === undefined ? "" : `C ${row.comlex2}`)}</span>
    <span className="fact-signal">{row.signal && signalWords[row.signal]}</span>
    <span className="fact-months">{row.usClinicalMonths === undefined ? "" : `${row.usClinicalMonths} mo`}</span>
    {showsVisa && <span className="fact-visa">{row.visa && visaWords[row.visa]}</span>}
    <span className="fact-stars">
      {row.endorsements > 0 && (
        <>
          <RowIcon name="star" isFilled={row.isEndorsedByMe} />
          {row.endorsements}
        </>
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
);
