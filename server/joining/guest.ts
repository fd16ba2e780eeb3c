// The outer side of a meeting's door: what a device that opened the link may ask, one step after the other (JOIN-1). The device
// is known by a token in a cookie of its own, which opens nothing until a host has admitted it.
import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { countWrongTry, findJoinCode, forgetTries, type JoinCode } from "../../db/join-codes";
import {
  decideRequest,
  insertRequest,
  type JoinRequest,
  savePledge,
  setAsked,
  setName,
  setSession,
} from "../../db/join-requests";
import { findMember } from "../../db/meeting-members";
import { findProgramOf } from "../../db/programs";
import type { Database } from "../../db/schema";
import { deleteSession } from "../../db/sessions";
import { type JoinRefusal, type JoinStep, PASSCODE_DIGITS, WRONG_TRIES_MAX } from "../../domain/joining";
import type { JoinIntent } from "../../domain/joining-schemas";
import { mayComeByPasscode } from "../../domain/policy";
import type { Cookie, RequestHeaders } from "../auth/cookie";
import type { OpenSession, Sessions } from "../auth/session";
import type { SignInAudit } from "../auth/sign-in-audit";
import { createToken, hashToken, isSameSecret, sessionTokenOf } from "../auth/token";
import type { JoinAnswer, JoiningService } from "../load-context";
import { closedBy, codeLifetime, type Door, type DoorChange } from "./door";
import { standingRequest, stepOf } from "./guest-step";
import { deviceKey, recordWrong, type Trier, waitOf } from "./passcode-tries";

export interface GuestParts {
  door: Door;
  sessions: Sessions;
  /** Of the device's token, beside the session's. */
  deviceCookie: Cookie;
  audit: Pick<SignInAudit, "entered" | "refused">;
}

export interface GuestRequest {
  headers: RequestHeaders;
  /** The client's network address, as far as proxies are believed. */
  address: string;
}

/** Guesses that may wait for one meeting's door at a time; more are sent away unread. */
const MAX_QUEUE = 200;

type Change<Answer = JoinAnswer> = Promise<DoorChange<Answer>>;

/** What a passcode may be answered. */
type PasscodeRefusal = Extract<
  JoinRefusal,
  { code: "passcodeForm" | "passcodeWrong" | "linkEnded" | "linkSpent" | "wait" }
>;
type PasscodeAnswer = ({ ok: true } | { ok: false; refusal: PasscodeRefusal }) & Pick<JoinAnswer, "setCookie">;

