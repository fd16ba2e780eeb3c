// The weights of this meeting's voices, fetched when somebody's voices are read. Without them a tally is a count, which is right
// too.
import { useEffect, useState } from "react";
import type { Weights } from "../../../domain/voices";
import { fetchInTime } from "../../fetch-in-time";

interface MeetingWeights {
  /** Where they are shown; null until it is known. */
  seasonId: string | null;
  weights: Weights;
}

/** Fetched again when `reason` changes. */
export function useWeights(meetingId: string, reason: number): MeetingWeights {
  const [known, setKnown] = useState<MeetingWeights>({ seasonId: null, weights: {} });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the reason to look again.
  useEffect(() => {
    const abort = new AbortController();
    fetchInTime(`/meetings/${meetingId}/voices`, { signal: abort.signal })
      .then(async (response) => {
        if (response.ok) setKnown((await response.json()) as MeetingWeights);
      })
      .catch(() => {});
    return () => abort.abort();
  }, [meetingId, reason]);
  return known;
}
