// How far down its list a meeting's program may go, out of its own past cycles (DEPTH-1 to DEPTH-4).
import type { Kysely } from "kysely";
import type { Database } from "../../db/schema";
import { findSeasonOf } from "../../db/seasons";
import { filledIn, fillsOf, lastFill, type PastCycle, usualFinish } from "../../domain/depth";
import { depthBeside } from "../../domain/depth-words";
import { expectedDepth, possibleYears } from "../../domain/depth-years";
import type { MeetingState } from "../../domain/meeting";
import { rankedCount } from "../../domain/rank-list";
import type { DepthLine, DepthView } from "../context/looking-back";
import { readPastOutcomes } from "../past-outcomes";

/** Of these: as their reader may see them; ranks are theirs. */
type Seen = Pick<MeetingState, "id" | "matchYear" | "quota" | "order">;

export async function depthView(db: Kysely<Database>, seen: Seen): Promise<DepthView> {
  const { quota, order } = seen;
  const cycles = await cyclesBefore(db, seen);
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
    finish: usualFinish(fillsOf(cycles), quota),
    depth: expectedDepth(cycles, { ranked, quota }),
  };
}

export async function depthLineOf(db: Kysely<Database>, seen: Seen): Promise<DepthLine> {
  const cycles = await cyclesBefore(db, seen);
  const past = { fills: fillsOf(cycles), years: possibleYears(cycles) };
  const list = { ranked: rankedCount(seen.order), quota: seen.quota };
  return { ...depthBeside(past, list), list, past };
}

async function cyclesBefore(db: Kysely<Database>, { id, matchYear }: Seen): Promise<PastCycle[]> {
  const season = await findSeasonOf(db, id);
  return season ? (await readPastOutcomes(db, season.trackId)).filter(({ year }) => year < matchYear) : [];
}
