// What the pages read of meetings. Every read is bounded by the reader: their roster, their role, their recusals.
import type { Kysely } from "kysely";
import { readEvents } from "../db/event-log";
import { listMeetingsOf } from "../db/meetings";
import { findProgramOf } from "../db/programs";
import type { Database } from "../db/schema";
import type { MeetingId, MemberId } from "../domain/ids";
import type { MeetingState } from "../domain/meeting";
import { redactState, viewOf } from "../domain/redact";
import { meetingUnknown } from "./failure";
import { historyOf } from "./history";
import type { LiveMeetings } from "./live-meetings";
import type { MeetingService } from "./load-context";
import { rankListFile } from "./rank-list-file";
import { viewToken } from "./view-token";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function createMeetingService({ db, live }: { db: Kysely<Database>; live: LiveMeetings }): MeetingService {
  const stateOf = async (meetingId: MeetingId): Promise<MeetingState | undefined> =>
    uuid.test(meetingId) ? live.fresh(db, meetingId) : undefined;

  return {
    listFor: (personId: MemberId) => listMeetingsOf(db, personId),

    async open(meetingId, personId) {
      const state = await stateOf(meetingId);
      const view = state && viewOf(state, personId);
      if (!state || !view) return null;
      return {
        seq: state.seq,
        view: viewToken(view),
        memberId: personId,
        state: redactState(state, view, personId),
      };
    },

    async historyOf(meetingId, applicantId, personId) {
      const state = await stateOf(meetingId);
      const view = state && viewOf(state, personId);
      if (!state || !view || view.withheld.includes(applicantId) || !state.applicants[applicantId]) return null;
      return historyOf(meetingId, await readEvents(db, meetingId, 0), applicantId, view);
    },

    async rankListFile(meetingId, personId, format) {
      const state = await stateOf(meetingId);
      if (!state) return { ok: false, status: 404, message: meetingUnknown.message };
      return rankListFile(state, personId, format);
    },

    async programOf(meetingId, personId) {
      const state = await stateOf(meetingId);
      return state?.members[personId] ? ((await findProgramOf(db, meetingId)) ?? null) : null;
    },
  };
}
