// The ways in, as a request is handed them: each proves who somebody is, and `enter` alone lets them in. Where single sign-on
// is required, link and password are refused after the proof and not before it, so that the refusal tells nobody anything
// (SSO-2); an administrator always gets in.
import type { Kysely } from "kysely";
import { findPasswordByEmail, replaceHash } from "../../db/passwords";
import type { Database } from "../../db/schema";
import { type SignInMethod, saveProof } from "../../db/sessions";
import { connectIdentity, findPersonByIdentity } from "../../db/sso";
import type { Clock } from "../clock";
import type { SignInRefusal, SignInResult, SignInService, SsoResult } from "../load-context";
import type { Mail } from "../mail";
import type { RateLimits } from "../rate-limits";
import { browserOf, namedBrowser } from "./browser-name";
import type { Cookie, RequestHeaders } from "./cookie";
import type { DemoSignIn } from "./demo";
import { linkEntranceFor } from "./link-entrance";
import { hashPassword, hasOldParameters, isPassword } from "./password-hash";
import type { Sessions } from "./session";
import type { SignInAudit } from "./sign-in-audit";
import type { SignInLinks } from "./sign-in-link";
import type { Sso, SsoAnswer } from "./sso";
import { isSsoRequiredOf } from "./sso-required";
import { hashToken } from "./token";

export interface SignInParts {
  db: Kysely<Database>;
  clock: Clock;
  isDemo: boolean;
  sessions: Sessions;
  links: SignInLinks;
  demo: DemoSignIn;
  /** Undefined: there is none. */
  sso: Sso | undefined;
  limits: RateLimits;
  mail: Pick<Mail, "isSet" | "check">;
  browserCookie: Cookie;
  leftCookie: Cookie;
}

/** Who asks, as far as that is known before they sign in. */
export interface Asker {
  headers: RequestHeaders;
  /** Their network address. */
  network: string;
  /** Puts on record what they try. */
  audit: SignInAudit;
}

type Owner = { ok: true; personId: string } | { ok: false; code: SignInRefusal };

const refuse = (code: SignInRefusal) => ({ ok: false, code }) as const;

/** After a sign-out, for as long as somebody else may come to this browser: the provider asks who they are (SSO-4). */
const leftSeconds = 30 * 24 * 60 * 60;

