// The drawer's History: every change of one applicant, who made it and why, newest first, below the line of their rank. Each
// leads to the list as it was then.
import { useMemo } from "react";
import type { ApplicantId } from "../../../domain/ids";
import { rankOf } from "../../../domain/rank-list";
import { useMeeting } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import { Moment } from "../../ui/moment";
import { ErrorState } from "../../ui/notice-panel";
import { historyLines } from "./history-words";
import { RankLineFigure } from "./rank-line-figure";
import { upToNow } from "./rank-line-words";
import { useHistory } from "./use-history";

export function HistoryTab({ applicantId }: { applicantId: ApplicantId }) {
  const { history, retry } = useHistory(applicantId);
  const members = useMeeting(({ state }) => state.members);
  const formerMembers = useMeeting(({ state }) => state.formerMembers);
  const seq = useMeeting((snapshot) => snapshot.state.seq);
  const rank = useMeeting(({ state }) => rankOf(state.order, applicantId) ?? null);
  const meetingId = useMeeting(({ state }) => state.id);
  const isDraft = useMeeting(({ state }) => state.kind === "draft");
  const lines = useMemo(
    () => (history.status === "ready" ? historyLines(history.entries, { members, formerMembers }) : []),
    [history, members, formerMembers],
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
  const line = history.status === "ready" ? history.line : null;
  return (
    <>
      {line && <RankLineFigure line={upToNow(line, { seq, rank })} />}
      <ol>
        {lines.map(({ seq, at, by, what, words }) => (
          <li key={seq} className="border-b border-hairline py-2 last:border-b-0">
            <p className="tabular font-bold">{what}</p>
            {words && <p className="break-words">{words}</p>}
            <p className="text-meta text-muted">
              {by} · <Moment at={at} />
              {!isDraft && (
                <>
                  {" "}
                  ·{" "}
                  <a href={`/meetings/${meetingId}/at/${seq}`} target="_blank" rel="noreferrer" className="underline">
                    See the list then<span className="sr-only">, after: {what}</span>
                  </a>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
