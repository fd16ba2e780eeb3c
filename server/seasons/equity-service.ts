// The equity check of a season, for its program's directors (EQUITY-1 to EQUITY-5): each reading is on record, and so is whoever turns
// the keeping of protected columns on or off. Facts are read here, become counts, and go no further.
import type { Kysely } from "kysely";
import { z } from "zod";
import { appendAudit } from "../../db/audit-trail";
import {
  eraseEquityFacts,
  keepEquityFacts,
  keepsEquityFacts,
  readEquityFacts,
  readStanding,
  saveStanding,
} from "../../db/equity-facts";
import { listNotes } from "../../db/interview-notes";
import { lockRetention, readRetention } from "../../db/retention";
import type { Database } from "../../db/schema";
import { lockSeason, logOf, readWithheld } from "../../db/seasons";
import { equityDimensions, equityPeople, equityTable, isOnList } from "../../domain/equity";
import { standingOf, steadied } from "../../domain/equity-standing";
import { emptyMeeting } from "../../domain/meeting";
import { sameValue } from "../../domain/same-value";
import type { AuditTrail } from "../audit-trail";
import type { Clock } from "../clock";
import type { EquityService } from "../context/equity";
import type { LiveMeetings } from "../live-meetings";
import { refuse } from "../programs/access";
import { readTyped } from "../programs/typed";
import { accessToSeason } from "./access";
import { isInterviewed } from "./season-progress";
import { wordsOf } from "./season-words";

export interface EquityServiceParts {
  db: Kysely<Database>;
  clock: Clock;
  live: LiveMeetings;
  trail: AuditTrail;
}

const form = z.object({ kept: z.enum(["yes", "no"]) });
const held = refuse(
  409,
  "A legal hold stands: nothing can be erased before it is lifted. Until then what was kept stays, and more is kept.",
);

export function createEquityService({ db, clock, live, trail }: EquityServiceParts): EquityService {
  return {
    async open(seasonId, personId) {
      const access = await accessToSeason(db, seasonId, personId, "viewEquityCheck");
      if (!access.ok) return access;
      const { season, role } = access;
      const meetingId = logOf(season);
      const [state, withheld, notes, now, isKept, { hold }, last] = await Promise.all([
        live.fresh(db, meetingId),
        readWithheld(db, season, personId),
        listNotes(db, seasonId),
        readEquityFacts(db, seasonId),
        keepsEquityFacts(db, seasonId),
        readRetention(db, season.programId),
        readStanding(db, seasonId),
      ]);
      const { applicants, ...lists } = state ?? emptyMeeting(meetingId);
      const noted = new Set(notes.map(({ applicantId }) => applicantId));
      const current = standingOf(
        { ...lists, applicants },
        (applicant) => isInterviewed(applicant, noted),
        clock().toISOString(),
      );
      const before = await readEquityFacts(db, seasonId, last?.factsUntil);
      const { standing, isHeld } = steadied(last, current, { last: before, now });
      // Of a purged season nothing is left, and nothing comes back.
      const isAnybody = Object.keys(standing.outcomes).length > 0;
      if (isAnybody && !sameValue(standing, last)) await saveStanding(db, seasonId, standing);
      const facts = standing.factsUntil === last?.factsUntil ? before : now;
      const visible = Object.values(applicants).filter(({ id }) => !withheld.has(id));
      const people = equityPeople(lists, visible, standing, (id) => facts.get(id) ?? {});
      // What stands beside every name on the list is counted as the list stands now (EQUITY-6).
      const peopleNow = equityPeople(lists, visible, current, () => ({}));
      const tables = equityDimensions.flatMap(
        (dimension) => equityTable(isOnList(dimension) ? peopleNow : people, dimension) ?? [],
      );
      const told = new Set(tables.map(({ dimension }) => dimension));
      await trail.recordReading({
        programId: season.programId,
        actorId: personId,
        action: "equityCheckRead",
        subject: { meetingId },
      });
      return {
        ok: true,
        page: {
          season: wordsOf(season, role),
          isKept,
          // Of the rest alone something can be held back.
          isHeld: isHeld && tables.some(({ dimension }) => !isOnList(dimension)),
          keptCount: [...now.keys()].filter((id) => !withheld.has(id)).length,
          isOnHold: hold !== undefined,
          people: peopleNow.length,
          tables,
          silent: equityDimensions.filter((dimension) => !told.has(dimension)),
        },
      };
    },

    async keep(seasonId, personId, typed) {
      const access = await accessToSeason(db, seasonId, personId, "keepEquityFacts");
      if (!access.ok) return access;
      const reading = readTyped(form, typed, {});
      if (!reading.ok) return reading;
      const { programId, matchYear } = access.season;
      const isKept = reading.value.kept === "yes";
      return db.transaction().execute(async (trx) => {
        // Files that are being taken in wait, and find it turned off.
        await lockSeason(trx, seasonId);
        const applicants = (await readEquityFacts(trx, seasonId)).size;
        if (!isKept) {
          await lockRetention(trx, programId);
          if ((await readRetention(trx, programId)).hold) return held;
          await eraseEquityFacts(trx, seasonId);
        }
        if (!(await keepEquityFacts(trx, seasonId, isKept))) return { ok: true };
        const said = { programId, actorId: personId, subject: {}, outcome: "done", at: clock() } as const;
        const detail = { isKept, matchYear, ...(!isKept && { applicants }) };
        await appendAudit(trx, [{ ...said, action: "equityFactsSwitched", detail }]);
        return { ok: true };
      });
    },
  };
}
