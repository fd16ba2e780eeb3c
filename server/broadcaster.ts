// Sends what was committed to the sockets of a meeting, once per view and not once per person (SEE-3). Runs in the tick after
// commit, in the order of commits. A member whose view changed leaves their old room before anything else is sent; one who is
// no member any more is told, and cut (ROSTER-2).
import type { MeetingEvent, ViewEvent } from "../domain/events";
import type { MeetingId, MemberId } from "../domain/ids";
import type { MeetingState } from "../domain/meeting";
import { mayComeByPasscode } from "../domain/policy";
import { redactEvent, type View, viewKey, viewOf, viewsOf } from "../domain/redact";
import type { Committed } from "./dispatch";
import type { MeetingServer, MeetingSocket } from "./meeting-server";

export const viewRoom = (meetingId: MeetingId, view: View): string => `view:${meetingId}:${viewKey(view)}`;
export const memberRoom = (meetingId: MeetingId, memberId: MemberId): string => `member:${meetingId}:${memberId}`;
/** Sockets of sessions that were given at the meeting's door. */
export const limitedRoom = (meetingId: MeetingId, memberId: MemberId): string => `limited:${meetingId}:${memberId}`;
export const meetingRoom = (meetingId: MeetingId): string => `meeting:${meetingId}`;

/** What a socket of somebody who was taken off the roster may still hear: that it has to go. Then it is cut (ROSTER-2). */
const SHOWN_OUT_MS = 1000;

export interface BroadcasterParts {
  io: MeetingServer;
  /** Other processes hold sockets of the same meetings: rooms that are empty here may not be empty there. */
  isClustered: boolean;
  /** Somebody is no longer here without having left. */
  onShownOut(meetingId: MeetingId): void;
}

export class Broadcaster {
  constructor(private readonly parts: BroadcasterParts) {}

  send({ meetingId, before, applied }: Committed): void {
    const { io, isClustered } = this.parts;
    const after = applied.at(-1)?.after ?? before;
    const changed = membersWhoseViewChanged(
      before,
      after,
      applied.map(({ event }) => event),
    );
    for (const { memberId, was, now } of changed) {
      // A role that has to sign in does not go on by passcode (JOIN-5): cut before anything of the new view is sent.
      if (mustSignIn(after, memberId)) io.in(limitedRoom(meetingId, memberId)).disconnectSockets(true);
      const left = now ? viewRoom(meetingId, was) : [viewRoom(meetingId, was), meetingRoom(meetingId)];
      io.in(memberRoom(meetingId, memberId)).socketsLeave(left);
    }
    for (const view of viewsOf(after).values()) {
      const room = viewRoom(meetingId, view);
      if (!isClustered && !io.sockets.adapter.rooms.has(room)) continue;
      let state = before;
      const events: ViewEvent[] = applied.map((step) => {
        const seen = redactEvent(step.event, state, view);
        state = step.after;
        return seen;
      });
      io.to(room).emit("events", { meetingId, events });
    }
    for (const { memberId, now } of changed) {
      const sockets = io.in(memberRoom(meetingId, memberId));
      if (now) sockets.socketsJoin(viewRoom(meetingId, now));
      sockets.emit("resync", { meetingId });
      if (!now) this.showOut(meetingId, memberId);
    }
  }

  /**
   * Events that another process committed without telling our sockets (an import at the console). Whoever may not see
   * everything is asked to join again, because closing up an anchor needs the state that the event was applied to.
   */
  relay(meetingId: MeetingId, events: readonly MeetingEvent[], state: MeetingState): void {
    const { io } = this.parts;
    const moved = this.unseat(meetingId, state);
    for (const view of viewsOf(state).values()) {
      const sockets = io.local.to(viewRoom(meetingId, view));
      if (view.withheld.length > 0) sockets.emit("resync", { meetingId });
      else sockets.emit("events", { meetingId, events: events.map((event) => redactEvent(event, state, view)) });
    }
    for (const { socket, view } of moved) {
      if (socket.data.limitedTo !== null && mustSignIn(state, socket.data.memberId)) {
        socket.disconnect(true);
        continue;
      }
      if (view) void socket.join(viewRoom(meetingId, view));
      socket.emit("resync", { meetingId });
      if (!view) this.showOut(meetingId, socket.data.memberId);
    }
  }

  /** Notices may have been missed: everybody here is put where `state` says, and compares their seq. */
  recover(meetingId: MeetingId, state: MeetingState): void {
    this.relay(meetingId, [], state);
    this.askToCatchUp(meetingId);
  }

  askToCatchUp(meetingId: MeetingId): void {
    this.parts.io.local.to(meetingRoom(meetingId)).emit("resync", { meetingId });
  }

  /** Meetings that have sockets in this process. */
  meetingsHere(): MeetingId[] {
    return [...this.parts.io.sockets.adapter.rooms.keys()].flatMap((room) =>
      room.startsWith("meeting:") ? [room.slice("meeting:".length)] : [],
    );
  }

  /** Takes sockets of ours out of rooms that are not their member's view any more: from now on they hear nothing there. */
  private unseat(meetingId: MeetingId, state: MeetingState): Moved[] {
    const { sockets } = this.parts.io;
    const moved: Moved[] = [];
    for (const id of sockets.adapter.rooms.get(meetingRoom(meetingId)) ?? []) {
      const socket = sockets.sockets.get(id);
      if (!socket) continue;
      const view = viewOf(state, socket.data.memberId);
      if (view && socket.rooms.has(viewRoom(meetingId, view))) continue;
      for (const room of socket.rooms) if (room.startsWith(`view:${meetingId}:`)) void socket.leave(room);
      moved.push({ socket, view });
    }
    for (const { socket, view } of moved) if (!view) void socket.leave(meetingRoom(meetingId));
    return moved;
  }

  private showOut(meetingId: MeetingId, memberId: MemberId): void {
    const sockets = this.parts.io.in(memberRoom(meetingId, memberId));
    setTimeout(() => sockets.disconnectSockets(true), SHOWN_OUT_MS).unref();
    this.parts.onShownOut(meetingId);
  }
}

/** Whoever is no member, or has a role that asks for a sign-in, has nothing by passcode. */
function mustSignIn(state: MeetingState, memberId: MemberId): boolean {
  const role = state.members[memberId]?.role;
  return !role || !mayComeByPasscode(role);
}

interface Moved {
  socket: MeetingSocket;
  view: View | undefined;
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
    if ("memberId" in event) touched.add(event.memberId);
    // Who sees flags' authors is said for everybody at once (SEE-4), after a purge nothing is withheld from anybody, and a frozen
    // draft has no viewers (FREEZE-3).
    if (event.type === "settingsChanged" || event.type === "meetingPurged" || event.type === "draftFrozen")
      for (const memberId of Object.keys(before.members)) touched.add(memberId);
  }
  return [...touched].flatMap((memberId) => {
    const was = viewOf(before, memberId);
    const now = viewOf(after, memberId);
    return was && (!now || viewKey(was) !== viewKey(now)) ? [{ memberId, was, now }] : [];
  });
}
