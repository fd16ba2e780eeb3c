// The list read back before it is signed.
import { useMemo } from "react";
import type { RankEntry } from "../../../domain/locked-list";
import { useMeeting } from "../../meeting-store/use-meeting";
import { ZoneIcon } from "../../ui/zone-mark";
import { Movers } from "./movers";
import { readBackOf } from "./read-back";

export function ReadBackPanel() {
  const state = useMeeting((snapshot) => snapshot.state);
  const { top, last, rankedCount, redCount } = useMemo(() => readBackOf(state), [state]);
  return (
    <section aria-label="Read-back" className="flex flex-col gap-3">
      <p className="tabular">
        <strong>{rankedCount}</strong> ranked · quota {state.quota} · <strong>{redCount}</strong> not ranked and left
        out of the file
      </p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Ranks heading="First ten" entries={top} />
        {last.length > 0 && <Ranks heading={`Last ${last.length}`} entries={last} />}
      </div>
      {state.preliminary && <Movers meetingId={state.id} />}
    </section>
  );
}

const Ranks = ({ heading, entries }: { heading: string; entries: RankEntry[] }) => (
  <div>
    <h3 className="text-meta text-muted">{heading}</h3>
    <ol>
      {entries.map(({ rank, name, zone, applicantId }) => (
        <li key={applicantId} className="flex items-center gap-2">
          <span className="tabular w-8 text-right font-bold">{rank}</span>
          <ZoneIcon zone={zone} size={14} />
          <span className="sr-only">{zone}</span>
          <span className="min-w-0 truncate">{name}</span>
        </li>
      ))}
    </ol>
  </div>
);
