// Rehearsals as pages read, start, pause and throw them away (REHEARSE-1, REHEARSE-5). Each answer begins with the question whether
// the asker is a host of what they ask for. The source is read, and never written.
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { appendAudit } from "../../db/audit-trail";
import { findProgramOf } from "../../db/programs";
import {
  closeRehearsal,
  findOrAddRehearsal,
  findRehearsal,
  findRehearsalOf,
  listRehearsalsWith,
  pauseRehearsal,
  type RehearsalRow,
} from "../../db/rehearsals";
import type { Database } from "../../db/schema";
import { type OpenFromDraft, openFromDraftSchema } from "../../domain/commands";
import type { MeetingId, MemberId } from "../../domain/ids";
import type { MeetingState } from "../../domain/meeting";
import type { Role } from "../../domain/member";
import { mayInProgram } from "../../domain/policy";
import { practiceMembers } from "../../domain/practice";
import { viewOf } from "../../domain/redact";
import type { Clock } from "../clock";
import type { ProgramRefusal } from "../context/answers";
import type { OpenRehearsal, RehearsalLine, RehearsalService } from "../context/rehearsals";
import type { Dispatcher } from "../dispatch";
import { meetingUnknown, pledgeNeeded } from "../failure";
import { Pledges } from "../joining/pledges";
import type { LiveMeetings } from "../live-meetings";
import { notAllowed, refuse } from "../programs/access";
import { programSays } from "../programs/follow";
import { isUuid } from "../uuid";
import { endRehearsal } from "./end-rehearsal";

export interface RehearsalParts {
  db: Kysely<Database>;
  live: LiveMeetings;
  clock: Clock;
  dispatch: Dispatcher["dispatch"];
}

const unknown = refuse(404, meetingUnknown.message);
const notARehearsal = refuse(409, "This is not a rehearsal.");

type Access = { ok: true; state: MeetingState; role: Role } | ProgramRefusal;

