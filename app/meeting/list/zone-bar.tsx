// The heading that stays above the ranked rows: which zone is in view, and what the columns are. Outside the list that drag
// and drop measures, because a heading that sticks would move its rows.
import { memo, type ReactNode, type RefObject, useEffect, useState } from "react";
import { ZoneIcon } from "../../ui/zone-mark";
import { rowHeightOf } from "./use-row-window";

interface ZoneBarProps {
  root: RefObject<HTMLElement>;
  list: RefObject<HTMLElement>;
  protectedCount: number;
  rankedCount: number;
  /** How many rows stand above the border: fewer than are protected, where some are folded. */
  rowsAbove: number;
  showsVisa: boolean;
  /** What can be done with the list as I see it. */
  children?: ReactNode;
}

export const ZoneBar = memo(function ZoneBar(props: ZoneBarProps) {
  const { root, list, protectedCount, rankedCount, rowsAbove, showsVisa, children } = props;
  const zone = useZoneInView(root, list, rowsAbove);
  return (
    <div className="list-heading">
      <h2 className="list-heading-title">
        <ZoneIcon zone={zone} />
        {zone === "protected" ? "Protected" : "Middle"}
        <span className="tabular font-normal text-muted">
          {zone === "protected" ? rangeOf(1, protectedCount) : rangeOf(protectedCount + 1, rankedCount)}
        </span>
      </h2>
      {children}
      <div aria-hidden className="row-facts row-facts-headings">
        <span className="fact-school">School</span>
        <span className="fact-score">Step 2</span>
        <span className="fact-signal">Signal</span>
        <span className="fact-months">US clin.</span>
        {showsVisa && <span className="fact-visa">Visa</span>}
        <span className="fact-stars">Endorsed</span>
        <span className="fact-flags">Flags</span>
      </div>
    </div>
  );
});

export const rangeOf = (first: number, last: number): string =>
  last < first ? "nobody" : first === last ? `rank ${first}` : `ranks ${first} to ${last}`;

function useZoneInView(
  root: RefObject<HTMLElement>,
  list: RefObject<HTMLElement>,
  rowsAbove: number,
): "protected" | "middle" {
  const [zone, setZone] = useState<"protected" | "middle">("protected");
  useEffect(() => {
    const view = root.current;
    const rows = list.current;
    if (!view || !rows) return;
    const look = () => {
      const scrolled = view.getBoundingClientRect().top - rows.getBoundingClientRect().top;
      setZone(scrolled + rowHeightOf(rows) > rowsAbove * rowHeightOf(rows) ? "middle" : "protected");
    };
    look();
    view.addEventListener("scroll", look, { capture: true, passive: true });
    return () => view.removeEventListener("scroll", look, { capture: true });
  }, [root, list, rowsAbove]);
  return zone;
}
