// The interview scores behind the agenda's suggestions, fetched when a host has the agenda before them (AGENDA-3). Until they are
// there nothing is suggested: without them it would look as if nobody had met anybody.
import { useCallback, useEffect, useState } from "react";
import type { ScoreOfApplicant } from "../../../domain/agenda";
import type { ApplicantId } from "../../../domain/ids";
import type { AgendaScores } from "../../../server/context/scores";
import { fetchInTime } from "../../fetch-in-time";
import { useMeeting } from "../../meeting-store/use-meeting";

interface KnownScores {
  /** Undefined until it is known whether there are any. */
  scores?: ReadonlyMap<ApplicantId, ScoreOfApplicant>;
  isFailed: boolean;
}

export function useAgendaScores(): KnownScores & { retry: () => void } {
  const meetingId = useMeeting(({ state }) => state.id);
  // Whoever declares a recusal is given other figures.
  const withheld = useMeeting(({ state }) => state.withheldCount);
  const [known, setKnown] = useState<KnownScores>({ isFailed: false });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: two reasons to ask again.
  useEffect(() => {
    const abort = new AbortController();
    fetchScores(`/meetings/${meetingId}/agenda-scores`, abort.signal).then(
      (scores) => setKnown({ scores, isFailed: false }),
      () => abort.signal.aborted || setKnown({ scores: new Map(), isFailed: true }),
    );
    return () => abort.abort();
  }, [meetingId, withheld, attempt]);
  return { ...known, retry: useCallback(() => setAttempt((before) => before + 1), []) };
}

async function fetchScores(url: string, signal: AbortSignal): Promise<Map<ApplicantId, ScoreOfApplicant>> {
  const response = await fetchInTime(url, { signal, headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`answered ${response.status}`);
  const { scores } = (await response.json()) as AgendaScores;
  return new Map(scores.map(({ applicantId, ...score }) => [applicantId, score]));
}
