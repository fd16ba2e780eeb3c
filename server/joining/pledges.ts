// Who has pledged, asked before anything of a meeting is shown, sent or done (JOIN-8). A pledge is never taken back, so those that
// are known are remembered, and two thousand sockets that come back at once ask the database once.
import type { Kysely } from "kysely";
import { listPledges } from "../../db/join-requests";
import type { Database } from "../../db/schema";
import type { MeetingId, MemberId } from "../../domain/ids";
import type { LiveMeetings } from "../live-meetings";

export class Pledges {
  private readonly known = new Map<MeetingId, ReadonlySet<MemberId>>();
  private readonly looks = new Map<MeetingId, Promise<ReadonlySet<MemberId>>>();

  constructor(
    private readonly db: Kysely<Database>,
    private readonly live: LiveMeetings,
  ) {}

  /**
   * Is the person a member who has to pledge first? Strangers have nothing to pledge, in a purged meeting is nothing left, and
   * a draft is its makers' own: nobody says anything in it. In a rehearsal nothing is said of anybody (REHEARSE-2).
   */
  async isAsked(meetingId: MeetingId, personId: MemberId): Promise<boolean> {
    if (this.known.get(meetingId)?.has(personId)) return false;
    const state = await this.live.fresh(this.db, meetingId);
    if (!state?.members[personId] || state.phase === "purged" || state.kind !== "meeting") return false;
    return !(await this.look(meetingId)).has(personId);
  }

  /** Shared by those who ask before it begins; whoever asks later may have pledged since. */
  private look(meetingId: MeetingId): Promise<ReadonlySet<MemberId>> {
    const underWay = this.looks.get(meetingId);
    if (underWay) return underWay;
    const look = new Promise<void>((begin) => setImmediate(begin)).then(async () => {
      this.looks.delete(meetingId);
      const pledged = new Set((await listPledges(this.db, meetingId)).keys());
      this.known.set(meetingId, pledged);
      return pledged;
    });
    this.looks.set(meetingId, look);
    return look;
  }
}