export function createRehearsalService(parts: RehearsalParts): RehearsalService {
  const { db, live, clock, dispatch } = parts;
  const pledges = new Pledges(db, live);

  async function access(meetingId: MeetingId, personId: MemberId): Promise<Access> {
    const state = isUuid(meetingId) ? await live.fresh(db, meetingId) : undefined;
    const role = state?.members[personId]?.role;
    if (!state || !role || !viewOf(state, personId)) return unknown;
    const standing = { role, isAdministrator: false };
    return mayInProgram(standing, "rehearse") ? { ok: true, state, role } : notAllowed(standing, "rehearse");
  }

  /** Undefined: the meeting, or draft, can be copied now. */
  async function obstacleOf(state: MeetingState, personId: MemberId): Promise<string | undefined> {
    if (state.phase === "purged") return "The data of this meeting are gone, so there is nothing to rehearse with.";
    if (state.phase === "locked") return "The list is locked. A rehearsal is for before that.";
    if (Object.keys(state.applicants).length === 0)
      return "There are no applicants yet, so there is nothing to rehearse with.";
    return (await pledges.isAsked(state.id, personId)) ? pledgeNeeded.message : undefined;
  }

  async function rehearsalFor(meetingId: MeetingId, personId: MemberId) {
    const asked = await access(meetingId, personId);
    if (!asked.ok) return asked;
    const row = asked.state.kind === "rehearsal" ? await findRehearsal(db, meetingId) : undefined;
    if (!row) return notARehearsal;
    return { ok: true as const, row, mayThrowAway: row.madeBy === personId || asked.role === "pd" };
  }

  const recordOf = (
    meetingId: MeetingId,
    programId: string,
    actorId: MemberId,
    action: "rehearsalStarted" | "rehearsalThrownAway",
  ) =>
    db
      .transaction()
      .execute((trx) =>
        appendAudit(trx, [
          { programId, actorId, action, subject: { meetingId }, detail: {}, outcome: "done", at: clock() },
        ]),
      );

  return {
    mine: async (personId) => (await listRehearsalsWith(db, personId)).map(lineOf),

    async open(meetingId, personId) {
      const asked = await access(meetingId, personId);
      if (!asked.ok) return asked;
      const { state, role } = asked;
      const isRehearsal = state.kind === "rehearsal";
      const row = await (isRehearsal ? findRehearsal : findRehearsalOf)(db, meetingId);
      const rehearsal: OpenRehearsal | null = row
        ? { ...lineOf(row), isPaused: row.isPaused, mayThrowAway: row.madeBy === personId || role === "pd" }
        : null;
      const obstacle = isRehearsal || rehearsal ? null : ((await obstacleOf(state, personId)) ?? null);
      return { ok: true, page: { title: state.title, isRehearsal, rehearsal, obstacle } };
    },

    async start(meetingId, personId) {
      const asked = await access(meetingId, personId);
      if (!asked.ok) return asked;
      const { state: source } = asked;
      if (source.kind === "rehearsal") return refuse(409, "This is a rehearsal already.");
      const obstacle = await obstacleOf(source, personId);
      if (obstacle !== undefined) return refuse(409, obstacle);
      const { title: sourceTitle, quota } = source;
      const added = await findOrAddRehearsal(db, {
        ...{ sourceId: meetingId, sourceTitle, quota },
        ...{ by: personId, now: clock() },
      });
      const programId = await findProgramOf(db, meetingId);
      // Also where an earlier try was cut short before it was opened: what is open already refuses a second opening.
      const before = await live.fresh(db, added.meetingId);
      if (programId === undefined || Object.keys(before?.applicants ?? {}).length > 0) {
        return { ok: true, meetingId: added.meetingId };
      }
      const command = await copyOf(source, programId, added.meetingId);
      const actor = { kind: "system", by: personId } as const;
      const answer = await dispatch({ meetingId: added.meetingId, commandId: randomUUID(), command, actor });
      if (!answer.ok && answer.code !== "meetingNotEmpty") return refuse(409, answer.message);
      if (answer.ok) await recordOf(added.meetingId, programId, personId, "rehearsalStarted");
      return { ok: true, meetingId: added.meetingId };
    },

    async pause(meetingId, personId, isPaused) {
      const asked = await rehearsalFor(meetingId, personId);
      if (!asked.ok) return asked;
      await pauseRehearsal(db, meetingId, isPaused ? clock() : null);
      return { ok: true };
    },

    async throwAway(meetingId, personId) {
      const asked = await rehearsalFor(meetingId, personId);
      if (!asked.ok) return asked;
      if (!asked.mayThrowAway) {
        return refuse(403, "A rehearsal is thrown away by whoever started it, or by the program director.");
      }
      const isFirst = await closeRehearsal(db, meetingId, { by: personId, at: clock() });
      const programId = await findProgramOf(db, meetingId);
      if (isFirst && programId !== undefined) await recordOf(meetingId, programId, personId, "rehearsalThrownAway");
      await endRehearsal(parts, meetingId, personId);
      return { ok: true };
    },
  };

  /** Applicants, order, quota, limits and recusals as they are now. What people have signed stays where they signed it. */
  async function copyOf(source: MeetingState, programId: string, meetingId: MeetingId): Promise<OpenFromDraft> {
    const follow = await programSays(parts, programId, meetingId);
    if (!follow) throw new Error("a rehearsal is of its source's program");
    const { protected: top, middle, red } = source.order;
    const { championLimit } = source;
    return openFromDraftSchema.parse({
      type: "openFromDraft",
      follow: {
        ...follow,
        meeting: { ...follow.meeting, championLimit },
        members: [...follow.members, ...practiceMembers],
      },
      applicants: Object.values(source.applicants),
      list: { protected: [...top], middle: [...middle], red: [...red] },
      recusals: Object.entries(source.recusals).flatMap(([memberId, applicantIds]) =>
        applicantIds.map((applicantId) => ({ memberId, applicantId })),
      ),
      endorsements: [],
    } satisfies OpenFromDraft);
  }
}

const lineOf = ({ meetingId, title, makerName, madeAt }: RehearsalRow): RehearsalLine => ({
  ...{ meetingId, title },
  madeBy: makerName,
  madeAt: madeAt.toISOString(),
});
