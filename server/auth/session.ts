// Sessions: who a request or a socket belongs to, and on which devices somebody is signed in. A session ends 12 hours after
// its last use and 7 days after sign-in, whichever is first (SESSION-2); every sign-in begins a new one and ends the one that
// the browser came with (SESSION-1). A session that was given at a meeting's door is limited to that meeting and to 12 hours, and
// is none while its member's role asks for a sign-in (JOIN-5).
import type { Kysely } from "kysely";
import { markJoined } from "../../db/roster";
import type { Database } from "../../db/schema";
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  findLiveSessions,
  findProof,
  findSessionIds,
  insertSession,
  listDevicesOf,
  type SignInMethod,
  touchSession,
  touchSessions,
} from "../../db/sessions";
import type { MeetingId } from "../../domain/ids";
import { mayComeByPasscode } from "../../domain/policy";
import type { Clock } from "../clock";
import type { Device, SignedInPerson } from "../load-context";
import { batched } from "./batched";
import type { Cookie, RequestHeaders } from "./cookie";
import { createToken, hashToken } from "./token";

const minute = 60 * 1000;
export const idleLimit = 12 * 60 * minute;
export const absoluteLimit = 7 * 24 * 60 * minute;
export const limitedLifetime = 12 * 60 * minute;
/** "Last used" is written at most this often: a meeting's forty clients must not turn every request into a write. */
const touchEvery = 5 * minute;
/** This long after signing in by link or single sign-on somebody may change how they sign in. */
export const freshFor = 15 * minute;
/** A lock is taken within five minutes of a proof (LOCK-6). */
export const proofLifetime = 5 * minute;

export const isProofRecent = (provedAt: Date | null, now: Date): boolean =>
  provedAt !== null && now.getTime() - provedAt.getTime() < proofLifetime;

/** A session that lives, as found by a request's cookie. */
export interface OpenSession {
  /** What pages, sockets and notices call it by; it opens nothing. */
  id: string;
  person: SignedInPerson;
  /** Signed in just now, and in a way that proves who they are. */
  isFresh: boolean;
  /** The one meeting it is good for; null for a full sign-in. */
  limitedTo: MeetingId | null;
}

export interface HowToBegin {
  /** A transaction that the session is part of. */
  db?: Kysely<Database>;
  /** Of a one-time link: pressed twice, it begins one session. Else a new one. */
  token?: string | undefined;
  /** Has whoever begins it proved who they are? Unless said otherwise, yes. */
  isProof?: boolean;
}

export interface Sessions {
  read(headers: RequestHeaders): Promise<OpenSession | null>;
  /** Resolves to the Set-Cookie header of a new session; the one that the request came with ends. */
  begin(personId: string, method: SignInMethod, headers: RequestHeaders, how?: HowToBegin): Promise<string>;
  /** Does the browser come with a session's cookie, living or not? */
  isBrought(headers: RequestHeaders): boolean;
  /** The Set-Cookie header of the session with that token, if it lives still; null otherwise. */
  resume(token: string, headers: RequestHeaders): Promise<string | null>;
  /** The same for somebody whom a host admitted: good for that meeting alone. */
  beginLimited(
    personId: string,
    meetingId: MeetingId,
    headers: RequestHeaders,
    token?: string,
  ): Promise<{ setCookie: string; tokenHash: string }>;
  /** Resolves to the Set-Cookie header that clears the cookie. */
  end(headers: RequestHeaders): Promise<string>;
  /** Has its person just proved who they are (LOCK-6)? */
  isProved(sessionId: string): Promise<boolean>;
  devicesOf(session: OpenSession): Promise<Device[]>;
  /** Ends one of that person's sessions; false when there is no such one of theirs. */
  endDevice(personId: string, sessionId: string): Promise<boolean>;
  /** Resolves to how many ended. */
  endOthers(session: OpenSession): Promise<number>;
  /** Ends what is past its limits. `used` are sessions whose sockets were used meanwhile. */
  sweep(used: readonly string[]): Promise<void>;
  /** Those of these sessions that have ended. */
  endedAmong(sessionIds: readonly string[]): Promise<string[]>;
}

export interface SessionParts {
  db: Kysely<Database>;
  clock: Clock;
  cookie: Cookie;
  /** Called at once for sessions that end here; the database's notice tells the other processes. */
  onEnded?: ((sessionId: string) => void) | undefined;
}

