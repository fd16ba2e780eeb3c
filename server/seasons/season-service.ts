// Seasons as pages read and open them. Each begins with the question whether the asker may (access.ts).
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { z } from "zod";
import { addMeeting } from "../../db/meetings";
import { addMatchYear, listProgramsOf, listTracks, raiseVersion } from "../../db/programs";
import type { Database } from "../../db/schema";
import { listApplicantsOf } from "../../db/season-applicants";
import {
  addSeason,
  addSeasonRecusal,
  findSeason,
  listSeasonsOf,
  logOf,
  readWithheld,
  type SeasonRow,
} from "../../db/seasons";
import { SENTENCE_MAX } from "../../domain/commands";
import type { MeetingId, MemberId, ProgramId } from "../../domain/ids";
import type { Role } from "../../domain/member";
import { isInEveryMeeting, mayInProgram, maySee } from "../../domain/policy";
import { idSchema, lineSchema, matchYearSchema } from "../../domain/schemas";
import { mayInSeason } from "../../domain/season-policy";
import { nextStep, seasonSteps } from "../../domain/season-steps";
import type { Clock } from "../clock";
import type { ProgramAnswer } from "../context/answers";
import type { MySeason, SeasonService } from "../context/seasons";
import type { Dispatcher } from "../dispatch";
import { accessTo, refuse } from "../programs/access";
import type { Follower } from "../programs/follow";
import { readTyped } from "../programs/typed";
import { accessToSeason, applicantUnknown } from "./access";
import { readProgress } from "./season-progress";
import { wordsOf } from "./season-words";

export interface SeasonServiceParts {
  db: Kysely<Database>;
  clock: Clock;
  follower: Follower;
  dispatch: Dispatcher["dispatch"];
}

const draftTitle = "Preliminary list";
const year = z
  .string()
  .trim()
  .regex(/^\d{4}$/)
  .transform(Number)
  .pipe(matchYearSchema);
const seasonForm = z.object({ trackId: idSchema, year });
const recusalForm = z.object({ reason: lineSchema(SENTENCE_MAX).optional() });
const sentences = {
  trackId: "Choose a track of this program.",
  year: "Enter a year from 2000 to 2100.",
  reason: `Write at most ${SENTENCE_MAX} characters, or leave it empty.`,
};

