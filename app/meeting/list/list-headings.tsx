// The headings between and above the lists: each zone by its icon, its word and what it means.
import Inbox from "lucide-react/icons/inbox";
import { memo } from "react";
import { ZoneIcon } from "../../ui/zone-mark";
import { rangeOf } from "./zone-bar";

/** Stands in the ranked list itself, as the row that a move crosses between the zones. */
export const MiddleHeading = ({ first, last }: { first: number; last: number }) => (
  <h2 className="list-heading-title">
    <ZoneIcon zone="middle" />
    Middle
    <span className="tabular font-normal text-muted">{rangeOf(first, last)}</span>
  </h2>
);

export const RedHeading = memo(({ count }: { count: number }) => (
  <div className="list-heading">
    <h2 className="list-heading-title">
      <ZoneIcon zone="red" />
      Not ranked
      <span className="tabular font-normal text-muted">{count}, by name</span>
    </h2>
  </div>
));

export const UnplacedHeading = memo(({ count }: { count: number }) => (
  <div className="list-heading">
    <h2 className="list-heading-title">
      <Inbox size={16} className="shrink-0 text-muted" aria-hidden />
      Not placed yet
      <span className="tabular font-normal text-muted">{count}, by name</span>
    </h2>
  </div>
));