export function joiningFor({ door, sessions, deviceCookie, audit }: GuestParts, browser: GuestRequest): JoiningService {
  const token = deviceCookie.read(browser.headers);
  const deviceHash = token === undefined ? null : hashToken(token);
  const sessionOf = (): Promise<OpenSession | null> => sessions.read(browser.headers);
  const codeOf = (code: string): Promise<JoinCode | undefined> => findJoinCode(door.db, hashToken(code));
  const newDevice = () => {
    const fresh = createToken();
    return { hash: hashToken(fresh), setCookie: deviceCookie.set(browser.headers, fresh, codeLifetime / 1000) };
  };

  async function tryPasscode(code: JoinCode, typed: string): Promise<PasscodeAnswer> {
    const passcode = typed.replace(/[\s-]/g, "");
    if (!new RegExp(`^\\d{${PASSCODE_DIGITS}}$`).test(passcode)) return refuse({ code: "passcodeForm" });
    const closed = closedBy(code, door.clock());
    if (closed) return refuse({ code: closed === "spent" ? "linkSpent" : "linkEnded" });
    if (door.queueLength(code.meetingId) >= MAX_QUEUE) return refuse({ code: "wait", seconds: 10 });
    return door.change(code.meetingId, async (trx, now): Change<PasscodeAnswer> => {
      const current = await findJoinCode(trx, code.codeHash);
      // Ended, or used up, while this one stood in the queue.
      const shut = current ? closedBy(current, now) : "ended";
      if (!current || shut) return { answer: refuse({ code: shut === "spent" ? "linkSpent" : "linkEnded" }) };
      const device = deviceHash === null ? newDevice() : { hash: deviceHash, setCookie: undefined };
      const trier: Trier = { codeId: code.id, deviceHash: device.hash, address: browser.address };
      const wait = await waitOf(trx, trier, now);
      if (wait > 0) return { answer: refuse(waitFor(wait)) };
      if (isSameSecret(passcode, current.passcode ?? "")) {
        // A new token from here on: nobody else can have put it into this browser.
        const known = newDevice();
        const { meetingId, id: codeId } = current;
        await insertRequest(trx, { id: randomUUID(), codeId, meetingId, deviceHash: known.hash, now });
        await forgetTries(trx, deviceKey(codeId, device.hash));
        return { answer: { ok: true, setCookie: known.setCookie } };
      }
      await countWrongTry(trx, current.id);
      const cost = await recordWrong(trx, trier, now);
      const isSpent = current.wrongTries + 1 >= WRONG_TRIES_MAX;
      const refusal: PasscodeRefusal = isSpent
        ? { code: "linkSpent" }
        : cost > 0
          ? waitFor(cost)
          : { code: "passcodeWrong" };
      return { answer: { ...refuse(refusal), setCookie: device.setCookie }, isTold: isSpent };
    });
  }

  /** A guess that was wrong, and one that was not even looked at, are both on record. */
  async function passcodeOnRecord({ meetingId }: JoinCode, answer: PasscodeAnswer): Promise<JoinAnswer> {
    if (!answer.ok && answer.refusal.code !== "passcodeForm") {
      const programId = (await findProgramOf(door.db, meetingId)) ?? null;
      await audit.refused("passcode", answer.refusal.code, { door: { meetingId, programId } });
    }
    return answer;
  }

  /** For the steps of a device whose passcode was right: its request, and the step it stands at. */
  async function takeStep(
    code: JoinCode,
    work: (trx: Transaction<Database>, standing: { request: JoinRequest; step: JoinStep; now: Date }) => Change,
  ): Promise<JoinAnswer> {
    await door.here(code.meetingId);
    return door.change(code.meetingId, async (trx, now): Change => {
      const request = await standingRequest(trx, code.id, deviceHash, now);
      if (!request) return { answer: refuse({ code: "outOfTurn" }) };
      const step = await stepOf(door, trx, code, { deviceHash, session: null });
      if (step.step === "ended") return { answer: refuse({ code: "linkEnded" }) };
      return work(trx, { request, step, now });
    });
  }

  const pickName = (code: JoinCode, personId: string): Promise<JoinAnswer> =>
    takeStep(code, async (trx, { request }): Change => {
      const member = await findMember(trx, code.meetingId, personId);
      if (!member) return { answer: refuse({ code: "nameUnknown" }) };
      if (!mayComeByPasscode(member.role)) return { answer: refuse({ code: "signInNeeded", name: member.name }) };
      if (request.askedAt !== null || request.outcome !== null) return { answer: refuse({ code: "outOfTurn" }) };
      await setName(trx, request.id, { personId: member.id, continues: false });
      return { answer: { ok: true } };
    });

  const continueHere = (code: JoinCode): Promise<JoinAnswer> =>
    takeStep(code, async (trx, { request, step }): Change => {
      if (step.step !== "taken") return { answer: refuse({ code: "outOfTurn" }) };
      await setName(trx, request.id, { personId: request.personId, continues: true });
      return { answer: { ok: true } };
    });

  const askToCome = (code: JoinCode): Promise<JoinAnswer> =>
    takeStep(code, async (trx, { request, step, now }): Change => {
      if (step.step === "full") return { answer: refuse({ code: "full" }) };
      if (step.step !== "pledge") return { answer: refuse({ code: "outOfTurn" }) };
      await setAsked(trx, request.id, now);
      return { answer: { ok: true }, isTold: true };
    });

  const startOver = (code: JoinCode): Promise<JoinAnswer> =>
    takeStep(code, async (trx, { request, step, now }): Change => {
      if (request.askedAt === null) {
        await setName(trx, request.id, { personId: null, continues: false });
        return { answer: { ok: true } };
      }
      if (step.step !== "waiting" && step.step !== "replaced") return { answer: refuse({ code: "outOfTurn" }) };
      await decideRequest(trx, request.id, { outcome: "withdrawn", now, by: request.personId });
      // The passcode was right; a link that has ended since takes nobody new.
      if (!closedBy(code, now)) {
        const { meetingId, codeId, deviceHash: hash } = request;
        await insertRequest(trx, { id: randomUUID(), codeId, meetingId, deviceHash: hash, now });
      }
      return { answer: { ok: true }, isTold: true };
    });

  const askAgain = (code: JoinCode): Promise<JoinAnswer> =>
    takeStep(code, async (trx, { request, step, now }): Change => {
      const { personId, meetingId, codeId, continues, deviceHash: hash } = request;
      if (step.step !== "refused" || !step.mayAskAgain || personId === null) {
        return { answer: refuse({ code: "outOfTurn" }) };
      }
      const again = { personId, continues };
      await insertRequest(trx, { id: randomUUID(), codeId, meetingId, deviceHash: hash, now, again });
      return { answer: { ok: true }, isTold: true };
    });

  /** A signed-in member only pledges; for everybody else the pledge is what puts them into the queue. */
  async function pledge(code: JoinCode): Promise<JoinAnswer> {
    const session = await sessionOf();
    const member =
      session?.limitedTo === null ? await findMember(door.db, code.meetingId, session.person.id) : undefined;
    if (!member) return askToCome(code);
    await savePledge(door.db, { meetingId: code.meetingId, personId: member.id, at: door.clock() });
    return { ok: true };
  }

  return {
    async look(typed) {
      const code = await codeOf(typed);
      if (!code) return { step: "unknown" };
      return stepOf(door, door.db, code, { deviceHash, session: await sessionOf() });
    },

    async answer(typed, intent: JoinIntent) {
      const code = await codeOf(typed);
      if (!code) {
        await audit.refused("passcode", "joinLinkUnknown");
        return refuse({ code: "linkUnknown" });
      }
      switch (intent.intent) {
        case "passcode":
          return passcodeOnRecord(code, await tryPasscode(code, intent.passcode));
        case "name":
          return pickName(code, intent.personId);
        case "continueHere":
          return continueHere(code);
        case "pledge":
          return intent.pledged === "yes" ? pledge(code) : refuse({ code: "pledgeNeeded" });
        case "startOver":
          return startOver(code);
        case "askAgain":
          return askAgain(code);
      }
    },

    async enter(typed) {
      const code = await codeOf(typed);
      if (!code) return null;
      const request = await standingRequest(door.db, code.id, deviceHash, door.clock());
      if (request?.outcome !== "admitted" || request.personId === null) return null;
      const { meetingId, personId } = request;
      // Asked twice in one moment, it is one session: whichever answer the browser keeps, it is in.
      const sessionToken = sessionTokenOf(request.id, token ?? "");
      const { setCookie, tokenHash } = await sessions.beginLimited(personId, meetingId, browser.headers, sessionToken);
      const entered = await door.change(meetingId, async (trx, now) => {
        const current = await standingRequest(trx, code.id, deviceHash, now);
        if (current?.id !== request.id || current.outcome !== "admitted") {
          // The name came in on another device just now.
          await deleteSession(trx, tokenHash);
          return { answer: null };
        }
        const earlier = current.sessionHash;
        if (earlier !== null && earlier !== tokenHash) await deleteSession(trx, earlier);
        await setSession(trx, request.id, tokenHash);
        return { answer: { meetingId, setCookie }, isTold: true };
      });
      if (entered) await audit.entered(personId, "passcode");
      return entered;
    },

    async expected(typed) {
      const code = await codeOf(typed);
      const request = code && (await standingRequest(door.db, code.id, deviceHash, door.clock()));
      return request?.askedAt ? door.expected(request.meetingId) : null;
    },
  };
}

const refuse = <Refusal extends JoinRefusal>(refusal: Refusal) => ({ ok: false, refusal }) as const;

const waitFor = (milliseconds: number): JoinRefusal & { code: "wait" } => ({
  code: "wait",
  seconds: Math.ceil(milliseconds / 1000),
});
