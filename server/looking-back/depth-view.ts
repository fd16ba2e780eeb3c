// How far down its list a meeting's program may go, out of its own past cycles (DEPTH-1 to DEPTH-4).
import type { Kysely } from "kysely";
import { readPastCycles } from "../../db/past-cycles";
import type { Database } from "../../db/schema";
import { findSeasonOf } from "../../db/seasons";
import { expectedDepth, filledIn, lastFill, type PastCycle, usualFinish } from "../../domain/depth";
import type { MeetingState } from "../../domain/meeting";
import { rankedCount } from "../../domain/rank-list";
import type { DepthView } from "../context/looking-back";

/** `seen`: as its reader may see it; ranks are theirs. */
export async function depthView(
  db: Kysely<Database>,
  { id, matchYear, quota, order }: Pick<MeetingState, "id" | "matchYear" | "quota" | "order">,
): Promise<DepthView> {
  const season = await findSeasonOf(db, id);
  const cycles = season ? await cyclesBefore(db, season.trackId, matchYear) : [];
  const ranked = rankedCount(order);
  return {
    quota,
    ranked,
    years: cycles
      .map((cycle) => ({
        year: cycle.year,
        quota: cycle.quota,
        filled: filledIn(cycle),
        lastFill: lastFill(cycle) || null,
        listed: cycle.outcomes.length,
      }))
      .reverse(),
    finish: usualFinish(cycles),
    depth: expectedDepth(cycles, { ranked, quota }),
  };
}

/** Oldest first. Of a rank that no file names nothing is known. */
async function cyclesBefore(db: Kysely<Database>, trackId: string, matchYear: number): Promise<PastCycle[]> {
  const cycles = await readPastCycles(db, trackId);
  return cycles.flatMap(({ year, quota, ranks }) => {
    if (year >= matchYear) return [];
    const byRank = new Map(ranks.map(({ rank, outcome }) => [rank, outcome]));
    const last = ranks.at(-1)?.rank ?? 0;
    return [
      {
        ...{ year, quota },
        outcomes: Array.from({ length: last }, (_, index) => byRank.get(index + 1) ?? ("notReached" as const)),
      },
    ];
  });
}
