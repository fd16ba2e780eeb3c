// Looking back at a meeting: what has changed since the preliminary list and why, the list as it was, and how deep it may go. Each
// begins with the question who asks; everything is told of the meeting as they may see it now (BACK-1).
import type { Kysely } from "kysely";
import type { Database } from "../../db/schema";
import type { MeetingId, MemberId } from "../../domain/ids";
import { listReasons } from "../../domain/list-reasons";
import type { MeetingState } from "../../domain/meeting";
import type { Role } from "../../domain/member";
import { momentsOf } from "../../domain/moments";
import { pastRows } from "../../domain/past-list";
import { mayAsk, maySee } from "../../domain/policy";
import { redactState, type View, viewOf } from "../../domain/redact";
import { seenAt } from "../../domain/replay";
import type { AuditTrail } from "../audit-trail";
import type { LookingBackService, PastPage } from "../context/looking-back";
import { Pledges } from "../joining/pledges";
import type { LiveMeetings } from "../live-meetings";
import { createReadings } from "../readings";
import { isUuid } from "../uuid";
import { depthLineOf, depthView } from "./depth-view";
import { minutesPage } from "./minutes-page";
import { openQuestionsAbout } from "./open-questions";
import { replayOf } from "./replays";

export interface LookingBackParts {
  db: Kysely<Database>;
  live: LiveMeetings;
  trail: AuditTrail;
}

interface Sight {
  state: MeetingState;
  view: View;
  /** As the person may see it. */
  seen: MeetingState;
  page: PastPage;
  role: Role;
}

export function createLookingBackService({ db, live, trail }: LookingBackParts): LookingBackService {
  const readings = createReadings({ db, trail });
  const pledges = new Pledges(db, live);

  /** Undefined for whoever does not see the meeting's list. A draft has its snapshots instead (DRAFT-4). */
  async function sightOf(meetingId: MeetingId, personId: MemberId): Promise<Sight | undefined> {
    const state = isUuid(meetingId) ? await live.fresh(db, meetingId) : undefined;
    const view = state && viewOf(state, personId);
    const role = state?.members[personId]?.role;
    if (!state || !view || !role || state.kind === "draft" || state.phase === "purged") return undefined;
    if (await pledges.isAsked(meetingId, personId)) return undefined;
    const isRehearsal = state.kind === "rehearsal";
    const page = { meetingId, title: state.title, isRehearsal, hasDepth: maySee(role, "depth") };
    return { state, view, seen: redactState(state, view, personId), page, role };
  }

  /** What is shown of it is the meeting's list: reading it is reading the meeting. */
  async function read(meetingId: MeetingId, personId: MemberId) {
    const sight = await sightOf(meetingId, personId);
    if (!sight) return undefined;
    await readings.meeting(meetingId, personId);
    return { ...sight, steps: await replayOf(db, sight.state, sight.view) };
  }

  return {
    async differences(meetingId, personId) {
      const replayed = await read(meetingId, personId);
      if (!replayed) return null;
      const { steps, seen, page, role } = replayed;
      const { preliminary, order, applicants, members, formerMembers } = seen;
      const reasons = preliminary ? listReasons(steps, preliminary, order) : null;
      const ids = reasons?.changes.map(({ change }) => change.applicantId) ?? [];
      return {
        ...page,
        at: seenAt(steps, steps.length - 1) ?? "",
        reasons,
        names: Object.fromEntries(ids.map((id) => [id, applicants[id]?.name ?? ""])),
        signers: { members, formerMembers },
        questions: mayAsk(role, "lockList") ? await openQuestionsAbout(db, seen) : [],
      };
    },

    async listAt(meetingId, personId, seq) {
      const replayed = await read(meetingId, personId);
      if (!replayed || (seq !== null && (seq < 1 || seq > replayed.seen.seq))) return null;
      const { steps, seen, page } = replayed;
      const moments = momentsOf(steps);
      if (seq === null) return { ...page, moments, list: null };
      // A log begins at 1 and has no gap.
      const until = steps.slice(0, seq);
      const list = {
        seq,
        at: seenAt(until, seq - 1) ?? "",
        isNow: seq === seen.seq,
        rows: pastRows(until, seen),
        earlier: moments.filter((moment) => moment.seq < seq).at(-1)?.seq ?? null,
        later: moments.find((moment) => moment.seq > seq)?.seq ?? null,
      };
      return { ...page, moments, list };
    },

    async minutes(meetingId, personId, part) {
      const replayed = await read(meetingId, personId);
      return replayed ? minutesPage(db, personId, replayed, part) : null;
    },

    async depth(meetingId, personId) {
      const sight = await sightOf(meetingId, personId);
      return sight?.page.hasDepth ? { ...sight.page, ...(await depthView(db, sight.seen)) } : null;
    },

    async depthLine(meetingId, personId) {
      const sight = await sightOf(meetingId, personId);
      return sight?.page.hasDepth ? depthLineOf(db, sight.seen) : null;
    },
  };
}
