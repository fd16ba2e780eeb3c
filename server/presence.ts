// Who is here, and who holds which row. Kept in the sockets themselves and told to a meeting at most every 150 ms; a row that
// is withheld from a viewer is held by nobody as far as they know (RECUSE-1).
import type { MeetingId, MemberId } from "../domain/ids";
import type { MeetingState } from "../domain/meeting";
import type { Here } from "../domain/protocol";
import { viewsOf } from "../domain/redact";
import { meetingRoom, viewRoom } from "./broadcaster";
import type { Logger } from "./log";
import type { MeetingServer } from "./meeting-server";

const TELL_EVERY_MS = 150;

export class Presence {
  private readonly waiting = new Map<MeetingId, NodeJS.Timeout>();

  constructor(
    private readonly io: MeetingServer,
    private readonly stateOf: (meetingId: MeetingId) => MeetingState | undefined,
    private readonly log: Logger,
  ) {}

  changed(meetingId: MeetingId): void {
    if (this.waiting.has(meetingId)) return;
    const timer = setTimeout(() => {
      this.waiting.delete(meetingId);
      this.tell(meetingId).catch((error: unknown) => this.log.warn({ meetingId, err: error }, "presence not told"));
    }, TELL_EVERY_MS);
    timer.unref();
    this.waiting.set(meetingId, timer);
  }

  stop(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }

  /** Members with a socket in the meeting, on any process. */
  async membersHere(meetingId: MeetingId): Promise<MemberId[]> {
    const sockets = await this.io.in(meetingRoom(meetingId)).fetchSockets();
    return [...new Set(sockets.map(({ data }) => data.memberId))];
  }

  private async tell(meetingId: MeetingId): Promise<void> {
    const state = this.stateOf(meetingId);
    if (!state) return;
    const sockets = await this.io.in(meetingRoom(meetingId)).fetchSockets();
    const here = new Map<string, Here>();
    for (const { data } of sockets) {
      const known = here.get(data.memberId);
      const holding = data.holding?.meetingId === meetingId ? data.holding.applicantId : null;
      here.set(data.memberId, { memberId: data.memberId, holding: holding ?? known?.holding ?? null });
    }
    const list = [...here.values()].sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
    for (const view of viewsOf(state).values()) {
      const hidden = new Set(view.withheld);
      const seen = hidden.size === 0 ? list : list.map((member) => withoutHidden(member, hidden));
      this.io.to(viewRoom(meetingId, view)).emit("presence", { meetingId, here: seen });
    }
  }
}

const withoutHidden = (member: Here, hidden: ReadonlySet<string>): Here =>
  member.holding !== null && hidden.has(member.holding) ? { ...member, holding: null } : member;
