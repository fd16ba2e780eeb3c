// The moments of a meeting to look back at, oldest first. Open until one is chosen; then a line that opens again.
import { Link } from "@remix-run/react";
import type { Moment as PastMoment } from "../../domain/moments";
import { Moment } from "../ui/moment";
import { happeningWords } from "./happening-words";

interface MomentChoiceProps {
  meetingId: string;
  moments: readonly PastMoment[];
  /** The seq of the one that is shown. */
  chosen: number | undefined;
}

export function MomentChoice({ meetingId, moments, chosen }: MomentChoiceProps) {
  if (moments.length === 0) return <p className="text-muted">Nothing has happened in this meeting yet.</p>;
  return (
    <details open={chosen === undefined} className="rounded-md border border-hairline bg-surface print:hidden">
      <summary className="cursor-pointer px-4 py-3 font-bold">
        {chosen === undefined ? "Moments of this meeting" : "Another moment"}
      </summary>
      <ol className="max-h-96 overflow-y-auto px-4 pb-3 sm:columns-2">
        {moments.map((moment) => (
          <li key={`${moment.seq} ${moment.kind}`} className="break-inside-avoid">
            <Link
              to={`/meetings/${meetingId}/at/${moment.seq}`}
              aria-current={moment.seq === chosen ? "true" : undefined}
              className="inline-flex min-h-9 items-center gap-2 underline aria-[current]:font-bold pointer-coarse:min-h-11"
            >
              <Moment at={moment.at} /> {happeningWords(moment)}
            </Link>
          </li>
        ))}
      </ol>
    </details>
  );
}
