// Who came furthest since the preliminary list, and why: told as the page of the differences tells it.
import type { MeetingId } from "../../../domain/ids";
import { ChangedLine } from "../../looking-back/changed-line";
import { changeCounts } from "../../looking-back/reason-words";
import { Button } from "../../ui/button";
import { furthestOf } from "./read-back";
import { useDifferences } from "./use-differences";

export function Movers({ meetingId }: { meetingId: MeetingId }) {
  const { differences, retry } = useDifferences(meetingId);
  if (differences.status === "loading") return <p role="status">Fetching what has changed…</p>;
  if (differences.status === "failed") {
    return (
      <p className="flex flex-wrap items-center gap-2">
        What has changed since the preliminary list could not be fetched. The list itself is not affected.
        <Button onClick={retry}>Try again</Button>
      </p>
    );
  }
  const { reasons, names, signers } = differences.page;
  if (!reasons || reasons.changes.length === 0) {
    return <p className="text-muted">Nobody was moved since the preliminary list.</p>;
  }
  return (
    <div>
      <h3 className="text-meta text-muted">Furthest from the preliminary list</h3>
      <ul>
        {furthestOf(reasons).map((line) => (
          <ChangedLine
            key={line.change.applicantId}
            line={line}
            name={names[line.change.applicantId]}
            signers={signers}
          />
        ))}
      </ul>
      <p className="pt-2 text-meta text-muted">
        {changeCounts(reasons)}.{" "}
        <a href={`/meetings/${meetingId}/differences`} target="_blank" rel="noreferrer" className="underline">
          See them all
        </a>
      </p>
    </div>
  );
}
