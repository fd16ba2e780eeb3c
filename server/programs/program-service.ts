// What the pages read and change of programs, but for their rosters: list, name, tracks, match years, settings, new meetings.
// Each begins with the question whether the asker may (access.ts).
import type { Kysely } from "kysely";
import { z } from "zod";
import { isAdministrator } from "../../db/administrators";
import { appendAudit } from "../../db/audit-trail";
import { addMeeting } from "../../db/meetings";
import * as rows from "../../db/programs";
import type { Database } from "../../db/schema";
import { joinSeason } from "../../db/seasons";
import type { MemberId } from "../../domain/ids";
import { matchYearDates } from "../../domain/match-year";
import { mayInProgram, type ProgramAct, programPermissions } from "../../domain/policy";
import { isTimeZone } from "../../domain/program-day";
import {
  idSchema,
  matchYearDatesSchema,
  matchYearSchema,
  nameSchema,
  programCodeSchema,
  quotaSchema,
} from "../../domain/schemas";
import type { Clock } from "../clock";
import type { ProgramAnswer, ProgramService, Typed } from "../load-context";
import { type Access, accessTo, programUnknown, refuse } from "./access";
import type { Follower } from "./follow";
import { readTyped } from "./typed";

const digits = z
  .string()
  .trim()
  .regex(/^\d{1,4}$/)
  .transform(Number);
const name = nameSchema(200);
const quota = digits.pipe(quotaSchema);
const year = digits.pipe(matchYearSchema);
const code = z
  .string()
  .transform((typed) => typed.trim().toUpperCase())
  .pipe(programCodeSchema);

const sentences = {
  name: "Enter a name of 1 to 200 characters, on one line.",
  title: "Enter a title of 1 to 200 characters, on one line.",
  code: "Enter the NRMP program code: seven digits, a letter and a digit, such as 1000140C0.",
  quota: "Enter a whole number from 1 to 500.",
  year: "Enter a year from 2000 to 2100.",
  trackId: "Choose a track of this program.",
  timeZone: "Enter a time zone by its name, such as America/Chicago.",
  ...Object.fromEntries(matchYearDates.map((date) => [date, "Enter a date, or leave it empty."])),
};

const nameForm = z.object({ name });
const flagAuthorsForm = z.object({ shown: z.enum(["everybody", "hosts"]) });
const timeZoneForm = z.object({ timeZone: z.string().trim().refine(isTimeZone) });
const ssoRequiredForm = z.object({ required: z.enum(["yes", "no"]) });
const newTrackForm = z.object({ code, name, quota });
const trackForm = z.object({ trackId: idSchema, name, quota });
const yearForm = z.looseObject({ year });
const meetingForm = z.object({ trackId: idSchema, year, title: name, quota });

export interface ProgramParts {
  db: Kysely<Database>;
  clock: Clock;
  follower: Follower;
  /** What people here call their single sign-on; null: there is none. */
  ssoName: string | null;
}

