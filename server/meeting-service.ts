// What the pages read of meetings. Every read is bounded by the reader: their roster, their role, their recusals.
import type { Kysely } from "kysely";
import { listMeetingsOf } from "../db/meetings";
import { findProgramOf } from "../db/programs";
import type { Database } from "../db/schema";
import type { ApplicantId, MeetingId, MemberId } from "../domain/ids";
import type { MeetingState } from "../domain/meeting";
import { redactState, type View, viewOf } from "../domain/redact";
import { type AuditTrail, notOnRecord } from "./audit-trail";
import { meetingUnknown, pledgeNeeded } from "./failure";
import { historyOf } from "./history";
import { Pledges } from "./joining/pledges";
import type { LiveMeetings } from "./live-meetings";
import type { MeetingService } from "./load-context";
import { Replays } from "./looking-back/replays";
import { agendaScores } from "./notes/agenda-scores";
import { meetingInterview } from "./notes/meeting-interview";
import { rankListFile } from "./rank-list-file";
import { createReadings } from "./readings";
import { isUuid } from "./uuid";
import { viewToken } from "./view-token";

const noFileOfDraft =
  "This is the draft of a preliminary list. The files come from the meeting, once the list is frozen and has opened it.";

const noFileOfRehearsal =
  "This is a rehearsal: a practice copy, in which made-up members moved applicants. Its list is nobody's, so there is no file of it. The files come from the meeting itself.";

export interface MeetingServiceParts {
  db: Kysely<Database>;
  live: LiveMeetings;
  trail: AuditTrail;
}

export function createMeetingService({ db, live, trail }: MeetingServiceParts): MeetingService {
  const readings = createReadings({ db, trail });
  const pledges = new Pledges(db, live);
  const replays = new Replays(db);
  const stateOf = async (meetingId: MeetingId): Promise<MeetingState | undefined> =>
    isUuid(meetingId) ? live.fresh(db, meetingId) : undefined;

  /** What the person sees of an applicant there; undefined for the unknown, for the withheld (SEE-1), and before the pledge. */
  async function sightOf(
    meetingId: MeetingId,
    applicantId: ApplicantId,
    personId: MemberId,
  ): Promise<View | undefined> {
    const state = await stateOf(meetingId);
    const view = state && viewOf(state, personId);
    if (!state || !view || view.withheld.includes(applicantId) || !state.applicants[applicantId]) return undefined;
    return (await pledges.isAsked(meetingId, personId)) ? undefined : view;
  }

  return {
    listFor: (personId: MemberId) => listMeetingsOf(db, personId),

    async open(meetingId, personId) {
      const state = await stateOf(meetingId);
      const view = state && viewOf(state, personId);
      if (!state || !view || (await pledges.isAsked(meetingId, personId))) return null;
      if (state.phase !== "purged") await readings.meeting(meetingId, personId);
      return {
        seq: state.seq,
        view: viewToken(view),
        memberId: personId,
        state: redactState(state, view, personId),
      };
    },

    async noteRead(meetingId, applicantId, personId) {
      if (!(await sightOf(meetingId, applicantId, personId))) return false;
      await readings.applicant(meetingId, applicantId, personId);
      return true;
    },

    async historyOf(meetingId, applicantId, personId) {
      const state = await stateOf(meetingId);
      const view = state && (await sightOf(meetingId, applicantId, personId));
      if (!view) return null;
      await readings.applicant(meetingId, applicantId, personId);
      return historyOf(await replays.of(state, view), applicantId);
    },

    async interviewOf(meetingId, applicantId, personId) {
      const state = await stateOf(meetingId);
      const view = state && (await sightOf(meetingId, applicantId, personId));
      return state && view ? meetingInterview({ db, trail }, { state, view, applicantId, personId }) : null;
    },

    async agendaScoresOf(meetingId, personId) {
      const state = await stateOf(meetingId);
      const view = state && viewOf(state, personId);
      if (!state || !view || (await pledges.isAsked(meetingId, personId))) return null;
      return agendaScores(db, { state, view, personId });
    },

    async rankListFile(meetingId, personId, format) {
      const state = await stateOf(meetingId);
      if (!state?.members[personId]) return { ok: false, status: 404, message: meetingUnknown.message };
      if (state.kind === "draft") return { ok: false, status: 409, message: noFileOfDraft };
      if (state.kind === "rehearsal") return { ok: false, status: 409, message: noFileOfRehearsal };
      if (await pledges.isAsked(meetingId, personId)) return { ok: false, status: 409, message: pledgeNeeded.message };
      const file = await rankListFile(state, personId, format);
      // A list that cannot become a file is nobody's doing; a refusal of the person is.
      if (!file.ok && file.status !== 403) return file;
      const isOnRecord = await trail.recordExport({
        programId: (await findProgramOf(db, meetingId)) ?? null,
        actorId: personId,
        action: "rankListExported",
        subject: { meetingId },
        detail: { format },
        outcome: file.ok ? "done" : "refused",
      });
      return isOnRecord || !file.ok ? file : { ok: false, status: 503, message: notOnRecord };
    },

    async programOf(meetingId, personId) {
      const state = await stateOf(meetingId);
      return state?.members[personId] ? ((await findProgramOf(db, meetingId)) ?? null) : null;
    },
  };
}