export function createSessions({ db, clock, cookie, onEnded }: SessionParts): Sessions {
  const limits = () => ({ now: clock(), idleSince: new Date(clock().getTime() - idleLimit) });
  const findLive = batched(
    (tokenHashes) => findLiveSessions(db, tokenHashes, limits()),
    ({ tokenHash }) => tokenHash,
  );

  async function endSessionOf(headers: RequestHeaders, within: Kysely<Database> = db): Promise<void> {
    const token = cookie.read(headers);
    if (token === undefined) return;
    const ended = await deleteSession(within, hashToken(token));
    if (ended !== undefined) onEnded?.(ended);
  }

  const endOf = async (...which: [personId: string, which: Parameters<typeof deleteSessionsOf>[2]]) => {
    const ended = await deleteSessionsOf(db, ...which);
    for (const sessionId of ended) onEnded?.(sessionId);
    return ended.length;
  };

  async function start(
    headers: RequestHeaders,
    session: { personId: string; method: SignInMethod; lifetime: number; meetingId?: MeetingId },
    { db: within = db, token = createToken(), isProof = false }: HowToBegin,
  ): Promise<{ setCookie: string; tokenHash: string }> {
    const { lifetime, ...given } = session;
    const tokenHash = hashToken(token);
    // The browser's own session ends, unless it is the one that it is given again.
    if (token !== cookie.read(headers)) await endSessionOf(headers, within);
    const now = clock();
    await insertSession(within, {
      ...given,
      tokenHash,
      now,
      provedAt: isProof ? now : null,
      expiresAt: new Date(now.getTime() + lifetime),
      userAgent: headers["user-agent"]?.slice(0, 300) ?? null,
    });
    return { setCookie: cookie.set(headers, token, lifetime / 1000), tokenHash };
  }

  return {
    async read(headers) {
      const token = cookie.read(headers);
      if (token === undefined) return null;
      const now = clock();
      const found = await findLive(hashToken(token));
      if (found === undefined) return null;
      const { tokenHash, sessionId, method, signedInAt, lastSeenAt, limit, ...person } = found;
      if (limit && !(limit.role && mayComeByPasscode(limit.role))) return null;
      if (now.getTime() - lastSeenAt.getTime() > touchEvery) await touchSession(db, tokenHash, now);
      const isProof = method === "link" || method === "sso";
      const isFresh = isProof && now.getTime() - signedInAt.getTime() <= freshFor;
      return { id: sessionId, person, isFresh, limitedTo: limit?.meetingId ?? null };
    },

    async begin(personId, method, headers, how = {}) {
      const { setCookie } = await start(
        headers,
        { personId, method, lifetime: absoluteLimit },
        { isProof: true, ...how },
      );
      await markJoined(how.db ?? db, personId, clock());
      return setCookie;
    },

    isBrought: (headers) => cookie.read(headers) !== undefined,

    async resume(token, headers) {
      const session = await findLive(hashToken(token));
      return session ? cookie.set(headers, token, absoluteLimit / 1000) : null;
    },

    beginLimited: (personId, meetingId, headers, token) =>
      start(headers, { personId, method: "passcode", lifetime: limitedLifetime, meetingId }, { token }),

    async end(headers) {
      await endSessionOf(headers);
      return cookie.clear(headers);
    },

    isProved: async (sessionId) => isProofRecent(await findProof(db, sessionId), clock()),

    async devicesOf({ id, person }) {
      const devices = await listDevicesOf(db, person.id, limits());
      return devices
        .map(({ sessionId, ...device }) => ({ ...device, id: sessionId, isThisOne: sessionId === id }))
        .sort((one, other) => Number(other.isThisOne) - Number(one.isThisOne));
    },

    endDevice: async (personId, sessionId) => (await endOf(personId, { sessionId })) > 0,
    endOthers: ({ id, person }) => endOf(person.id, { exceptSessionId: id }),

    async sweep(used) {
      await touchSessions(db, used, clock());
      await deleteExpiredSessions(db, limits());
    },

    async endedAmong(sessionIds) {
      const there = new Set(await findSessionIds(db, sessionIds));
      return sessionIds.filter((id) => !there.has(id));
    },
  };
}
