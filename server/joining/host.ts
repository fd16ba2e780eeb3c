// The inner side of a meeting's door: the link and passcode, the queue, and the hosts' yes or no (JOIN-6). Also a member's own
// word about another device that asks under their name (JOIN-7).
import { randomBytes, randomInt, randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import {
  deleteOldTries,
  endCurrentCode,
  findCurrentCode,
  insertJoinCode,
  type JoinCode,
  lastSeatLimit,
  setSeatLimit,
} from "../../db/join-codes";
import { decideRequest, hasPledged, replaceOthers, savePledge, type WaitingRequest } from "../../db/join-requests";
import { findMeetingName, findMember, listMembers, type MeetingName } from "../../db/meeting-members";
import type { Database } from "../../db/schema";
import { deleteLimitedSessions } from "../../db/sessions";
import type { MeetingId, MemberId } from "../../domain/ids";
import {
  type DoorRefusal,
  type Invitation,
  PASSCODE_DIGITS,
  type QrDrawing,
  type QueueEntry,
  SEATS_DEFAULT,
} from "../../domain/joining";
import type { DoorCommand } from "../../domain/joining-schemas";
import type { Member } from "../../domain/member";
import { type DoorAct, mayAtDoor, mayComeByPasscode } from "../../domain/policy";
import { hashToken } from "../auth/token";
import type { DoorAnswer, DoorService } from "../load-context";
import { isUuid } from "../uuid";
import { closedBy, codeLifetime, type Door, type DoorChange } from "./door";
import { drawQr } from "./qr-drawing";

/** 128 bits: nobody finds a link by trying (JOIN-2). */
const createCode = (): string => randomBytes(16).toString("base64url");
const createPasscode = (): string => String(randomInt(10 ** PASSCODE_DIGITS)).padStart(PASSCODE_DIGITS, "0");

const refusedElsewhere = "The person of that name says that this is not their device.";

type Change = DoorChange<DoorAnswer>;
interface Turn {
  trx: Transaction<Database>;
  now: Date;
  meetingId: MeetingId;
  /** Who decides. */
  by: MemberId;
}

/** `origin`: the address that people open, as this request came to it. */
export function doorServiceAt(door: Door, origin: string): DoorService {
  const memberOf = async (meetingId: MeetingId, personId: MemberId): Promise<Member | undefined> =>
    isUuid(meetingId) ? findMember(door.db, meetingId, personId) : undefined;

  return {
    async view(meetingId, personId) {
      const member = await memberOf(meetingId, personId);
      if (!member || !mayAtDoor(member.role, "showCode")) return null;
      const meeting = await findMeetingName(door.db, meetingId);
      if (meeting?.kind !== "meeting") return null;
      const code = await findCurrentCode(door.db, meetingId);
      return {
        meeting: { title: meeting.title, programName: meeting.programName },
        invitation: code ? invitationOf(code, origin, door.clock()) : null,
        queue: await queueOf(door, meetingId),
        seated: (await door.seated(door.db, meetingId)).length,
      };
    },

    async run(meetingId, personId, command) {
      const member = await memberOf(meetingId, personId);
      const meeting = member && (await findMeetingName(door.db, meetingId));
      if (meeting?.kind === "draft") return refuse({ code: "draftHasNoDoor" });
      if (meeting?.kind === "rehearsal") return refuse({ code: "rehearsalHasNoDoor" });
      if (!meeting || !hasDoor(meeting)) return refuse({ code: "meetingUnknown" });
      const act = actOf(command);
      if (act && !mayAtDoor(member.role, act)) return refuse({ code: "notAllowed" });
      return door.change(meetingId, (trx, now) => perform(door, { trx, now, meetingId, by: personId }, command));
    },

    async pledgeAsked(meetingId, personId) {
      const member = await memberOf(meetingId, personId);
      const meeting = member && (await findMeetingName(door.db, meetingId));
      if (!meeting || !hasDoor(meeting) || (await hasPledged(door.db, meetingId, personId))) return null;
      return { title: meeting.title, programName: meeting.programName };
    },

    async pledge(meetingId, personId) {
      if (!(await memberOf(meetingId, personId))) return false;
      await savePledge(door.db, { meetingId, personId, at: door.clock() });
      return true;
    },

    async lobby(meetingId, personId) {
      const member = await memberOf(meetingId, personId);
      const meeting = member && (await findMeetingName(door.db, meetingId));
      if (!member || meeting?.kind !== "meeting") return null;
      return { meeting, people: await door.expected(meetingId), mayShowCode: mayAtDoor(member.role, "showCode") };
    },
  };
}

/** The code for a wall, while one is out and opens the door. */
export async function joinCodeOf(door: Door, origin: string, meetingId: MeetingId): Promise<{ qr: QrDrawing } | null> {
  const code = await findCurrentCode(door.db, meetingId);
  const invitation = code && invitationOf(code, origin, door.clock());
  return invitation && !invitation.isSpent ? { qr: invitation.qr } : null;
}

/** A draft and a rehearsal are nobody's to come in to, and in a purged meeting is nothing left, so that its door must not fill again. */
const hasDoor = ({ kind, phase }: MeetingName): boolean => kind === "meeting" && phase !== "purged";

/** Null: every member may, about their own name. */
function actOf({ act }: DoorCommand): DoorAct | null {
  if (act === "admitAll") return "admit";
  return act === "letMineIn" || act === "refuseMine" ? null : act;
}

async function perform(door: Door, turn: Turn, command: DoorCommand): Promise<Change> {
  const { trx, now, meetingId, by } = turn;
  switch (command.act) {
    case "showCode": {
      const code = await findCurrentCode(trx, meetingId);
      if (!code || closedBy(code, now) === "ended") await renew(turn);
      return done;
    }
    case "renewCode":
      await renew(turn);
      return done;
    case "endCode":
      await endCurrentCode(trx, meetingId, { by, now });
      return done;
    case "changeSeats":
      await setSeatLimit(trx, meetingId, command.seats);
      return done;
    case "admit": {
      const waiting = (await door.waiting(trx, meetingId, now)).filter(({ id }) => id === command.requestId);
      return admit(door, turn, waiting);
    }
    case "admitAll": {
      const waiting = await door.waiting(trx, meetingId, now);
      // One of two devices is out afterwards: which, a host decides by looking, not by the dozen.
      const clear = waiting.filter((request) => !request.continues && !isTwice(waiting, request));
      if (clear.length === 0 && waiting.length > 0) return { answer: refuse({ code: "oneByOne" }) };
      return admit(door, turn, clear);
    }
    case "letMineIn":
      return admit(door, turn, await own(door, turn));
    case "refuse":
    case "refuseMine": {
      const isOwn = command.act === "refuseMine";
      const waiting = isOwn ? await own(door, turn) : await door.waiting(trx, meetingId, now);
      const refused = isOwn ? waiting : waiting.filter(({ id }) => id === command.requestId);
      if (refused.length === 0) return { answer: refuse({ code: "requestGone" }), isTold: true };
      const sentence = isOwn ? refusedElsewhere : command.sentence;
      for (const { id } of refused) await decideRequest(trx, id, { outcome: "refused", now, by, sentence });
      return done;
    }
  }
}

const own = async (door: Door, { trx, now, meetingId, by }: Turn): Promise<WaitingRequest[]> =>
  (await door.waiting(trx, meetingId, now)).filter(({ personId }) => personId === by).slice(-1);

/** Two devices wait under one name. */
const isTwice = (waiting: readonly WaitingRequest[], request: Pick<WaitingRequest, "id" | "personId">): boolean =>
  waiting.some(({ id, personId }) => personId === request.personId && id !== request.id);

/** A new link and a new passcode; the old ones end, and whoever waits goes on waiting. */
async function renew({ trx, now, meetingId, by }: Turn): Promise<void> {
  const seatLimit = (await lastSeatLimit(trx, meetingId)) ?? SEATS_DEFAULT;
  await endCurrentCode(trx, meetingId, { by, now });
  await deleteOldTries(trx, new Date(now.getTime() - codeLifetime));
  const code = createCode();
  await insertJoinCode(trx, {
    id: randomUUID(),
    meetingId,
    code,
    codeHash: hashToken(code),
    passcode: createPasscode(),
    seatLimit,
    by,
    now,
    expiresAt: new Date(now.getTime() + codeLifetime),
  });
}

/** Those who fit come in, first come first; one name has one device by passcode, the one admitted last (JOIN-7). */
async function admit(door: Door, { trx, now, meetingId, by }: Turn, waiting: WaitingRequest[]): Promise<Change> {
  const seats =
    (await findCurrentCode(trx, meetingId))?.seatLimit ?? (await lastSeatLimit(trx, meetingId)) ?? SEATS_DEFAULT;
  const seated = new Set(await door.seated(trx, meetingId, now));
  let admitted = 0;
  let left = 0;
  for (const { id, personId, askedAt } of waiting) {
    const member = await findMember(trx, meetingId, personId);
    if (!member || !mayComeByPasscode(member.role)) {
      // Off the roster since, or in a role that signs in.
      await decideRequest(trx, id, { outcome: "withdrawn", now, by });
      continue;
    }
    if (!seated.has(personId) && seated.size >= seats) {
      left += 1;
      continue;
    }
    await decideRequest(trx, id, { outcome: "admitted", now, by });
    await replaceOthers(trx, { id, meetingId, personId }, { now, by });
    // Their sockets are cut with the commit (SESSION-3).
    await deleteLimitedSessions(trx, meetingId, personId);
    await savePledge(trx, { meetingId, personId, at: askedAt });
    seated.add(personId);
    admitted += 1;
  }
  const answer: DoorAnswer =
    left > 0 ? refuse({ code: "full", seats, left }) : admitted > 0 ? { ok: true } : refuse({ code: "requestGone" });
  return { answer, isTold: true };
}

async function queueOf(door: Door, meetingId: MeetingId): Promise<QueueEntry[]> {
  const members = new Map((await listMembers(door.db, meetingId)).map((member) => [member.id, member]));
  const waiting = await door.waiting(door.db, meetingId);
  return waiting.flatMap(({ id, personId, askedAt, continues }) => {
    const member = members.get(personId);
    if (!member) return [];
    const { name, role } = member;
    const isContested = continues || isTwice(waiting, { id, personId });
    return [{ requestId: id, name, role, since: askedAt.toISOString(), continues: isContested }];
  });
}

function invitationOf(code: JoinCode, origin: string, now: Date): Invitation | null {
  const closed = closedBy(code, now);
  if (closed === "ended" || code.code === null || code.passcode === null) return null;
  const link = `${origin}/join/${code.code}`;
  return {
    link,
    qr: drawQr(link),
    passcode: code.passcode,
    expiresAt: code.expiresAt.toISOString(),
    seats: code.seatLimit,
    isSpent: closed === "spent",
  };
}

const refuse = (refusal: DoorRefusal) => ({ ok: false, refusal }) as const;

/** Everything that is done here is seen by somebody. */
const done: Change = { answer: { ok: true }, isTold: true };
