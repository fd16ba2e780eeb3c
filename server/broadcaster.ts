// Sends what was committed to the sockets of a meeting, once per view and not once per person (SEE-3). Runs in the tick after
// commit, in the order of commits. A member whose view changed leaves their old room before anything else is sent.
import type { MeetingEvent, ViewEvent } from "../domain/events";
import type { MeetingId, MemberId } from "../domain/ids";
import type { MeetingState } from "../domain/meeting";
import { mayComeByPasscode } from "../domain/policy";
import { redactEvent, type View, viewKey, viewOf, viewsOf } from "../domain/redact";
import type { Committed } from "./dispatch";
import type { MeetingServer } from "./meeting-server";

export const viewRoom = (meetingId: MeetingId, view: View): string => `view:${meetingId}:${viewKey(view)}`;
export const memberRoom = (meetingId: MeetingId, memberId: MemberId): string => `member:${meetingId}:${memberId}`;
/** Sockets of sessions that were given at the meeting's door. */
export const limitedRoom = (meetingId: MeetingId, memberId: MemberId): string => `limited:${meetingId}:${memberId}`;
export const meetingRoom = (meetingId: MeetingId): string => `meeting:${meetingId}`;

export class Broadcaster {
  constructor(
    private readonly io: MeetingServer,
    /** Other processes hold sockets of the same meetings: rooms that are empty here may not be empty there. */
    private readonly isClustered: boolean,
  ) {}

  send({ meetingId, before, applied }: Committed): void {
    const after = applied.at(-1)?.after ?? before;
    const changed = membersWhoseViewChanged(
      before,
      after,
      applied.map(({ event }) => event),
    );
    for (const { memberId, was } of changed) {
      // A role that has to sign in does not go on by passcode (JOIN-5): cut before anything of the new view is sent.
      const role = after.members[memberId]?.role;
      if (!role || !mayComeByPasscode(role)) this.io.in(limitedRoom(meetingId, memberId)).disconnectSockets(true);
      this.io.in(memberRoom(meetingId, memberId)).socketsLeave(viewRoom(meetingId, was));
    }
    for (const view of viewsOf(after).values()) {
      const room = viewRoom(meetingId, view);
      if (!this.isClustered && !this.io.sockets.adapter.rooms.has(room)) continue;
      let state = before;
      const events: ViewEvent[] = applied.map((step) => {
        const seen = redactEvent(step.event, state, view);
        state = step.after;
        return seen;
      });
      this.io.to(room).emit("events", { meetingId, events });
    }
    for (const { memberId, now } of changed) {
      const sockets = this.io.in(memberRoom(meetingId, memberId));
      if (now) sockets.socketsJoin(viewRoom(meetingId, now));
      sockets.emit("resync", { meetingId });
    }
  }

  /**
   * Events that another process committed without telling our sockets (an import at the console). Whoever may not see
   * everything is asked to join again, because closing up an anchor needs the state that the event was applied to.
   */
  relay(meetingId: MeetingId, events: readonly MeetingEvent[], state: MeetingState): void {
    for (const view of viewsOf(state).values()) {
      const sockets = this.io.local.to(viewRoom(meetingId, view));
      if (view.withheld.length > 0) sockets.emit("resync", { meetingId });
      else sockets.emit("events", { meetingId, events: events.map((event) => redactEvent(event, state, view)) });
    }
    if (events.some(({ type }) => type === "memberChanged" || type === "meetingPurged")) {
      this.io.local.to(meetingRoom(meetingId)).emit("resync", { meetingId });
    }
  }
}

interface ViewChange {
  memberId: MemberId;
  was: View;
  now: View | undefined;
}

function membersWhoseViewChanged(
  before: MeetingState,
  after: MeetingState,
  events: readonly MeetingEvent[],
): ViewChange[] {
  const touched = new Set<MemberId>();
  for (const event of events) {
    if (event.type === "memberChanged" || event.type === "recusalDeclared" || event.type === "recusalLifted") {
      touched.add(event.memberId);
    }
    // There is nothing left to withhold from anybody.
    if (event.type === "meetingPurged") for (const memberId of Object.keys(before.members)) touched.add(memberId);
  }
  return [...touched].flatMap((memberId) => {
    const was = viewOf(before, memberId);
    const now = viewOf(after, memberId);
    return was && (!now || viewKey(was) !== viewKey(now)) ? [{ memberId, was, now }] : [];
  });
}
