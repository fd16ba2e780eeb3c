// The screen on the wall: opened and ended by those who show the door's code, and read by whoever has its link (WALL-1).
import type { Kysely } from "kysely";
import { addPresenterLink, countPresenterLinks, endPresenterLinks, findPresented } from "../../db/presenter-links";
import type { Database } from "../../db/schema";
import type { MeetingState } from "../../domain/meeting";
import { mayAtDoor } from "../../domain/policy";
import { type PresenterView, presenterView } from "../../domain/presenter";
import { createToken, hashToken } from "../auth/token";
import type { Clock } from "../clock";
import type { PresenterScreen, PresenterService } from "../context/presenter";
import type { LiveMeetings } from "../live-meetings";
import { isUuid } from "../uuid";

/** A meeting's day. */
const LIFETIME_MS = 24 * 60 * 60 * 1000;

export interface PresenterParts {
  db: Kysely<Database>;
  clock: Clock;
  live: LiveMeetings;
  /** The QR code of the meeting's door, where a code is out. */
  joinOf(meetingId: string): Promise<PresenterScreen["join"]>;
}

export function createPresenterService({ db, clock, live, joinOf }: PresenterParts): PresenterService {
  /** The meeting, for somebody who may put it on a wall. */
  async function shownBy(meetingId: string, personId: string): Promise<MeetingState | undefined> {
    const state = isUuid(meetingId) ? await live.fresh(db, meetingId) : undefined;
    const role = state?.members[personId]?.role;
    return state && role && state.kind !== "draft" && mayAtDoor(role, "showCode") ? state : undefined;
  }

  /** Made once for a state, however many walls there are. */
  const views = new WeakMap<MeetingState, PresenterView>();
  const viewOf = (state: MeetingState): PresenterView => {
    const known = views.get(state) ?? presenterView(state);
    views.set(state, known);
    return known;
  };

  async function presentedBy(token: string): Promise<MeetingState | undefined> {
    const meetingId = await findPresented(db, hashToken(token), clock());
    const state = meetingId === undefined ? undefined : await live.fresh(db, meetingId);
    return state?.phase === "purged" ? undefined : state;
  }

  const screenOf = async (state: MeetingState): Promise<PresenterScreen> => ({
    view: viewOf(state),
    now: clock().toISOString(),
    join: await joinOf(state.id),
  });

  return {
    async links(meetingId, personId) {
      const state = await shownBy(meetingId, personId);
      return state ? { title: state.title, alive: await countPresenterLinks(db, meetingId, clock()) } : null;
    },

    async open(meetingId, personId) {
      if (!(await shownBy(meetingId, personId))) return null;
      const token = createToken();
      const now = clock();
      const expiresAt = new Date(now.getTime() + LIFETIME_MS);
      await addPresenterLink(db, { tokenHash: hashToken(token), meetingId, by: personId, now, expiresAt });
      return { path: `/present/${token}` };
    },

    async end(meetingId, personId) {
      if (!(await shownBy(meetingId, personId))) return false;
      await endPresenterLinks(db, meetingId, clock());
      return true;
    },

    async look(token) {
      const state = await presentedBy(token);
      return state ? screenOf(state) : null;
    },

    async lookAgain(token, since) {
      const state = await presentedBy(token);
      if (!state) return null;
      // Walls ask every second: what has not changed is neither made nor drawn again.
      return since === String(state.seq) ? "same" : screenOf(state);
    },
  };
}
