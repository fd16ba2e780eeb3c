// What the pages read of meetings. Every read is bounded by the reader: their roster, their role, their recusals.
import type { Kysely } from "kysely";
import { listMeetingsOf } from "../db/meetings";
import { findProgramOf } from "../db/programs";
import type { Database } from "../db/schema";
import type { ApplicantId, MeetingId, MemberId } from "../domain/ids";
import type { MeetingState } from "../domain/meeting";
import { redactState, type View, viewOf } from "../domain/redact";
import { fileBeside } from "./applicant-files/file-beside";
import { type AuditTrail, notOnRecord } from "./audit-trail";
import { meetingUnknown, pledgeNeeded } from "./failure";
import { historyOf } from "./history";
import { Pledges } from "./joining/pledges";
import type { LiveMeetings } from "./live-meetings";
import type { MeetingService } from "./load-context";
import { replayOf } from "./looking-back/replays";
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

interface Sight {
  state: MeetingState;
  view: View;
}

export function createMeetingService({ db, live, trail }: MeetingServiceParts): MeetingService {
  const readings = createReadings({ db, trail });
  const pledges = new Pledges(db, live);
  const stateOf = async (meetingId: MeetingId): Promise<MeetingState | undefined> =>
    isUuid(meetingId) ? live.fresh(db, meetingId) : undefined;

  /** The meeting, and what the person sees of it; undefined for strangers, and before the pledge. */
  async function sightOf(meetingId: MeetingId, personId: MemberId): Promise<Sight | undefined> {
    const state = await stateOf(meetingId);
    const view = state && viewOf(state, personId);
    return !state || !view || (await pledges.isAsked(meetingId, personId)) ? undefined : { state, view };
  }

  /** The same for an applicant there: undefined also for the unknown and for the withheld (SEE-1). */
  async function sightOfApplicant(
    meetingId: MeetingId,
    applicantId: ApplicantId,
    personId: MemberId,
  ): Promise<Sight | undefined> {
    const sight = await sightOf(meetingId, personId);
    const isSeen = sight?.state.applicants[applicantId] && !sight.view.withheld.includes(applicantId);
    return isSeen ? sight : undefined;
  }

  return {
    listFor: (personId: MemberId) => listMeetingsOf(db, personId),

    async open(meetingId, personId) {
      const sight = await sightOf(meetingId, personId);
      if (!sight) return null;
      const { state, view } = sight;
      if (state.phase !== "purged") await readings.meeting(meetingId, personId);
      return {
        now: new Date().toISOString(),
        seq: state.seq,
        view: viewToken(view),
        memberId: personId,
        state: redactState(state, view, personId),
      };
    },

    async noteRead(meetingId, applicantId, personId) {
      if (!(await sightOfApplicant(meetingId, applicantId, personId))) return false;
      await readings.applicant(meetingId, applicantId, personId);
      return true;
    },

    async historyOf(meetingId, applicantId, personId) {
      const sight = await sightOfApplicant(meetingId, applicantId, personId);
      if (!sight) return null;
      await readings.applicant(meetingId, applicantId, personId);
      return historyOf(await replayOf(db, sight.state, sight.view), applicantId);
    },

    async interviewOf(meetingId, applicantId, personId) {
      const sight = await sightOfApplicant(meetingId, applicantId, personId);
      return sight ? meetingInterview({ db, trail }, { ...sight, applicantId, personId }) : null;
    },

    async besideFileOf(meetingId, applicantId, personId) {
      const sight = await sightOfApplicant(meetingId, applicantId, personId);
      return sight ? fileBeside(db, { state: sight.state, applicantId, personId }) : null;
    },

    async agendaScoresOf(meetingId, personId) {
      const sight = await sightOf(meetingId, personId);
      return sight ? agendaScores(db, { ...sight, personId }) : null;
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