export function signInFor(parts: SignInParts, { headers, network, audit }: Asker): SignInService {
  const { db, clock, isDemo, sessions, links, demo, sso, limits, mail, leftCookie } = parts;
  const browser = browserOf(parts.browserCookie, headers);
  const entrance = linkEntranceFor(parts, { headers, audit, browser });

  async function enter(personId: string, method: SignInMethod, isProof = true): Promise<SignInResult> {
    if (method === "password" && sso && (await isSsoRequiredOf(db, personId, sso)))
      return refused(method, "ssoRequired", personId);
    const setCookie = await sessions.begin(personId, method, headers, { isProof });
    // Without a record of it, the session stays one that nobody was given.
    await audit.entered(personId, method);
    return { ok: true, setCookie };
  }

  async function refused(method: SignInMethod, code: SignInRefusal, personId?: string) {
    await audit.refused(method, code, personId === undefined ? {} : { personId });
    return refuse(code);
  }

  async function findByPassword(email: string, password: string): Promise<string | undefined> {
    const person = await findPasswordByEmail(db, email);
    if (!(await isPassword(password, person?.hash)) || !person?.hash) return undefined;
    if (hasOldParameters(person.hash)) {
      await replaceHash(db, { personId: person.id, was: person.hash, hash: await hashPassword(password) });
    }
    return person.id;
  }

  /** Whose account it is; connecting it first where its owner has proved to be somebody by a link or a session. */
  async function ownerOf({ account, connectsPersonId }: SsoAnswer & { ok: true }): Promise<Owner> {
    if (connectsPersonId === null) {
      const personId = await findPersonByIdentity(db, account);
      return personId === undefined ? refuse("ssoUnconnected") : { ok: true, personId };
    }
    const isTheirs = await connectIdentity(db, { ...account, personId: connectsPersonId, now: clock() });
    return isTheirs ? { ok: true, personId: connectsPersonId } : refuse("ssoTaken");
  }

  /** The session that went to the provider goes on, and its person has proved who they are. */
  async function prove(personId: string, sessionId: string): Promise<SignInRefusal | undefined> {
    const session = await sessions.read(headers);
    if (session?.id !== sessionId || session.person.id !== personId) return "proofOfOther";
    const isKept = await saveProof(db, { sessionId, personId, now: clock() });
    return isKept ? undefined : "proofOfOther";
  }

  /** Somebody was signed in with this browser and is not any more. */
  const wasLeft = async (): Promise<boolean> =>
    leftCookie.read(headers) !== undefined || (sessions.isBrought(headers) && (await sessions.read(headers)) === null);

  const requestLink: SignInService["requestLink"] = async (email, returnTo) => {
    if (!(await limits.mayAskForLink(email, network))) return refused("link", "tooManyTries");
    const { token, setCookie } = namedBrowser(parts.browserCookie, headers);
    const trouble = await mail.check();
    await links.request(email, { browserToken: token, returnTo }, audit);
    return { ok: true, setCookie, isMailed: mail.isSet, trouble };
  };

  return {
    demoEnabled: isDemo,
    ssoName: sso?.name ?? null,
    isSsoRequired: sso?.isRequired ?? false,
    isMailed: mail.isSet,
    browserCookie: namedBrowser(parts.browserCookie, headers).setCookie,
    demoPeople: () => demo.people(),
    requestLink,
    isCodeAwaited: () => links.isCodeAwaited(browser.token),
    lookAtLink: entrance.look,
    useLink: entrance.use,
    async tryCode(code, returnTo) {
      const result = await entrance.tryCode(code, returnTo);
      if (result.ok && browser.token !== undefined) await links.codeWasUsed(browser.token);
      return result;
    },

    async sendAnother(token, returnTo) {
      const email = await links.addressOf(hashToken(token));
      return email === undefined ? refused("link", "linkUnknown") : requestLink(email, returnTo);
    },

    async usePassword(email, password) {
      if (!(await limits.mayTryPassword(email, network))) return refused("password", "tooManyTries");
      const personId = await findByPassword(email, password);
      if (personId === undefined) return refused("password", "passwordWrong");
      await limits.passwordWasRight(email, network);
      return enter(personId, "password");
    },

    async beginSso(returnTo) {
      return sso ? sso.begin({ returnTo, asksAnew: await wasLeft() }, headers) : refuse("ssoUnavailable");
    },

    async finishSso(search): Promise<SsoResult> {
      const answer = sso ? await sso.finish(search, headers) : refuse("ssoUnavailable");
      if (!answer.ok) return refused("sso", answer.code);
      const owner = await ownerOf(answer);
      if (!owner.ok) return refused("sso", owner.code);
      const { personId } = owner;
      const { returnTo, provesSessionId } = answer;
      if (provesSessionId !== null) {
        const code = await prove(personId, provesSessionId);
        if (code !== undefined) return refused("sso", code, personId);
        await audit.entered(personId, "sso");
        return { ok: true, setCookies: [], returnTo };
      }
      const entered = await enter(personId, "sso", answer.isRecent);
      if (!entered.ok) return entered;
      return { ok: true, setCookies: [entered.setCookie, leftCookie.clear(headers)], returnTo };
    },

    async signInAsDemoPerson(email) {
      const who = await demo.personFor(email);
      return who.ok ? enter(who.personId, "demo") : refused("demo", who.code);
    },

    async signOut() {
      const session = await sessions.read(headers);
      const setCookie = await sessions.end(headers);
      if (session) await audit.left(session.person.id);
      return { setCookies: sso ? [setCookie, leftCookie.set(headers, "1", leftSeconds)] : [setCookie] };
    },
  };
}
