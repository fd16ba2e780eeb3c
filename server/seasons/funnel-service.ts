// The funnel of a track by match year: what was typed, and what is counted here: of the season's own year from the season, of a past
// year from its rank list.
import type { Kysely } from "kysely";
import { z } from "zod";
import { addFunnel, listFunnels } from "../../db/funnel-counts";
import { readPastCycles } from "../../db/past-cycles";
import type { Database } from "../../db/schema";
import {
  CRITERIA_MAX,
  FUNNEL_MAX,
  type FunnelCounts,
  funnelStages,
  funnelStageWords,
  widening,
} from "../../domain/funnel";
import type { MemberId } from "../../domain/ids";
import { writable } from "../../domain/schemas";
import type { AuditTrail } from "../audit-trail";
import type { Clock } from "../clock";
import type { FunnelService } from "../context/funnels";
import { refuse } from "../programs/access";
import { readTyped } from "../programs/typed";
import {
  changedMeanwhileWords,
  typedCounts,
  typedMatchYear,
  typedMatchYearWords,
  typedVersion,
} from "../programs/typed-counts";
import { accessToSeason } from "./access";
import { readProgress } from "./season-progress";

export interface FunnelParts {
  db: Kysely<Database>;
  clock: Clock;
  trail: AuditTrail;
}

const stageCounts = typedCounts(funnelStages, FUNNEL_MAX);
const form = z.object({
  year: typedMatchYear,
  version: typedVersion,
  criteria: z.string().transform(writable).pipe(z.string().max(CRITERIA_MAX)).optional(),
  ...stageCounts.fields,
});
const sentences = {
  year: typedMatchYearWords,
  criteria: `Write at most ${CRITERIA_MAX} characters.`,
  ...stageCounts.sentences,
};

export function createFunnelService({ db, clock, trail }: FunnelParts): FunnelService {
  return {
    async open(seasonId, personId) {
      const access = await accessToSeason(db, seasonId, personId, "viewSeason");
      if (!access.ok) return access;
      const { season } = access;
      const [rows, past, { interviewed, ranked }] = await Promise.all([
        listFunnels(db, season.trackId),
        readPastCycles(db, season.trackId),
        readProgress(db, season, personId),
      ]);
      const typed = new Map(rows.map((row) => [row.matchYear, row]));
      const counted = new Map(past.map(({ year, ranks }): [number, FunnelCounts] => [year, { ranked: ranks.length }]));
      const own = { ...(interviewed > 0 && { interviewed }), ...(ranked > 0 && { ranked }) };
      counted.set(season.matchYear, { ...counted.get(season.matchYear), ...own });
      const years = [...new Set([...typed.keys(), ...counted.keys()])].sort((one, other) => other - one);
      return {
        ok: true,
        years: years.map((matchYear) => ({
          ...(typed.get(matchYear) ?? { matchYear, version: 0, counts: {}, criteria: null }),
          counted: counted.get(matchYear) ?? {},
        })),
      };
    },

    async change(seasonId, personId, typed) {
      const access = await accessToSeason(db, seasonId, personId, "changeFunnel");
      if (!access.ok) return access;
      const reading = readTyped(form, typed, sentences);
      if (!reading.ok) return reading;
      const { year, version, criteria, ...stages } = reading.value;
      const counts = stages as FunnelCounts;
      const wider = widening(counts);
      if (wider) return refuse(400, `${funnelStageWords[wider]} counts more than the stage before it.`, wider);
      const isNew = await addFunnel(db, {
        trackId: access.season.trackId,
        matchYear: year,
        version: version + 1,
        counts,
        criteria: criteria || null,
        authorId: personId,
        at: clock(),
      });
      if (!isNew) return refuse(409, changedMeanwhileWords);
      await record(access.season.programId, personId, { matchYear: year, ...counts });
      return { ok: true };
    },
  };

  async function record(programId: string, actorId: MemberId, detail: Record<string, number>): Promise<void> {
    await trail.record({ programId, actorId, action: "funnelChanged", subject: {}, detail, outcome: "done" });
  }
}
