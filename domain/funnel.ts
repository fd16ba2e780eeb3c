// The funnel of a match year: from applications to ranks, in counts that are kept with the cycle (DOMAIN, mechanism 3), and what made
// the cut in a sentence (mechanism 5).
export const funnelStages = ["applied", "reviewed", "invited", "interviewed", "ranked"] as const;
export type FunnelStage = (typeof funnelStages)[number];

export const funnelStageWords: Record<FunnelStage, string> = {
  applied: "Applied",
  reviewed: "Reviewed",
  invited: "Invited",
  interviewed: "Interviewed",
  ranked: "Ranked",
};

/** Absent: not known, which is not zero. */
export type FunnelCounts = Readonly<Partial<Record<FunnelStage, number>>>;

export const FUNNEL_MAX = 100_000;
export const CRITERIA_MAX = 1000;

/** The first stage that counts more people than the one before it; undefined where the funnel only narrows. */
export function widening(counts: FunnelCounts): FunnelStage | undefined {
  const known = funnelStages.filter((stage) => counts[stage] !== undefined);
  return known.find((stage, at) => {
    const before = known[at - 1];
    return before !== undefined && (counts[stage] ?? 0) > (counts[before] ?? 0);
  });
}
