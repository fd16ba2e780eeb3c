// A track's past cycles as the expected depth needs them: what became of each rank, from 1 on without a gap.
import type { Kysely } from "kysely";
import { readPastCycles } from "../db/past-cycles";
import type { Database } from "../db/schema";
import type { PastCycle } from "../domain/depth";
import type { PastOutcome } from "../domain/import-kinds";

/** Oldest first. Of a rank that no file names nothing is known. */
export async function readPastOutcomes(db: Kysely<Database>, trackId: string): Promise<PastCycle[]> {
  const cycles = await readPastCycles(db, trackId);
  return cycles.map(({ year, quota, ranks }) => {
    const byRank = new Map(ranks.map(({ rank, outcome }) => [rank, outcome]));
    const outcomeAt = (rank: number): PastOutcome => byRank.get(rank) ?? "notReached";
    const last = ranks.at(-1)?.rank ?? 0;
    return { year, quota, outcomes: Array.from({ length: last }, (_, index) => outcomeAt(index + 1)) };
  });
}
