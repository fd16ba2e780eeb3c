// A program's own past by track: how deep its lists went by year, what that says of the next list, and what became of its classes.
// Counts alone.
import { counted } from "../../domain/count-words";
import { depthChances } from "../../domain/depth";
import type { PastYear, ProgramHistory, TrackHistory } from "../../server/context/history";
import { EmptyState } from "../ui/notice-panel";
import { Panel } from "../ui/panel";
import { Cell, ColumnHeading, Table } from "../ui/table";
import { ClassesSection } from "./classes-section";

export const HistoryScreen = ({ history }: { history: ProgramHistory }) => (
  <>
    <p className="max-w-[70ch] text-muted">
      This program's own past, in counts: how deep its lists went, and what became of its classes. It says nothing of
      who they were, and nobody is ranked by it or compared with earlier residents.
    </p>
    {history.tracks.length === 0 && <EmptyState title="No tracks yet">A track has one list a year.</EmptyState>}
    {history.tracks.map((track) => (
      <Panel key={track.trackId} title={`${track.name}, ${track.code}`}>
        {track.years.length === 0 ? (
          <p className="text-muted">No past cycles are here yet: past rank lists are imported with a season's files.</p>
        ) : (
          <>
            <YearsTable track={track} />
            <Expected expected={track.expected} />
          </>
        )}
        <ClassesSection track={track} />
      </Panel>
    ))}
  </>
);

const YearsTable = ({ track: { code, years } }: { track: TrackHistory }) => (
  <Table caption={`Past cycles of ${code}, newest first`} isCaptionHidden>
    <thead>
      <tr>
        <ColumnHeading>Match</ColumnHeading>
        <ColumnHeading className="text-right">Quota</ColumnHeading>
        <ColumnHeading className="text-right">Filled</ColumnHeading>
        {/* Wraps, so that a phone shows as far as here without being scrolled. */}
        <ColumnHeading className="text-right max-sm:whitespace-normal">Last fill at rank</ColumnHeading>
        <ColumnHeading className="text-right">Ranked</ColumnHeading>
        <ColumnHeading className="text-right">Matched elsewhere</ColumnHeading>
        <ColumnHeading className="text-right">Not reached</ColumnHeading>
        <ColumnHeading className="max-sm:hidden">
          <span className="sr-only">How far down the list</span>
        </ColumnHeading>
      </tr>
    </thead>
    <tbody>
      {years.map((year) => (
        <tr key={year.year}>
          <th scope="row" className="tabular border-b border-hairline px-3 py-2">
            {year.year}
          </th>
          <Cell isNumber>{year.quota}</Cell>
          <Cell isNumber>{year.filled}</Cell>
          <Cell isNumber>{year.lastFill || "none"}</Cell>
          <Cell isNumber>{year.ranked}</Cell>
          <Cell isNumber>{year.matchedElsewhere}</Cell>
          <Cell isNumber>{year.notReached}</Cell>
          <Cell className="w-40 max-sm:hidden">
            <DepthBar year={year} />
          </Cell>
        </tr>
      ))}
    </tbody>
  </Table>
);

/** The whole list, filled to the last fill, with a mark at the quota. It repeats the figures beside it. */
const DepthBar = ({ year: { ranked, lastFill, quota } }: { year: PastYear }) => (
  <span aria-hidden className="relative block h-3 w-36 bg-hairline">
    <span className="block h-full bg-middle" style={{ width: `${(lastFill / ranked) * 100}%` }} />
    {quota <= ranked && (
      <span className="absolute inset-y-0 border-l-2 border-ink" style={{ left: `${(quota / ranked) * 100}%` }} />
    )}
  </span>
);

const Expected = ({ expected }: Pick<TrackHistory, "expected">) => {
  if (!expected) {
    return <p className="text-muted">With under two past cycles nothing is said of the next list.</p>;
  }
  const { quota, ranked, reached, unfilled } = expected;
  return (
    <div className="flex w-full flex-col gap-2">
      <h3 className="font-bold">
        A list of {ranked} for {counted(quota, "position")}
      </h3>
      <dl className="tabular w-full">
        {depthChances.map((chance) => (
          <div key={chance} className="flex justify-between gap-4 border-b border-hairline py-2">
            <dt>Filled with a chance of {chance}%</dt>
            <dd className="font-bold whitespace-nowrap">
              {reached[chance] === null ? "not on this list" : `by rank ${reached[chance]}`}
            </dd>
          </div>
        ))}
        <div className="flex justify-between gap-4 py-2">
          <dt>Chance that a position stays open</dt>
          <dd className="font-bold whitespace-nowrap">{percentWords(unfilled)}</dd>
        </div>
      </dl>
      <p className="max-w-[70ch] text-muted">
        Worked out from how often people of past lists came, by how high they stood, and only from ranks that were
        tried, with what so few years leave open and with years that differ. Nothing is sorted by it.
      </p>
    </div>
  );
};

const percentWords = (chance: number): string => {
  const percent = chance * 100;
  if (percent > 0 && percent < 1) return "under 1%";
  if (percent > 99 && percent < 100) return "over 99%";
  return `${Math.round(percent)}%`;
};