export function createSeasonService({ db, clock, follower, dispatch }: SeasonServiceParts): SeasonService {
  async function seasonsOf(personId: MemberId): Promise<{ season: SeasonRow; role: Role }[]> {
    const programs = await listProgramsOf(db, personId);
    const roles = new Map(programs.map(({ id, role }) => [id, role]));
    const seasons = await listSeasonsOf(db, [...roles.keys()]);
    return seasons.flatMap((season) => {
      const role = roles.get(season.programId);
      return role ? [{ season, role }] : [];
    });
  }

  return {
    async mine(personId) {
      return (await seasonsOf(personId)).map(({ season, role }) => wordsOf(season, role));
    },

    async cards(personId) {
      const prepared = (await seasonsOf(personId)).filter(({ role }) => mayInSeason(role, "viewSeason"));
      const latest = new Map<ProgramId, number>();
      for (const { season } of prepared) {
        latest.set(season.programId, Math.max(season.matchYear, latest.get(season.programId) ?? 0));
      }
      return Promise.all(
        prepared.map(async ({ season, role }) => {
          const words = wordsOf(season, role);
          if (season.matchYear !== latest.get(season.programId)) return { ...words, next: null, isLocked: false };
          const { counts } = await readProgress(db, season, personId);
          return { ...words, next: nextStep(counts) ?? null, isLocked: counts.phase === "locked" };
        }),
      );
    },

    async open(seasonId, personId) {
      const access = await accessToSeason(db, seasonId, personId, "viewSeason");
      if (!access.ok) return access;
      const { season, role } = access;
      const { counts } = await readProgress(db, season, personId);
      const { quota, meetingId, isFrozen } = season;
      const steps = seasonSteps(counts);
      const state = { quota, meetingId, isFrozen, applicantCount: counts.applicants };
      return {
        ok: true,
        season: {
          ...wordsOf(season, role),
          ...state,
          steps,
          next: nextStep(counts) ?? null,
          isPurged: counts.isPurged,
          rehearsalOf: mayInProgram({ role, isAdministrator: false }, "rehearse") ? logOf(season) : null,
        },
      };
    },

    async add(programId, personId, typed) {
      const access = await accessTo(db, programId, personId, "openSeason");
      if (!access.ok) return access;
      const reading = readTyped(seasonForm, typed, sentences);
      if (!reading.ok) return reading;
      const { trackId, year: matchYear } = reading.value;
      const track = (await listTracks(db, programId)).find(({ id }) => id === trackId);
      if (!track) return refuse(400, sentences.trackId, "trackId");
      const seasonId = await db.transaction().execute(async (trx) => {
        const { quota } = track;
        const draftId = await addMeeting(trx, { trackId, matchYear, quota, title: draftTitle, kind: "draft" });
        if (draftId === undefined) return undefined;
        const added = await addSeason(trx, { trackId, matchYear, draftId, meetingId: null });
        await addMatchYear(trx, programId, matchYear);
        await raiseVersion(trx, programId);
        return added;
      });
      if (seasonId === undefined) return refuse(409, `That track has a season of ${matchYear} already.`, "year");
      // The draft follows its program from nothing: that opens it.
      await follower.follow(programId, personId);
      return { ok: true, seasonId };
    },

    async newest(personId) {
      const newest = new Map<string, MySeason>();
      for (const { season, role } of await seasonsOf(personId)) {
        // Newest first.
        if (mayInSeason(role, "declareSeasonRecusal") && !newest.has(season.trackId))
          newest.set(season.trackId, wordsOf(season, role));
      }
      return [...newest.values()];
    },

    async recusalPage(seasonId, personId) {
      const access = await accessToSeason(db, seasonId, personId, "declareSeasonRecusal");
      if (!access.ok) return access;
      const { season, role } = access;
      const withheld = await readWithheld(db, season, personId);
      const applicants = (await listApplicantsOf(db, season, withheld)).map(({ id, name }) => ({ id, name }));
      const words = { season: wordsOf(season, role), takesFiles: maySee(role, "rankListFile") };
      return { ok: true, page: { ...words, applicants, withheldCount: withheld.size } };
    },

    async declareRecusal(seasonId, applicantId, personId, typed) {
      const access = await accessToSeason(db, seasonId, personId, "declareSeasonRecusal");
      if (!access.ok) return access;
      const { season, role } = access;
      const reading = readTyped(recusalForm, typed.reason ? { reason: typed.reason } : {}, sentences);
      if (!reading.ok) return reading;
      const visible = await listApplicantsOf(db, season, await readWithheld(db, season, personId));
      if (!visible.some(({ id }) => id === applicantId)) return applicantUnknown;
      const { reason } = reading.value;
      const declareIn = async (meetingId: MeetingId): Promise<ProgramAnswer> => {
        const answer = await dispatch({
          meetingId,
          commandId: randomUUID(),
          command: { type: "declareRecusal", applicantId, ...(reason && { reason }) },
          actor: { kind: "member", memberId: personId },
        });
        return answer.ok ? { ok: true } : refuse(409, answer.message);
      };
      // Whoever is a member of the draft, or of the meeting, declares it there, so that it holds on their list too.
      if (season.isFrozen || (season.draftId !== null && isInEveryMeeting(role))) return declareIn(logOf(season));
      await addSeasonRecusal(db, { seasonId, memberId: personId, applicantId, reason, at: clock() });
      // The list may have been frozen meanwhile, without it.
      const now = await findSeason(db, seasonId);
      return now?.isFrozen ? declareIn(logOf(now)) : { ok: true };
    },
  };
}
