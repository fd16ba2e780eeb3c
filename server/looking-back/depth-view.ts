// How far down its list a meeting's program may go, out of its own past cycles (DEPTH-1 to DEPTH-4).
import type { Kysely } from "kysely";
import type { Database } from "../../db/schema";
import { findSeasonOf } from "../../db/seasons";
import { expectedDepth, filledIn, lastFill, usualFinish } from "../../domain/depth";
import type { MeetingState } from "../../domain/meeting";
import { rankedCount } from "../../domain/rank-list";
import type { DepthView } from "../context/looking-back";
import { readPastOutcomes } from "../past-outcomes";

/** `seen`: as its reader may see it; ranks are theirs. */
export async function depthView(
  db: Kysely<Database>,
  { id, matchYear, quota, order }: Pick<MeetingState, "id" | "matchYear" | "quota" | "order">,
): Promise<DepthView> {
  const season = await findSeasonOf(db, id);
  const cycles = season ? (await readPastOutcomes(db, season.trackId)).filter(({ year }) => year < matchYear) : [];
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
