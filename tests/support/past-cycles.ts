// Past cycles of a track, as an import would have brought them.
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { addPastCycle } from "../../db/past-cycles";
import type { Database } from "../../db/schema";
import type { PastOutcome } from "../../domain/import-kinds";

const outcomes: Record<string, PastOutcome> = { h: "matchedHere", e: "matchedElsewhere", ".": "notReached" };

/** By year: `eeh.` reads matched elsewhere, elsewhere, here, not reached. The quota is what was filled. */
export async function addPastCycles(db: Kysely<Database>, trackId: string, cycles: Record<number, string>) {
  for (const [year, letters] of Object.entries(cycles)) {
    const ranks = [...letters].map((letter, index) => ({
      ...{ rank: index + 1, signal: null },
      outcome: outcomes[letter] ?? "notReached",
    }));
    const quota = ranks.filter(({ outcome }) => outcome === "matchedHere").length;
    await addPastCycle(db, {
      ...{ trackId, year: Number(year), quota, ranks },
      ...{ importId: randomUUID(), at: new Date() },
    });
  }
}
