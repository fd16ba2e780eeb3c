// Tells the sockets of a meeting what stands at its door: hosts how many wait, a member that another device asks under their
// name. Rung in every process by a NOTIFY, after the commit; what is told is read then, so a lost or doubled ring does no harm.
import type { WaitingRequest } from "../../db/join-requests";
import { listMembers } from "../../db/meeting-members";
import type { MeetingId, MemberId } from "../../domain/ids";
import { mayAtDoor } from "../../domain/policy";
import type { DoorStanding } from "../../domain/protocol";
import { meetingRoom } from "../broadcaster";
import type { MeetingServer, MeetingSocket, SocketData } from "../meeting-server";
import type { Door } from "./door";

/** Two thousand sockets may come back in one second; what they are told is read once. */
const LOOK_EVERY_MS = 1000;

interface Standing {
  waiting: readonly WaitingRequest[];
  /** Members who may see the queue. */
  showers: ReadonlySet<MemberId>;
}

export class DoorBell {
  private readonly looks = new Map<MeetingId, { at: number; standing: Promise<Standing> }>();

  constructor(
    private readonly io: MeetingServer,
    private readonly door: Door,
  ) {}

  /** For the sockets that this process has in the meeting. */
  async ring(meetingId: MeetingId): Promise<void> {
    this.looks.delete(meetingId);
    const sockets = [...(this.io.sockets.adapter.rooms.get(meetingRoom(meetingId)) ?? [])].flatMap(
      (id) => this.io.sockets.sockets.get(id) ?? [],
    );
    if (sockets.length > 0) await this.tell(meetingId, sockets);
  }

  /** For one that has just joined. */
  greet(socket: MeetingSocket, meetingId: MeetingId): Promise<void> {
    return this.tell(meetingId, [socket]);
  }

  /** After rings may have been missed. */
  async ringAll(): Promise<void> {
    const prefix = meetingRoom("");
    const rooms = [...this.io.sockets.adapter.rooms.keys()].filter((room) => room.startsWith(prefix));
    for (const room of rooms) await this.ring(room.slice(prefix.length));
  }

  private async tell(meetingId: MeetingId, sockets: readonly MeetingSocket[]): Promise<void> {
    const standing = await this.standingOf(meetingId);
    for (const socket of sockets) {
      const { data } = socket;
      const packet = packetFor(data, standing);
      const text = JSON.stringify(packet);
      // Whoever may not see the queue is told nothing, not even that something happens there.
      if ((data.toldOfDoor?.[meetingId] ?? quiet) === text) continue;
      data.toldOfDoor = { ...data.toldOfDoor, [meetingId]: text };
      socket.emit("door", { meetingId, ...packet });
    }
  }

  private standingOf(meetingId: MeetingId): Promise<Standing> {
    const now = performance.now();
    const known = this.looks.get(meetingId);
    if (known && now - known.at < LOOK_EVERY_MS) return known.standing;
    const standing = this.look(meetingId);
    this.looks.set(meetingId, { at: now, standing });
    standing.catch(() => this.looks.delete(meetingId));
    return standing;
  }

  private async look(meetingId: MeetingId): Promise<Standing> {
    const [waiting, members] = await Promise.all([
      this.door.waiting(this.door.db, meetingId),
      listMembers(this.door.db, meetingId),
    ]);
    return { waiting, showers: new Set(members.flatMap(({ id, role }) => (mayAtDoor(role, "showCode") ? [id] : []))) };
  }
}

const packetFor = ({ memberId, limitedTo }: SocketData, { waiting, showers }: Standing): DoorStanding => ({
  waiting: showers.has(memberId) && !limitedTo ? waiting.length : 0,
  asksAsMe: waiting.some((request) => request.personId === memberId),
});

const quiet = JSON.stringify({ waiting: 0, asksAsMe: false } satisfies DoorStanding);
