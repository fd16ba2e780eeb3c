// The drawer's Interview: what the interviewers wrote, fetched when the tab is opened. A part of the page of its own, so that the
// meeting's first load carries nothing of it.
import { useEffect, useState } from "react";
import type { ApplicantId } from "../../../domain/ids";
import type { InterviewView } from "../../../server/context/notes";
import { fetchInTime } from "../../fetch-in-time";
import { InterviewPanel } from "../../interviews/interview-panel";
import { useMeeting } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import { ErrorState } from "../../ui/notice-panel";

type Interview = { status: "loading" } | { status: "failed" } | { status: "ready"; view: InterviewView };

export function InterviewTab({ applicantId }: { applicantId: ApplicantId }) {
  const meetingId = useMeeting(({ state }) => state.id);
  const [interview, setInterview] = useState<Interview>({ status: "loading" });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: attempt is a reason to fetch again.
  useEffect(() => {
    const abort = new AbortController();
    setInterview({ status: "loading" });
    fetchInterview(`/meetings/${meetingId}/applicants/${applicantId}/interview`, abort.signal).then(
      setInterview,
      () => {},
    );
    return () => abort.abort();
  }, [meetingId, applicantId, attempt]);

  if (interview.status === "loading") return <p role="status">Fetching the interviews…</p>;
  if (interview.status === "failed") {
    return (
      <ErrorState
        title="No interviews to show"
        action={<Button onClick={() => setAttempt((before) => before + 1)}>Try again</Button>}
      >
        The interviews could not be fetched. The list itself is not affected.
      </ErrorState>
    );
  }
  return <InterviewPanel view={interview.view} />;
}

/** Rejects only when aborted. */
async function fetchInterview(url: string, signal: AbortSignal): Promise<Interview> {
  try {
    const response = await fetchInTime(url, { signal, headers: { Accept: "application/json" } });
    if (!response.ok) return { status: "failed" };
    return { status: "ready", view: (await response.json()) as InterviewView };
  } catch (error) {
    if (signal.aborted) throw error;
    return { status: "failed" };
  }
}
