// How deep the demo's lists went in years before: ranks with what became of them, and nobody's name. Further down more people are
// free to come, so the last position is filled well past the quota's rank, and not at the same rank every year.
import type { PastCycle, PastRank } from "../../db/past-cycles";
import type { Random } from "../../domain/seeded-random";

export interface DemoPastYear {
  year: number;
  quota: number;
  ranked: number;
}

export const demoPastYear = (random: Random, { year, quota, ranked }: DemoPastYear): PastCycle => {
  let filled = 0;
  const ranks = Array.from({ length: ranked }, (_, at): PastRank => {
    const signal = random.chance(0.4) ? random.pick(["gold", "silver"] as const) : null;
    const isFree = random.chance(0.2 + (0.3 * at) / ranked);
    const outcome = filled >= quota ? "notReached" : isFree ? "matchedHere" : "matchedElsewhere";
    if (outcome === "matchedHere") filled += 1;
    return { rank: at + 1, outcome, signal };
  });
  return { year, quota, ranks };
};
