// Where a device stands on its way into a meeting, read from what is stored: the same answer after a reload, on any process.
import type { Kysely } from "kysely";
import type { JoinCode } from "../../db/join-codes";
import { countRefusals, findRequestOfDevice, hasPledged, type JoinRequest } from "../../db/join-requests";
import { findMeetingName, findMember, listMembers } from "../../db/meeting-members";
import type { Database } from "../../db/schema";
import { sessionExists } from "../../db/sessions";
import { type Expected, type JoinStep, type MeetingWords, REFUSALS_MAX } from "../../domain/joining";
import { mayComeByPasscode } from "../../domain/policy";
import type { OpenSession } from "../auth/session";
import { admissionLifetime, closedBy, type Door, requestLifetime } from "./door";

/** What one request brings along. */
export interface Guest {
  /** Of the cookie it came with; null when it has none. */
  deviceHash: string | null;
  session: OpenSession | null;
}

/** The device's request, unless it is over: taken back, gone home, or its session has ended. */
export async function standingRequest(
  db: Kysely<Database>,
  codeId: string,
  deviceHash: string | null,
  now: Date,
): Promise<JoinRequest | undefined> {
  const request = deviceHash === null ? undefined : await findRequestOfDevice(db, codeId, deviceHash);
  if (!request || request.outcome === "withdrawn") return undefined;
  const isOlder = (at: Date | null, span: number) => at !== null && at.getTime() <= now.getTime() - span;
  if (request.outcome === null) return isOlder(request.askedAt, requestLifetime) ? undefined : request;
  if (request.outcome !== "admitted") return request;
  // What a device was admitted with is good for as long as the session it made: an answer may be lost on its way.
  const { sessionHash, decidedAt } = request;
  if (sessionHash === null) return isOlder(decidedAt, admissionLifetime) ? undefined : request;
  return (await sessionExists(db, sessionHash, now)) ? request : undefined;
}

export async function stepOf(
  door: Door,
  db: Kysely<Database>,
  code: JoinCode,
  { deviceHash, session }: Guest,
): Promise<JoinStep> {
  const { meetingId } = code;
  const now = door.clock();
  const found = await findMeetingName(db, meetingId);
  if (!found) return { step: "unknown" };
  const meeting: MeetingWords = { title: found.title, programName: found.programName };

  if (session?.limitedTo === meetingId) return { step: "inside", meetingId };
  const member = session?.limitedTo === null ? await findMember(db, meetingId, session.person.id) : undefined;
  if (member) {
    if (await hasPledged(db, meetingId, member.id)) return { step: "inside", meetingId };
    return { step: "pledge", meeting, name: member.name, isSignedIn: true };
  }

  const request = await standingRequest(db, code.id, deviceHash, now);
  const closed = closedBy(code, now);
  if (!request) {
    if (closed) return { step: closed };
    return { step: "passcode", otherPerson: session?.person.name ?? null };
  }
  switch (request.outcome) {
    case "admitted":
      return { step: "admitted" };
    case "refused": {
      const refusals = closed === "ended" ? REFUSALS_MAX : await countRefusals(db, code.id, request.deviceHash);
      return { step: "refused", meeting, sentence: request.sentence, mayAskAgain: refusals < REFUSALS_MAX };
    }
    case "replaced":
      return { step: "replaced", meeting };
    default:
      return openStep(door, db, code, request, meeting, closed === "ended");
  }
}

/** A request that nobody has decided. */
async function openStep(
  door: Door,
  db: Kysely<Database>,
  code: JoinCode,
  request: JoinRequest,
  meeting: MeetingWords,
  isEnded: boolean,
): Promise<JoinStep> {
  const { personId, meetingId } = request;
  const member = personId === null ? undefined : await findMember(db, meetingId, personId);
  // Whoever waits goes on waiting when the link ends: a host has the last word.
  if (member && request.askedAt !== null) return { step: "waiting", meeting, name: member.name };
  if (isEnded) return { step: "ended" };
  const taken = await door.takenNames(db, meetingId, request.deviceHash);
  if (!member || !mayComeByPasscode(member.role)) {
    const roster: Expected[] = (await listMembers(db, meetingId)).map(({ id, name, role }) => ({
      id,
      name,
      role,
      presence: taken.get(id) ?? null,
    }));
    return { step: "name", meeting, roster };
  }
  if (taken.has(member.id) && !request.continues) return { step: "taken", meeting, name: member.name };
  const seated = await door.seated(db, meetingId);
  if (!seated.includes(member.id) && seated.length >= code.seatLimit) return { step: "full", meeting };
  return { step: "pledge", meeting, name: member.name, isSignedIn: false };
}
