// What a program's director decides about its old data: how long they are kept, whether a legal hold stands, and the purge
// (KEEP-1 … KEEP-4). A purge is a command a meeting, through dispatch; this file says which meetings are due.
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { appendAudit, type NewAuditEntry } from "../db/audit-trail";
import { canonicalJson, sha256 } from "../db/hash-chain";
import { findProgram, standingIn } from "../db/programs";
import { countHeld, type HeldMeeting, listHeldMeetings } from "../db/purge";
import {
  insertHold,
  liftHold,
  lockRetention,
  type Retention,
  readRetention,
  readYearEnd,
  saveRetentionYears,
} from "../db/retention";
import type { Database } from "../db/schema";
import type { MemberId } from "../domain/ids";
import { mayInProgram, type ProgramAct } from "../domain/policy";
import {
  addTaken,
  isRetentionOver,
  keptUntil,
  LEAST_YEARS,
  MOST_YEARS,
  nothingTaken,
  type Taken,
} from "../domain/retention";
import { sentenceSchema } from "../domain/schemas";
import type { Clock } from "./clock";
import type { Dispatcher } from "./dispatch";
import type { HeldYear, RetentionAnswer, RetentionService } from "./load-context";
import { giveNotice } from "./meeting-notice";
import { isUuid } from "./uuid";

export interface RetentionParts {
  db: Kysely<Database>;
  clock: Clock;
  dispatch: Dispatcher["dispatch"];
}

interface Held extends HeldMeeting {
  /** Of its match year. */
  end: string;
  held: Taken;
}
interface Program {
  id: string;
  name: string;
}

const unknown = { ok: false, status: 404, message: "There is no such program, or this is not yours to do." } as const;
const refuse = (status: 400 | 409 | 503, message: string, field?: string): RetentionAnswer => ({
  ok: false,
  status,
  message,
  ...(field && { field }),
});

const REASON_MAX = 500;
const reasonSchema = sentenceSchema(REASON_MAX);
const yearsSchema = /^\d{1,2}$/;