export function createProgramService({ db, clock, follower, ssoName }: ProgramParts): ProgramService {
  const done: ProgramAnswer = { ok: true };

  /** For the acts that are not about one program: the administrators'. */
  const isAllowed = async (personId: MemberId, act: ProgramAct): Promise<boolean> =>
    mayInProgram({ role: undefined, isAdministrator: await isAdministrator(db, personId) }, act);

  /** Access first, then what was typed, then the deed. */
  async function change<Schema extends z.ZodType, Told extends object>(
    access: Access,
    [schema, typed]: readonly [Schema, Typed],
    deed: (value: z.infer<Schema>) => Promise<ProgramAnswer<Told>>,
  ): Promise<ProgramAnswer<Told>> {
    if (!access.ok) return access;
    const reading = readTyped(schema, typed, sentences);
    return reading.ok ? deed(reading.value) : reading;
  }

  return {
    async mine(personId) {
      const programs = await rows.listProgramsOf(db, personId);
      return {
        isAdministrator: await isAdministrator(db, personId),
        programs: programs.map((program) => ({
          ...program,
          mayView: mayInProgram({ role: program.role, isAdministrator: false }, "viewProgram"),
        })),
      };
    },

    async all(personId) {
      if (!(await isAllowed(personId, "listPrograms"))) return programUnknown;
      return { ok: true, programs: await rows.listAllPrograms(db) };
    },

    async create(personId, typed) {
      if (!(await isAllowed(personId, "createProgram"))) return programUnknown;
      const reading = readTyped(nameForm, typed, sentences);
      return reading.ok ? { ok: true, programId: await rows.addProgram(db, reading.value.name) } : reading;
    },

    async open(programId, personId) {
      const access = await accessTo(db, programId, personId, "viewProgram");
      if (!access.ok) return access;
      const [program, tracks, years, meetings] = await Promise.all([
        rows.findProgram(db, programId),
        rows.listTracks(db, programId),
        rows.listMatchYears(db, programId),
        rows.listMeetingsIn(db, programId),
      ]);
      if (!program) return programUnknown;
      const acts = Object.keys(programPermissions) as ProgramAct[];
      return {
        ok: true,
        program: {
          id: program.id,
          name: program.name,
          flagAuthorsShown: program.flagAuthorsShown,
          timeZone: program.timeZone,
          sso: ssoName === null ? null : { name: ssoName, isRequired: program.ssoRequired },
          tracks,
          matchYears: years.map((row) => ({ year: row.year, dates: matchYearDatesSchema.parse(row.dates) })),
          meetings: meetings.flatMap(({ quota: _quota, programVersion: _version, kind, ...meeting }) =>
            kind === "meeting" ? [meeting] : [],
          ),
          isMember: access.standing.role !== undefined,
          may: acts.filter((act) => mayInProgram(access.standing, act)),
        },
      };
    },

    async rename(programId, personId, typed) {
      return change(await accessTo(db, programId, personId, "renameProgram"), [nameForm, typed], async (form) => {
        await rows.renameProgram(db, programId, form.name);
        return done;
      });
    },

    async changeFlagAuthors(programId, personId, typed) {
      const access = await accessTo(db, programId, personId, "changeFlagAuthors");
      return change(access, [flagAuthorsForm, typed], async ({ shown }) => {
        const isChanged = await db.transaction().execute(async (trx) => {
          const differs = await rows.showFlagAuthors(trx, programId, shown === "everybody");
          if (differs) await rows.raiseVersion(trx, programId);
          return differs;
        });
        if (isChanged) await follower.follow(programId, personId);
        return done;
      });
    },

    async changeTimeZone(programId, personId, typed) {
      const access = await accessTo(db, programId, personId, "changeTimeZone");
      return change(access, [timeZoneForm, typed], async ({ timeZone }) => {
        await db.transaction().execute(async (trx) => {
          if (!(await rows.setTimeZone(trx, programId, timeZone))) return;
          const entry = { programId, actorId: personId, action: "timeZoneChanged", subject: {} } as const;
          await appendAudit(trx, [{ ...entry, detail: { to: timeZone }, outcome: "done", at: clock() }]);
        });
        return done;
      });
    },

    async changeSsoRequired(programId, personId, typed) {
      const access = await accessTo(db, programId, personId, "changeSsoRequired");
      return change(access, [ssoRequiredForm, typed], async ({ required }) => {
        const to = required === "yes";
        // Nobody could follow it, and it would begin to hold on the day that single sign-on is set up.
        if (to && ssoName === null) return refuse(409, "This installation has no single sign-on to require.");
        await db.transaction().execute(async (trx) => {
          if (!(await rows.requireSso(trx, programId, to))) return;
          const entry = { programId, actorId: personId, action: "ssoRequiredChanged", subject: {} } as const;
          await appendAudit(trx, [{ ...entry, detail: { to }, outcome: "done", at: clock() }]);
        });
        return done;
      });
    },

    async addTrack(programId, personId, typed) {
      const access = await accessTo(db, programId, personId, "changeTracks");
      return change(access, [newTrackForm, typed], async (track) => {
        const id = await rows.addTrack(db, programId, track);
        return id === undefined ? refuse(409, `There is a track with the code ${track.code} already.`, "code") : done;
      });
    },

    async changeTrack(programId, personId, typed) {
      const access = await accessTo(db, programId, personId, "changeTracks");
      return change(access, [trackForm, typed], async ({ trackId: id, ...track }) => {
        const isThere = await rows.changeTrack(db, programId, { id, ...track });
        return isThere ? done : refuse(400, sentences.trackId, "trackId");
      });
    },

    async saveMatchYear(programId, personId, typed) {
      const access = await accessTo(db, programId, personId, "changeMatchYears");
      return change(access, [yearForm, typed], async ({ year: saved }) => {
        const given = matchYearDates.flatMap((date) => (typed[date]?.trim() ? [[date, typed[date].trim()]] : []));
        const dates = readTyped(matchYearDatesSchema, Object.fromEntries(given), sentences);
        if (!dates.ok) return dates;
        await rows.saveMatchYear(db, programId, { year: saved, dates: dates.value });
        return done;
      });
    },

    async openMeeting(programId, personId, typed) {
      const access = await accessTo(db, programId, personId, "openMeeting");
      return change(access, [meetingForm, typed], async ({ trackId, year: matchYear, ...meeting }) => {
        const meetingId = await db.transaction().execute(async (trx) => {
          const tracks = await rows.listTracks(trx, programId);
          if (!tracks.some(({ id }) => id === trackId)) return null;
          const added = await addMeeting(trx, { trackId, matchYear, ...meeting });
          if (added === undefined) return undefined;
          await rows.addMatchYear(trx, programId, matchYear);
          await joinSeason(trx, { trackId, matchYear, meetingId: added });
          await rows.raiseVersion(trx, programId);
          return added;
        });
        if (meetingId === null) return refuse(400, sentences.trackId, "trackId");
        if (meetingId === undefined) {
          return refuse(409, `That track has a meeting of ${matchYear} with this title already.`, "title");
        }
        // It follows its program from nothing: that opens it.
        await follower.follow(programId, personId);
        return { ok: true, meetingId };
      });
    },
  };
}
