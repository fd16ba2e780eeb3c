// Sessions: who a request or a socket belongs to. A session ends 12 hours after its last use and 7 days after sign-in,
// whichever is first; every sign-in begins a new one and ends the one the browser came with. A session that was given at a
// meeting's door is limited to that meeting and to 12 hours, and is none while its member's role asks for a sign-in (JOIN-5).
import type { Kysely } from "kysely";
import { markJoined } from "../../db/roster";
import type { Database } from "../../db/schema";
import { deleteSession, findLiveSession, insertSession, touchSession } from "../../db/sessions";
import type { MeetingId } from "../../domain/ids";
import { mayComeByPasscode } from "../../domain/policy";
import type { Clock } from "../clock";
import type { SignedInPerson } from "../load-context";
import type { SessionCookie } from "./session-cookie";
import { createToken, hashToken } from "./token";

const minute = 60 * 1000;
export const idleLimit = 12 * 60 * minute;
export const absoluteLimit = 7 * 24 * 60 * minute;
export const limitedLifetime = 12 * 60 * minute;
/** "Last used" is written at most this often: a meeting's forty clients must not turn every request into a write. */
const touchEvery = 5 * minute;

export interface LiveSession {
  person: SignedInPerson;
  /** What `onEnded` will name: sockets outlive a request. */
  sessionKey: string;
  /** The one meeting it is good for; null for a full sign-in. */
  limitedTo: MeetingId | null;
}

export interface Sessions {
  /** Of a full sign-in only: whoever asks no further question gives a limited session nothing. */
  readPerson(cookieHeader: string | null | undefined): Promise<SignedInPerson | null>;
  readSession(cookieHeader: string | null | undefined): Promise<LiveSession | null>;
  /** Resolves to the Set-Cookie header of a new session; the one in `cookieHeader` ends. */
  begin(personId: string, request: { cookieHeader: string | null; userAgent: string | null }): Promise<string>;
  /** The same for somebody whom a host admitted: good for that meeting alone. */
  beginLimited(
    personId: string,
    meetingId: MeetingId,
    request: { cookieHeader: string | null; userAgent: string | null },
  ): Promise<{ setCookie: string; sessionKey: string }>;
  /** Resolves to the Set-Cookie header that clears the cookie. */
  end(cookieHeader: string | null): Promise<string>;
}

export interface SessionParts {
  db: Kysely<Database>;
  clock: Clock;
  cookie: SessionCookie;
  /** Called when a person signs out or in again, so that the sockets of that session can be cut. */
  onEnded?: ((sessionKey: string) => void) | undefined;
}

export function createSessions({ db, clock, cookie, onEnded }: SessionParts): Sessions {
  async function endSessionOf(cookieHeader: string | null): Promise<void> {
    const token = cookie.read(cookieHeader);
    if (token === undefined) return;
    const sessionKey = hashToken(token);
    await deleteSession(db, sessionKey);
    onEnded?.(sessionKey);
  }

  async function identify(cookieHeader: string | null | undefined): Promise<LiveSession | null> {
    const token = cookie.read(cookieHeader);
    if (token === undefined) return null;
    const now = clock();
    const sessionKey = hashToken(token);
    const session = await findLiveSession(db, sessionKey, { now, idleSince: new Date(now.getTime() - idleLimit) });
    if (session === undefined) return null;
    const { lastSeenAt, limit, ...person } = session;
    if (limit && !(limit.role && mayComeByPasscode(limit.role))) return null;
    if (now.getTime() - lastSeenAt.getTime() > touchEvery) await touchSession(db, sessionKey, now);
    return { person, sessionKey, limitedTo: limit?.meetingId ?? null };
  }

  async function start(
    personId: string,
    { cookieHeader, userAgent }: { cookieHeader: string | null; userAgent: string | null },
    { lifetime, meetingId }: { lifetime: number; meetingId?: MeetingId },
  ): Promise<{ setCookie: string; sessionKey: string }> {
    await endSessionOf(cookieHeader);
    const token = createToken();
    const sessionKey = hashToken(token);
    const now = clock();
    await insertSession(db, {
      tokenHash: sessionKey,
      personId,
      now,
      expiresAt: new Date(now.getTime() + lifetime),
      userAgent: userAgent?.slice(0, 300) ?? null,
      meetingId,
    });
    return { setCookie: cookie.set(token, lifetime / 1000), sessionKey };
  }

  return {
    async readPerson(cookieHeader) {
      const session = await identify(cookieHeader);
      return session && session.limitedTo === null ? session.person : null;
    },

    readSession: identify,

    async begin(personId, request) {
      const { setCookie } = await start(personId, request, { lifetime: absoluteLimit });
      await markJoined(db, personId, clock());
      return setCookie;
    },

    beginLimited: (personId, meetingId, request) => start(personId, request, { lifetime: limitedLifetime, meetingId }),

    async end(cookieHeader) {
      await endSessionOf(cookieHeader);
      return cookie.clear();
    },
  };
}
