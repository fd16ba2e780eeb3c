// Who is here, and who holds which row. Kept in the sockets themselves and told to a meeting at most every 150 ms; a row that
// is withheld from a viewer is held by nobody as far as they know (RECUSE-1). Each process tells its own sockets, from what they
// say and from what the other processes have told.
import type { MeetingId, MemberId } from "../domain/ids";
import type { MeetingState } from "../domain/meeting";
import type { Here } from "../domain/protocol";
import { viewsOf } from "../domain/redact";
import { meetingRoom, viewRoom } from "./broadcaster";
import type { MeetingServer } from "./meeting-server";

const TELL_EVERY_MS = 150;
/** How often others are told what has not changed; and after how long a process that says nothing is believed gone. */
const REPEAT_MS = 5000;
const SILENT_MS = 12_000;

interface Told {
  at: number;
  here: readonly Here[];
}

export class Presence {
  private readonly waiting = new Map<MeetingId, NodeJS.Timeout>();
  /** What each other process has told of a meeting. */
  private readonly elsewhere = new Map<MeetingId, Map<string, Told>>();
  /** What the others were told last, so that they are told only what is new. */
  private readonly toldOthers = new Map<MeetingId, string>();
  private repeatedAt = 0;

  /** Who is here in a meeting, for the other processes, where there are any. */
  onHere?: (meetingId: MeetingId, here: Here[]) => void;

  /** Are there other processes that cannot be heard now? */
  isDeaf?: () => boolean;

  constructor(
    private readonly io: MeetingServer,
    private readonly stateOf: (meetingId: MeetingId) => MeetingState | undefined,
  ) {}

  /** A socket came, went, or holds another row. */
  changed(meetingId: MeetingId): void {
    if (this.waiting.has(meetingId)) return;
    const timer = setTimeout(() => {
      this.waiting.delete(meetingId);
      this.tell(meetingId);
    }, TELL_EVERY_MS);
    timer.unref();
    this.waiting.set(meetingId, timer);
  }

  stop(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }

  /**
   * Members with a socket in the meeting, on any process.
   * @throws while the others cannot be heard: nobody is to be called absent because of that.
   */
  async membersHere(meetingId: MeetingId): Promise<MemberId[]> {
    if (this.isDeaf?.()) throw new Error("the other processes cannot be heard");
    return this.everybody(meetingId).map(({ memberId }) => memberId);
  }

  /** Has anybody a socket in the meeting, on this process? */
  isAnybodyIn(meetingId: MeetingId): boolean {
    return (this.io.sockets.adapter.rooms.get(meetingRoom(meetingId))?.size ?? 0) > 0;
  }

  /** Meetings that have sockets in this process. */
  meetingsHere(): MeetingId[] {
    const prefix = meetingRoom("");
    return [...this.io.sockets.adapter.rooms.keys()].flatMap((room) =>
      room.startsWith(prefix) ? [room.slice(prefix.length)] : [],
    );
  }

  /** Another process has told who is at it. */
  heard(meetingId: MeetingId, from: string, here: readonly Here[]): void {
    const told = this.elsewhere.get(meetingId) ?? new Map<string, Told>();
    const before = told.get(from)?.here ?? [];
    if (here.length > 0) told.set(from, { at: Date.now(), here });
    else told.delete(from);
    if (told.size > 0) this.elsewhere.set(meetingId, told);
    else this.elsewhere.delete(meetingId);
    if (JSON.stringify(before) !== JSON.stringify(here)) this.changed(meetingId);
  }

  tellOthers(): void {
    this.repeatedAt = Date.now();
    this.toldOthers.clear();
    for (const meetingId of this.meetingsHere()) this.tellOthersOf(meetingId);
  }

  /** Called often: takes out processes that have said nothing for too long, and sees that nobody thinks so of this one. */
  forgetSilent(): void {
    const now = Date.now();
    for (const [meetingId, told] of this.elsewhere) {
      for (const [from, { at }] of told) if (now - at > SILENT_MS) this.heard(meetingId, from, []);
    }
    if (now - this.repeatedAt > REPEAT_MS) this.tellOthers();
  }

  /** Of this process. */
  private hereOf(meetingId: MeetingId): Here[] {
    const { sockets } = this.io.sockets;
    const ids = this.io.sockets.adapter.rooms.get(meetingRoom(meetingId)) ?? [];
    const all = [...ids].flatMap((id): Here[] => {
      const data = sockets.get(id)?.data;
      if (!data) return [];
      const { memberId, holding } = data;
      return [{ memberId, holding: holding?.meetingId === meetingId ? holding.applicantId : null }];
    });
    return oncePerMember(all);
  }

  private everybody(meetingId: MeetingId): Here[] {
    const others = [...(this.elsewhere.get(meetingId)?.values() ?? [])].flatMap(({ here }) => here);
    return oncePerMember([...this.hereOf(meetingId), ...others]);
  }

  private tellOthersOf(meetingId: MeetingId): void {
    const here = this.hereOf(meetingId);
    const text = JSON.stringify(here);
    if (text === (this.toldOthers.get(meetingId) ?? "[]")) return;
    if (here.length > 0) this.toldOthers.set(meetingId, text);
    else this.toldOthers.delete(meetingId);
    this.onHere?.(meetingId, here);
  }

  private tell(meetingId: MeetingId): void {
    this.tellOthersOf(meetingId);
    const state = this.stateOf(meetingId);
    if (!state || !this.isAnybodyIn(meetingId)) return;
    const list = this.everybody(meetingId);
    for (const view of viewsOf(state).values()) {
      const hidden = new Set(view.withheld);
      const seen = hidden.size === 0 ? list : list.map((member) => withoutHidden(member, hidden));
      this.io.local.to(viewRoom(meetingId, view)).emit("presence", { meetingId, here: seen });
    }
  }
}

function oncePerMember(all: readonly Here[]): Here[] {
  const members = new Map<MemberId, Here>();
  for (const { memberId, holding } of all) {
    members.set(memberId, { memberId, holding: holding ?? members.get(memberId)?.holding ?? null });
  }
  return [...members.values()].sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
}

const withoutHidden = (member: Here, hidden: ReadonlySet<string>): Here =>
  member.holding !== null && hidden.has(member.holding) ? { ...member, holding: null } : member;
