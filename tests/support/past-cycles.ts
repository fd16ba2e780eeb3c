// Past cycles of a track, as an import would have brought them.
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { openDatabase } from "../../db/client";
import { addPastCycle } from "../../db/past-cycles";
import type { Database } from "../../db/schema";
import { findSeasonOf } from "../../db/seasons";
import type { PastOutcome } from "../../domain/import-kinds";
import { connectEmbedded } from "../../server/embedded-postgres";
import { createLog } from "../../server/log";

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

/** On a server that runs in a process of its own on `dataDir`: of the track whose meeting that is. */
export async function fillPast(dataDir: string, meetingId: string, cycles: Record<number, string>): Promise<void> {
  const embedded = await connectEmbedded({ dataDir, log: createLog("silent"), asServer: false });
  const { db, close } = openDatabase(embedded.databaseUrl);
  try {
    const season = await findSeasonOf(db, meetingId);
    if (!season) throw new Error("the meeting has a season");
    await addPastCycles(db, season.trackId, cycles);
  } finally {
    await close();
    await embedded.stop();
  }
}
