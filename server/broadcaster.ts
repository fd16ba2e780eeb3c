// Sends to the sockets of this process what memory comes to know of a meeting, once per view and not once per person (SEE-3).
// Whoever brought it to memory (a commit of ours, a read after one elsewhere), it passes through here in the same turn of the event
// loop and in the order of the log. So what a socket may get is decided where it is held, from the state that the packet is made
// of: a member whose view changed leaves their old room before anything else is sent; one who is no member any more is told, and
// cut (ROSTER-2). And a socket has always been told as much as memory knows, which is what joins are answered from.
import type { Applied } from "../db/projection";
import type { MeetingEvent, ViewEvent } from "../domain/events";
import type { MeetingId, MemberId } from "../domain/ids";
import type { MeetingState } from "../domain/meeting";
import { mayComeByPasscode } from "../domain/policy";
import { redactEvent, type View, viewKey, viewOf, viewsOf } from "../domain/redact";
import type { MemoryChange } from "./live-meetings";
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
  /** Somebody is no longer here without having left. */
  onShownOut(meetingId: MeetingId): void;
}

export class Broadcaster {
  constructor(private readonly parts: BroadcasterParts) {}

  send(change: MemoryChange): void {
    if (!this.parts.io.sockets.adapter.rooms.has(meetingRoom(change.meetingId))) return;
    if (change.before) this.sendSteps(change.meetingId, change.before, change.applied, change.after);
    else this.putRight(change.meetingId, change.after);
  }

  private sendSteps(
    meetingId: MeetingId,
    before: MeetingState,
    applied: readonly Applied[],
    after: MeetingState,
  ): void {
    const { io } = this.parts;
    const changed = membersWhoseViewChanged(
      before,
      after,
      applied.map(({ event }) => event),
    );
    for (const { memberId, was, now } of changed) {
      // A role that has to sign in does not go on by passcode (JOIN-5): cut before anything of the new view is sent.
      if (mustSignIn(after, memberId)) io.local.in(limitedRoom(meetingId, memberId)).disconnectSockets(true);
      const left = now ? viewRoom(meetingId, was) : [viewRoom(meetingId, was), meetingRoom(meetingId)];
      io.local.in(memberRoom(meetingId, memberId)).socketsLeave(left);
    }
    for (const view of viewsOf(after).values()) {
      const room = viewRoom(meetingId, view);
      if (!io.sockets.adapter.rooms.has(room)) continue;
      let state = before;
      const events: ViewEvent[] = applied.map((step) => {
        const seen = redactEvent(step.event, state, view);
        state = step.after;
        return seen;
      });
      io.local.to(room).emit("events", { meetingId, events });
    }
    for (const { memberId, now } of changed) {
      const sockets = io.local.in(memberRoom(meetingId, memberId));
      if (now) sockets.socketsJoin(viewRoom(meetingId, now));
      sockets.emit("resync", { meetingId });
      if (!now) this.showOut(meetingId, memberId);
    }
  }

  /** What lies between what sockets were told and `state` is not known: each is put where it says, and asked to join again. */
  private putRight(meetingId: MeetingId, state: MeetingState): void {
    for (const { socket, view } of this.unseat(meetingId, state)) {
      if (socket.data.limitedTo !== null && mustSignIn(state, socket.data.memberId)) {
        socket.disconnect(true);
        continue;
      }
      if (view) void socket.join(viewRoom(meetingId, view));
      else {
        socket.emit("resync", { meetingId });
        this.showOut(meetingId, socket.data.memberId);
      }
    }
    this.parts.io.local.to(meetingRoom(meetingId)).emit("resync", { meetingId });
  }

  /** Takes sockets out of rooms that are not their member's view any more: from now on they hear nothing there. */
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
    const sockets = this.parts.io.local.in(memberRoom(meetingId, memberId));
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
