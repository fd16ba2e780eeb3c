// The drawer's History: every change of one applicant, who made it and why, newest first.
import { useMemo } from "react";
import type { ApplicantId } from "../../../domain/ids";
import { useMeeting } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import { Moment } from "../../ui/moment";
import { ErrorState } from "../../ui/notice-panel";
import { historyLines } from "./history-words";
import { useHistory } from "./use-history";

export function HistoryTab({ applicantId }: { applicantId: ApplicantId }) {
  const { history, retry } = useHistory(applicantId);
  const members = useMeeting(({ state }) => state.members);
  const lines = useMemo(
    () => (history.status === "ready" ? historyLines(history.entries, members) : []),
    [history, members],
  );
  if (history.status === "loading") return <p role="status">Fetching the history…</p>;
  if (history.status === "failed") {
    return (
      <ErrorState title="No history to show" action={<Button onClick={retry}>Try again</Button>}>
        {history.sentence}
      </ErrorState>
    );
  }
  if (lines.length === 0) return <p className="text-muted">Nothing has happened to them yet.</p>;
  return (
    <ol>
      {lines.map(({ seq, at, by, what, words }) => (
        <li key={seq} className="border-b border-hairline py-2 last:border-b-0">
          <p className="tabular font-bold">{what}</p>
          {words && <p className="break-words">{words}</p>}
          <p className="text-meta text-muted">
            {by} · <Moment at={at} />
          </p>
        </li>
      ))}
    </ol>
  );
}
