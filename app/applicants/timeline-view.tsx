// The timeline drawn to scale, and the same as a list: whoever cannot see the drawing misses nothing. A gap is hatched and said,
// never coloured alone.
import { useId } from "react";
import { EditButton } from "./edit-button";
import { type TimelineFacts, type TimelineLine, timelineOf, untoldWords } from "./timeline-lines";

interface TimelineViewProps {
  facts: TimelineFacts;
  matchYear: number;
  /** Of an entry, to change it; of a gap, to explain it. Left out where the reader may not. */
  onEdit?: ((line: TimelineLine) => void) | undefined;
}

export function TimelineView({ facts, matchYear, onEdit }: TimelineViewProps) {
  const timeline = timelineOf(facts, matchYear);
  const untold = untoldWords(facts, matchYear);
  if (!timeline || timeline.lines.length === 0) {
    return <p className="py-1 text-muted">{untold ?? "The file has no timeline."}</p>;
  }
  return (
    <>
      <Drawing {...timeline} />
      <ol className="flex flex-col gap-2">
        {timeline.lines.map((line) => (
          <li key={`${line.when} ${line.what}`} className="flex flex-wrap items-start gap-x-3">
            <div className="min-w-0 flex-1 basis-48">
              <p className="tabular text-meta text-muted">{line.when}</p>
              <p className={line.gap ? "text-muted" : undefined}>{line.what}</p>
              {line.note && <p className="text-meta break-words text-muted">{line.note}</p>}
            </div>
            {onEdit && (
              <EditButton words={`${line.gap ? "Explain" : "Change"} ${line.when}`} onPress={() => onEdit(line)} />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

const ROW = 18;
const BAR = 12;
const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** Lengths are months on one scale. In attributes, because styles of their own are refused by the content policy. */
function Drawing({ lines, rowCount, graduation, years }: NonNullable<ReturnType<typeof timelineOf>>) {
  const hatching = `hatching${useId().replaceAll(":", "")}`;
  const foot = rowCount * ROW;
  return (
    <svg aria-hidden width="100%" height={foot + 18} className="my-2 block overflow-visible">
      <defs>
        <pattern id={hatching} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" strokeWidth="2" className="stroke-control" />
        </pattern>
      </defs>
      {years.map(({ at, year }) => (
        <g key={at}>
          <line x1={percent(at)} x2={percent(at)} y1="0" y2={foot} className="stroke-hairline" />
          {year && (
            <text x={percent(at)} y={foot + 14} textAnchor="middle" className="tabular fill-muted text-meta">
              {year}
            </text>
          )}
        </g>
      ))}
      {lines.map(({ bar, row, isGap, when, what }) => (
        <rect
          key={`${when} ${what}`}
          x={percent(bar.start)}
          width={percent(bar.length)}
          y={row * ROW + (ROW - BAR) / 2}
          height={BAR}
          rx="2"
          fill={isGap ? `url(#${hatching})` : undefined}
          strokeDasharray={isGap ? "3 2" : undefined}
          className={isGap ? "stroke-control" : "fill-middle"}
        />
      ))}
      {graduation !== undefined && (
        <line
          x1={percent(graduation)}
          x2={percent(graduation)}
          y1="0"
          y2={foot}
          strokeWidth="2"
          className="stroke-ink"
        />
      )}
    </svg>
  );
}
