// A program's own past, in aggregate (DOMAIN, mechanisms 13, 14 and 36): how deep its lists went, what that says of the next, and
// what became of its classes.
import type { Kysely } from "kysely";
import { listClassOutcomes } from "../../db/class-outcomes";
import { listFunnels } from "../../db/funnel-counts";
import { findProgram, listTracks, type TrackRow } from "../../db/programs";
import type { Database } from "../../db/schema";
import { classRows, recentClasses } from "../../domain/class-outcomes";
import { filledIn, lastFill, type PastCycle } from "../../domain/depth";
import { expectedDepth } from "../../domain/depth-years";
import type { PastOutcome } from "../../domain/import-kinds";
import type { HistoryService, PastYear, TrackClasses, TrackHistory } from "../context/history";
import { readPastOutcomes } from "../past-outcomes";
import { accessTo, programUnknown } from "./access";
import { changeClassIn, type HistoryParts } from "./class-service";

export const createHistoryService = ({ db, clock, trail }: HistoryParts): HistoryService => ({
  changeClass: changeClassIn({ db, clock, trail }),

  async open(programId, personId) {
    const access = await accessTo(db, programId, personId, "viewHistory");
    if (!access.ok) return access;
    const [program, tracks] = await Promise.all([findProgram(db, programId), listTracks(db, programId)]);
    if (!program) return programUnknown;
    const historyOf = async ({ id, code, name, quota }: TrackRow): Promise<TrackHistory> => {
      const past = (await readPastOutcomes(db, id)).reverse();
      const ranked = past[0]?.outcomes.length ?? 0;
      const depth = expectedDepth(past, { ranked, quota });
      const expected = depth && { ...depth, quota, ranked };
      return { trackId: id, code, name, years: past.map(yearOf), expected, classes: await classesOf(db, id) };
    };
    const histories = await Promise.all(tracks.map(historyOf));
    return { ok: true, history: { programId, programName: program.name, tracks: histories } };
  },
});

async function classesOf(db: Kysely<Database>, trackId: string): Promise<TrackClasses> {
  const [classes, funnels] = await Promise.all([listClassOutcomes(db, trackId), listFunnels(db, trackId)]);
  const criteria = new Map(funnels.map((funnel) => [funnel.matchYear, funnel.criteria]));
  return {
    written: classes.map(({ at, ...written }) => ({
      ...written,
      criteria: criteria.get(written.matchYear) ?? null,
      at: at.toISOString(),
    })),
    rows: classRows(classes),
    recent: recentClasses(classes),
  };
}

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
