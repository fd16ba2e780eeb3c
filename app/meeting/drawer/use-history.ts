// Fetches an applicant's history, and fetches it again when something confirmed about them has changed. What is on screen
// stays until the new answer is there.
import { useEffect, useState } from "react";
import type { ApplicantId } from "../../../domain/ids";
import { lastMoveOf } from "../../../domain/last-moves";
import type { MeetingState } from "../../../domain/meeting";
import type { ApplicantHistory } from "../../../server/load-context";
import { fetchInTime } from "../../fetch-in-time";
import { useMeeting, useMeetingStore } from "../../meeting-store/use-meeting";

export type History =
  | { status: "loading" }
  | { status: "failed"; sentence: string }
  | ({ status: "ready" } & ApplicantHistory);

const failedSentence = "The history could not be fetched. The list itself is not affected.";

export function useHistory(applicantId: ApplicantId): { history: History; retry: () => void } {
  const store = useMeetingStore();
  const meetingId = useMeeting(({ state }) => state.id);
  // Read off what the server has said: my own pending command is in no log yet.
  const version = useMeeting(() => versionOf(store.getConfirmed(), applicantId));
  const facts = useMeeting(() => store.getConfirmed().applicants[applicantId]);
  const [history, setHistory] = useState<History>({ status: "loading" });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: version, facts and attempt are the reasons to fetch again.
  useEffect(() => {
    const abort = new AbortController();
    fetchHistory(`/meetings/${meetingId}/applicants/${applicantId}/history`, abort.signal).then(
      (next) => setHistory((shown) => (next.status === "failed" && shown.status === "ready" ? shown : next)),
      () => {},
    );
    return () => abort.abort();
  }, [meetingId, applicantId, version, facts, attempt]);

  const retry = () => {
    setHistory({ status: "loading" });
    setAttempt((before) => before + 1);
  };
  return { history, retry };
}

/** Rejects only when aborted. */
async function fetchHistory(url: string, signal: AbortSignal): Promise<History> {
  try {
    const response = await fetchInTime(url, { signal, headers: { Accept: "application/json" } });
    if (response.ok) return { status: "ready", ...((await response.json()) as ApplicantHistory) };
    const isSentence = response.status < 500 && response.headers.get("Content-Type")?.startsWith("text/plain");
    return { status: "failed", sentence: isSentence ? await response.text() : failedSentence };
  } catch (error) {
    if (signal.aborted) throw error;
    return { status: "failed", sentence: failedSentence };
  }
}

/** Changes whenever an event about the applicant is confirmed; a string, so that a render compares it. */
export function versionOf(state: MeetingState, id: ApplicantId): string {
  const marks = [...Object.values(state.endorsements), ...Object.values(state.flags)].filter(
    ({ applicantId }) => applicantId === id,
  );
  const changes = marks.flatMap((mark) => [mark.struck, "decided" in mark && mark.decided]).filter(Boolean);
  const recused = Object.values(state.recusals).filter((ids) => ids.includes(id));
  return [
    lastMoveOf(state.lastMoves, id)?.seq,
    marks.length,
    changes.length,
    recused.length,
    Boolean(state.preliminary),
  ].join(" ");
}
