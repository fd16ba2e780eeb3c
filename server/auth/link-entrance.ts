// In by a link or by the code beside it. Each link begins one session, in one browser: pressed again there it is answered the same,
// whichever of two presses was faster and whatever became of the first answer (SIGNIN-4).
import type { Kysely } from "kysely";
import type { Database } from "../../db/schema";
import type { Clock } from "../clock";
import type { LinkResult, LinkStanding, SignInRefusal } from "../load-context";
import type { BrowserName } from "./browser-name";
import type { RequestHeaders } from "./cookie";
import type { Sessions } from "./session";
import type { SignInAudit } from "./sign-in-audit";
import type { LinkLook, SignInLinks } from "./sign-in-link";
import { flowLifetime, type Sso } from "./sso";
import { isSsoRequiredOf } from "./sso-required";
import { hashToken, sessionTokenOf } from "./token";

export interface LinkEntranceParts {
  db: Kysely<Database>;
  clock: Clock;
  sessions: Sessions;
  links: SignInLinks;
  /** Undefined: there is none. */
  sso: Sso | undefined;
}

export interface LinkEntrance {
  look(token: string): Promise<LinkStanding>;
  use(token: string, returnTo: string): Promise<LinkResult>;
  tryCode(code: string, returnTo: string): Promise<LinkResult>;
}

const overBy = { unknown: "linkUnknown", expired: "linkExpired", used: "linkUsed" } as const;

export function linkEntranceFor(
  { db, clock, sessions, links, sso }: LinkEntranceParts,
  { headers, audit, browser }: { headers: RequestHeaders; audit: SignInAudit; browser: BrowserName },
): LinkEntrance {
  async function refused(code: SignInRefusal, personId?: string) {
    await audit.refused("link", code, personId === undefined ? {} : { personId });
    return { ok: false, code } as const;
  }

  const isHere = async (personId: string): Promise<boolean> => {
    const session = await sessions.read(headers);
    return session?.limitedTo === null && session.person.id === personId;
  };

  /** It has proved who they are, and lets them in no further than to connecting the account that does (SSO-2). */
  async function onToSso(personId: string, returnTo: string, by: Sso): Promise<LinkResult> {
    const refusal = await refused("ssoRequired", personId);
    return { ...refusal, connect: await by.begin({ connectsPersonId: personId, returnTo }, headers) };
  }

  async function pressedAgain(
    { personId, usedBy, usedAt }: LinkLook & { state: "used" },
    linkHash: string,
    returnTo: string,
  ): Promise<LinkResult> {
    if (await isHere(personId)) return { ok: true, setCookie: null };
    if (browser.token !== undefined && usedBy === browser.hash) {
      const setCookie = await sessions.resume(sessionTokenOf(linkHash, browser.token), headers);
      if (setCookie !== null) return { ok: true, setCookie };
      const isJustNow = clock().getTime() - usedAt.getTime() < flowLifetime;
      if (sso && isJustNow && (await isSsoRequiredOf(db, personId, sso))) return onToSso(personId, returnTo, sso);
    }
    return refused("linkUsed", personId);
  }

  async function use(linkHash: string, returnTo: string): Promise<LinkResult> {
    const link = await links.look(linkHash);
    if (link.state === "unknown") return refused("linkUnknown");
    if (link.state === "used") return pressedAgain(link, linkHash, returnTo);
    const { personId } = link;
    if (link.state === "expired") return refused("linkExpired", personId);
    const isWayToSso = sso && (await isSsoRequiredOf(db, personId, sso));
    // Without a record of it nobody is let in, and the link is as it was.
    if (!isWayToSso) await audit.entered(personId, "link");
    const done = await db.transaction().execute(async (trx) => {
      if (!(await links.take(trx, linkHash, browser.hash))) return undefined;
      if (isWayToSso) return { setCookie: null };
      const token = browser.token && sessionTokenOf(linkHash, browser.token);
      return { setCookie: await sessions.begin(personId, "link", headers, { db: trx, token }) };
    });
    // Another press was faster.
    if (!done) return use(linkHash, returnTo);
    return isWayToSso ? onToSso(personId, returnTo, sso) : { ok: true, ...done };
  }

  return {
    async look(token) {
      const link = await links.look(hashToken(token));
      if (link.state === "open") return { state: "open" };
      if (link.state === "used" && (await isHere(link.personId))) return { state: "inside" };
      // Pressed a second ago in this browser: the button does what the first press did.
      if (link.state === "used" && browser.token !== undefined && link.usedBy === browser.hash) {
        const lives = await sessions.resume(sessionTokenOf(hashToken(token), browser.token), headers);
        if (lives !== null) return { state: "open" };
      }
      return { state: "over", code: overBy[link.state] };
    },

    use: (token, returnTo) => use(hashToken(token), returnTo),

    async tryCode(code, returnTo) {
      const found = await links.findByCode(code, browser.token);
      if (!found.ok) return refused(found.code);
      const result = await use(found.linkHash, returnTo);
      return result;
    },
  };
}
