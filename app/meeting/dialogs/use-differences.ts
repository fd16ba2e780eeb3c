// What has changed since the preliminary list, with the reasons of the log: the same answer as the page of the differences. Asked
// again when something was confirmed since, one question at a time, so that a busy room does not keep it from being answered.
import { useEffect, useState } from "react";
import type { MeetingId } from "../../../domain/ids";
import type { DifferencesPage } from "../../../server/context/looking-back";
import { fetchInTime } from "../../fetch-in-time";
import { useMeeting, useMeetingStore } from "../../meeting-store/use-meeting";

type Differences = { status: "loading" } | { status: "failed" } | { status: "ready"; page: DifferencesPage };

export function useDifferences(meetingId: MeetingId): { differences: Differences; retry: () => void } {
  const store = useMeetingStore();
  // My own pending command is in no log yet.
  const seq = useMeeting(() => store.getConfirmed().seq);
  const [differences, setDifferences] = useState<Differences>({ status: "loading" });
  const [asked, setAsked] = useState({ seq });
  const [answered, setAnswered] = useState<typeof asked | null>(null);
  if (answered === asked && asked.seq !== seq) setAsked({ seq });

  useEffect(() => {
    const abort = new AbortController();
    fetchDifferences(`/meetings/${meetingId}/reasons`, abort.signal).then(
      (told) => {
        setDifferences(told);
        setAnswered(asked);
      },
      () => {},
    );
    return () => abort.abort();
  }, [meetingId, asked]);

  const retry = () => {
    setDifferences({ status: "loading" });
    setAsked({ seq });
  };
  return { differences, retry };
}

/** Rejects only when aborted. */
async function fetchDifferences(url: string, signal: AbortSignal): Promise<Differences> {
  try {
    const response = await fetchInTime(url, { signal, headers: { Accept: "application/json" } });
    return response.ok ? { status: "ready", page: (await response.json()) as DifferencesPage } : { status: "failed" };
  } catch (error) {
    if (signal.aborted) throw error;
    return { status: "failed" };
  }
}
