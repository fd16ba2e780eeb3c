// A program's own past, in aggregate (DOMAIN, mechanisms 13 and 36): how deep its lists went, and what that says of the next.
import type { Kysely } from "kysely";
import { findProgram, listTracks, type TrackRow } from "../../db/programs";
import type { Database } from "../../db/schema";
import { expectedDepth, filledIn, lastFill, type PastCycle } from "../../domain/depth";
import type { PastOutcome } from "../../domain/import-kinds";
import type { HistoryService, PastYear, TrackHistory } from "../context/history";
import { readPastOutcomes } from "../past-outcomes";
import { accessTo, programUnknown } from "./access";

export const createHistoryService = ({ db }: { db: Kysely<Database> }): HistoryService => ({
  async open(programId, personId) {
    const access = await accessTo(db, programId, personId, "viewHistory");
    if (!access.ok) return access;
    const [program, tracks] = await Promise.all([findProgram(db, programId), listTracks(db, programId)]);
    if (!program) return programUnknown;
    const historyOf = async ({ id, code, name, quota }: TrackRow): Promise<TrackHistory> => {
      const past = (await readPastOutcomes(db, id)).reverse();
      const ranked = past[0]?.outcomes.length ?? 0;
      const depth = expectedDepth(past, { ranked, quota });
      return { trackId: id, code, name, years: past.map(yearOf), expected: depth && { ...depth, quota, ranked } };
    };
    const histories = await Promise.all(tracks.map(historyOf));
    return { ok: true, history: { programId, programName: program.name, tracks: histories } };
  },
});

function yearOf(cycle: PastCycle): PastYear {
  const { year, quota, outcomes } = cycle;
  const count = (wanted: PastOutcome) => outcomes.filter((outcome) => outcome === wanted).length;
  return {
    year,
    quota,
    ranked: outcomes.length,
    filled: filledIn(cycle),
    lastFill: lastFill(cycle),
    matchedElsewhere: count("matchedElsewhere"),
    notReached: count("notReached"),
  };
}
