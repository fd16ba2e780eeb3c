// The door of meetings: what its two sides, guest.ts and host.ts, share. Every change at a meeting's door goes through `change`:
// one writer at a time over all processes, commit, and only then is anybody told, because PostgreSQL delivers a NOTIFY with the
// commit of the transaction that sent it.
import type { Kysely, Transaction } from "kysely";
import { holdDoor, type JoinCode } from "../../db/join-codes";
import { listSeated, listWaiting, type WaitingRequest } from "../../db/join-requests";
import { listMembers } from "../../db/meeting-members";
import type { Database } from "../../db/schema";
import type { MeetingId, MemberId } from "../../domain/ids";
import { type Expected, WRONG_TRIES_MAX } from "../../domain/joining";
import type { Clock } from "../clock";
import { giveNotice } from "../meeting-notice";

const minute = 60 * 1000;
/** A link and its passcode are good for a day (JOIN-3). */
export const codeLifetime = 24 * 60 * minute;
/** So long a request waits before it counts as gone home. */
export const requestLifetime = codeLifetime;
/** So long a place is kept for somebody who was admitted and whose device has not come in. */
export const admissionLifetime = 60 * minute;
/** Forty people in a lobby ask every second or two; they are told of one look. */
const LOOK_EVERY_MS = 1000;

/** What a change leaves to be told, beside its answer. */
export interface DoorChange<Answer> {
  answer: Answer;
  /** Hosts, and those who wait, see something new. */
  isTold?: boolean;
}

export class Door {
  /** Members whose sockets are in the meeting, on any process. Known once the sockets are there. */
  whoIsHere: (meetingId: MeetingId) => Promise<MemberId[]> = async () => [];

  private readonly present = new Map<MeetingId, { at: number; members: Promise<MemberId[]> }>();
  private readonly queues = new Map<MeetingId, { last: Promise<unknown>; length: number }>();
  private readonly looks = new Map<MeetingId, { at: number; people: Promise<Expected[]> }>();

  constructor(
    readonly db: Kysely<Database>,
    readonly clock: Clock,
  ) {}

  /** How many changes of this meeting's door wait here. */
  queueLength(meetingId: MeetingId): number {
    return this.queues.get(meetingId)?.length ?? 0;
  }

  /** In one queue per meeting and process: those who wait for the lock must not hold the pool's connections meanwhile. */
  async change<Answer>(
    meetingId: MeetingId,
    work: (trx: Transaction<Database>, now: Date) => Promise<DoorChange<Answer>>,
  ): Promise<Answer> {
    const queue = this.queues.get(meetingId) ?? { last: Promise.resolve(), length: 0 };
    this.queues.set(meetingId, queue);
    queue.length += 1;
    const turn = queue.last.then(() => this.changeNow(meetingId, work));
    queue.last = turn.catch(() => {});
    try {
      return await turn;
    } finally {
      queue.length -= 1;
      if (queue.length === 0) this.queues.delete(meetingId);
    }
  }

  private changeNow<Answer>(
    meetingId: MeetingId,
    work: (trx: Transaction<Database>, now: Date) => Promise<DoorChange<Answer>>,
  ): Promise<Answer> {
    return this.db.transaction().execute(async (trx) => {
      await holdDoor(trx, meetingId);
      const { answer, isTold = false } = await work(trx, this.clock());
      if (isTold) {
        this.looks.delete(meetingId);
        await giveNotice(trx, { kind: "door", meetingId });
      }
      return answer;
    });
  }

  /**
   * The same, asked for at most once a second. Whoever is about to change something asks before: other processes may take seconds
   * to answer, and nobody should hold the door meanwhile. Without an answer nobody is here: a mark less, and a host still decides.
   */
  here(meetingId: MeetingId): Promise<MemberId[]> {
    const now = performance.now();
    const known = this.present.get(meetingId);
    if (known && now - known.at < LOOK_EVERY_MS) return known.members;
    const members = this.whoIsHere(meetingId).catch(() => []);
    this.present.set(meetingId, { at: now, members });
    return members;
  }

  waiting(db: Kysely<Database>, meetingId: MeetingId, now = this.clock()): Promise<WaitingRequest[]> {
    return listWaiting(db, meetingId, new Date(now.getTime() - requestLifetime));
  }

  seated(db: Kysely<Database>, meetingId: MeetingId, now = this.clock()): Promise<MemberId[]> {
    return listSeated(db, meetingId, { now, admittedSince: new Date(now.getTime() - admissionLifetime) });
  }

  /** The roster with who is here and who waits: names, roles and ids alone (JOIN-1). */
  expected(meetingId: MeetingId): Promise<Expected[]> {
    const now = this.clock().getTime();
    const known = this.looks.get(meetingId);
    if (known && now - known.at < LOOK_EVERY_MS) return known.people;
    const people = this.look(meetingId);
    this.looks.set(meetingId, { at: now, people });
    people.catch(() => this.looks.delete(meetingId));
    return people;
  }

  private async look(meetingId: MeetingId): Promise<Expected[]> {
    const [members, waiting, here] = await Promise.all([
      listMembers(this.db, meetingId),
      this.waiting(this.db, meetingId),
      this.here(meetingId),
    ]);
    const inRoom = new Set(here);
    const atDoor = new Set(waiting.map((request) => request.personId));
    return members.map(({ id, name, role }) => ({
      id,
      name,
      role,
      presence: inRoom.has(id) ? "here" : atDoor.has(id) ? "waiting" : null,
    }));
  }

  /** Names that are in use: in the room, admitted, or waiting on a device other than `deviceHash`. */
  async takenNames(
    db: Kysely<Database>,
    meetingId: MeetingId,
    deviceHash: string,
  ): Promise<Map<MemberId, "here" | "waiting">> {
    // One after the other: `db` may be a transaction, which has one connection.
    const waiting = await this.waiting(db, meetingId);
    const seated = await this.seated(db, meetingId);
    const here = await this.here(meetingId);
    const taken = new Map<MemberId, "here" | "waiting">();
    for (const request of waiting) if (request.deviceHash !== deviceHash) taken.set(request.personId, "waiting");
    for (const id of [...seated, ...here]) taken.set(id, "here");
    return taken;
  }
}

/** Why nobody can come in by this link now; undefined: it is open. */
export function closedBy(code: JoinCode, now: Date): "ended" | "spent" | undefined {
  if (code.endedAt !== null || code.expiresAt.getTime() <= now.getTime()) return "ended";
  return code.wrongTries >= WRONG_TRIES_MAX ? "spent" : undefined;
}