export function createRetention({ db, clock, dispatch }: RetentionParts): RetentionService {
  async function programFor(programId: string, personId: MemberId, act: ProgramAct): Promise<Program | undefined> {
    const program = isUuid(programId) ? await findProgram(db, programId) : undefined;
    const standing = program && (await standingIn(db, program.id, personId));
    return standing && mayInProgram(standing, act) ? program : undefined;
  }

  /** Changes the rule or the holds, and puts it on record, in one transaction that no purge runs beside. */
  async function change(
    programId: string,
    personId: MemberId,
    make: (retention: Retention, trx: Kysely<Database>, at: Date) => Promise<RetentionAnswer | Recorded>,
  ): Promise<RetentionAnswer> {
    const program = await programFor(programId, personId, "setRetention");
    if (!program) return unknown;
    return db.transaction().execute(async (trx) => {
      await lockRetention(trx, program.id);
      const at = clock();
      const made = await make(await readRetention(trx, program.id), trx, at);
      if ("ok" in made) return made;
      const entry = { programId: program.id, actorId: personId, subject: {}, outcome: "done", at, ...made } as const;
      await appendAudit(trx, [entry]);
      return { ok: true };
    });
  }

  /** What is held, meeting by meeting, and what of it is due. */
  async function planOf(program: Program): Promise<Plan> {
    const retention = await readRetention(db, program.id);
    const now = clock().toISOString();
    const meetings: Held[] = [];
    for (const meeting of await listHeldMeetings(db, program.id)) {
      const end = await readYearEnd(db, program.id, meeting.matchYear);
      meetings.push({ ...meeting, end, held: await countHeld(db, meeting.id) });
    }
    const isDue = ({ end, purgedAt }: Held) => purgedAt === undefined && isRetentionOver(end, retention.years, now);
    const due = retention.hold ? [] : meetings.filter(isDue);
    const shown = due.map(({ id, held }) => ({ id, ...held }));
    return { retention, now, meetings, due, fingerprint: sha256(canonicalJson(shown)).slice(0, 16) };
  }

  return {
    async open(programId, personId) {
      const program = await programFor(programId, personId, "purge");
      if (!program) return null;
      const { retention, now, meetings, due, fingerprint } = await planOf(program);
      const { years, hold } = retention;
      return {
        programName: program.name,
        years,
        hold: hold ? { reason: hold.reason, placedBy: hold.placedBy, placedAt: hold.placedAt.toISOString() } : null,
        held: heldYears(meetings, years, now),
        purge: due.length > 0 ? { taken: sumOf(due), meetingCount: due.length, plan: fingerprint } : null,
      };
    },

    setYears: (programId, personId, typed) =>
      change(programId, personId, async ({ years: from }, trx) => {
        const years = yearsSchema.test(typed.trim()) ? Number(typed) : Number.NaN;
        if (!(years >= LEAST_YEARS && years <= MOST_YEARS)) {
          const least = `Hiring records are kept at least ${LEAST_YEARS} years`;
          return refuse(400, `${least}: write a whole number from ${LEAST_YEARS} to ${MOST_YEARS}.`, "years");
        }
        if (years === from) return { ok: true };
        await saveRetentionYears(trx, programId, years);
        return { action: "retentionChanged", detail: { from, to: years } };
      }),

    placeHold: (programId, personId, typed) =>
      change(programId, personId, async ({ hold }, trx, at) => {
        const reason = reasonSchema.safeParse(typed);
        if (!reason.success)
          return refuse(
            400,
            `Say what the hold is for, in a sentence of at least three words and at most ${REASON_MAX} characters.`,
            "reason",
          );
        if (hold) return refuse(409, "A legal hold stands already.");
        await insertHold(trx, { programId, reason: reason.data, by: personId, at });
        return { action: "holdPlaced", detail: {} };
      }),

    liftHold: (programId, personId, typed) =>
      change(programId, personId, async ({ hold }, trx, at) => {
        const reason = reasonSchema.safeParse(typed);
        if (!reason.success)
          return refuse(
            400,
            `Say why it may end, in a sentence of at least three words and at most ${REASON_MAX} characters.`,
            "reason",
          );
        if (!hold) return refuse(409, "No legal hold stands.");
        await liftHold(trx, hold.id, { by: personId, at, reason: reason.data });
        return { action: "holdLifted", detail: {} };
      }),

    async purge(programId, personId, { name, plan }) {
      const program = await programFor(programId, personId, "purge");
      if (!program) return unknown;
      if (name.trim() !== program.name) {
        return refuse(400, `Type the program's name exactly as it stands here: ${program.name}`, "name");
      }
      const { retention, due, fingerprint } = await planOf(program);
      if (retention.hold) return refuse(409, "A legal hold stands, so nothing was purged.");
      if (due.length === 0) return refuse(409, "Nothing is due to be purged.");
      if (plan !== fingerprint) {
        return refuse(
          409,
          "What would be purged has changed since this page was shown. Nothing was purged; look again.",
        );
      }
      const done: Held[] = [];
      for (const meeting of due) {
        const request = {
          meetingId: meeting.id,
          commandId: randomUUID(),
          actor: { kind: "system", by: personId },
        } as const;
        const answer = await dispatch({ ...request, command: { type: "purgeMeeting", taken: meeting.held } });
        if (!answer.ok) return refuse(answer.retry ? 503 : 409, stoppedAt(meeting, done.length, answer.message));
        done.push(meeting);
        // Other processes may hold the meeting in memory.
        await giveNotice(db, { kind: "log", meetingId: meeting.id, after: answer.seq - 1 });
      }
      return { ok: true, taken: sumOf(done) };
    },
  };
}

interface Plan {
  retention: Retention;
  now: string;
  meetings: Held[];
  due: Held[];
  fingerprint: string;
}

type Recorded = Pick<NewAuditEntry, "action" | "detail">;

const sumOf = (meetings: readonly Held[]): Taken => meetings.map(({ held }) => held).reduce(addTaken, nothingTaken);

const stoppedAt = ({ title }: Held, count: number, why: string): string =>
  `${count === 0 ? "Nothing was purged" : `${count} ${count === 1 ? "meeting was" : "meetings were"} purged`}, then it stopped at “${title}”: ${why}`;

function heldYears(meetings: readonly Held[], years: number, now: string): HeldYear[] {
  const matchYears = [...new Set(meetings.map(({ matchYear }) => matchYear))].sort((a, b) => b - a);
  return matchYears.map((matchYear) => {
    const own = meetings.filter((meeting) => meeting.matchYear === matchYear);
    const [{ end } = { end: "" }] = own;
    return {
      matchYear,
      keptUntil: keptUntil(end, years),
      isOver: isRetentionOver(end, years, now),
      meetings: own.map(({ title, purgedAt }) => ({ title, purgedAt: purgedAt ?? null })),
      held: sumOf(own),
    };
  });
}
