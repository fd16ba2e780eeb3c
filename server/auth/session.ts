// Sessions: who a request or a socket belongs to. A session ends 12 hours after its last use and 7 days after sign-in,
// whichever is first; every sign-in begins a new one and ends the one the browser came with.
import type { Kysely } from "kysely";
import { markJoined } from "../../db/roster";
import type { Database } from "../../db/schema";
import { deleteSession, findLiveSession, insertSession, touchSession } from "../../db/sessions";
import type { Clock } from "../clock";
import type { SignedInPerson } from "../load-context";
import type { SessionCookie } from "./session-cookie";
import { createToken, hashToken } from "./token";

const minute = 60 * 1000;
export const idleLimit = 12 * 60 * minute;
export const absoluteLimit = 7 * 24 * 60 * minute;
/** "Last used" is written at most this often: a meeting's forty clients must not turn every request into a write. */
const touchEvery = 5 * minute;

export interface Sessions {
  readPerson(cookieHeader: string | null | undefined): Promise<SignedInPerson | null>;
  /** For sockets, which outlive a request: `sessionKey` is what `onEnded` will name. */
  readSession(cookieHeader: string | null | undefined): Promise<{ personId: string; sessionKey: string } | null>;
  /** Resolves to the Set-Cookie header of a new session; the one in `cookieHeader` ends. */
  begin(personId: string, request: { cookieHeader: string | null; userAgent: string | null }): Promise<string>;
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

  async function identify(cookieHeader: string | null | undefined) {
    const token = cookie.read(cookieHeader);
    if (token === undefined) return null;
    const now = clock();
    const sessionKey = hashToken(token);
    const session = await findLiveSession(db, sessionKey, { now, idleSince: new Date(now.getTime() - idleLimit) });
    if (session === undefined) return null;
    const { lastSeenAt, ...person } = session;
    if (now.getTime() - lastSeenAt.getTime() > touchEvery) await touchSession(db, sessionKey, now);
    return { person, sessionKey };
  }

  return {
    async readPerson(cookieHeader) {
      return (await identify(cookieHeader))?.person ?? null;
    },

    async readSession(cookieHeader) {
      const found = await identify(cookieHeader);
      return found && { personId: found.person.id, sessionKey: found.sessionKey };
    },

    async begin(personId, { cookieHeader, userAgent }) {
      await endSessionOf(cookieHeader);
      const token = createToken();
      const now = clock();
      await insertSession(db, {
        tokenHash: hashToken(token),
        personId,
        now,
        expiresAt: new Date(now.getTime() + absoluteLimit),
        userAgent: userAgent?.slice(0, 300) ?? null,
      });
      await markJoined(db, personId, now);
      return cookie.set(token, absoluteLimit / 1000);
    },

    async end(cookieHeader) {
      await endSessionOf(cookieHeader);
      return cookie.clear();
    },
  };
}
