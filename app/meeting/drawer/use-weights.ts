// The weights of this meeting's voices, fetched when somebody's voices are read. Without them a tally is a count, which is right
// too.
import { useEffect, useState } from "react";
import type { Weights } from "../../../domain/voices";

/** Fetched again when `reason` changes. */
export function useWeights(meetingId: string, reason: number): Weights {
  const [weights, setWeights] = useState<Weights>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: the reason to look again.
  useEffect(() => {
    const abort = new AbortController();
    fetch(`/meetings/${meetingId}/voices`, { signal: abort.signal })
      .then(async (response) => {
        if (response.ok) setWeights(((await response.json()) as { weights: Weights }).weights);
      })
      .catch(() => {});
    return () => abort.abort();
  }, [meetingId, reason]);
  return weights;
}
