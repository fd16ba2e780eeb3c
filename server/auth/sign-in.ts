// The ways in, as a request is handed them: each proves who somebody is, and `enter` alone lets them in. Where single sign-on
// is required, link and password are refused after the proof and not before it, so that the refusal tells nobody anything
// (SSO-2); an administrator always gets in.
import type { Kysely } from "kysely";
import { findPasswordByEmail, replaceHash } from "../../db/passwords";
import type { Database } from "../../db/schema";
import type { SignInMethod } from "../../db/sessions";
import { connectIdentity, findPersonByIdentity } from "../../db/sso";
import type { Clock } from "../clock";
import type { SignInRefusal, SignInResult, SignInService, SsoResult } from "../load-context";
import type { RateLimits } from "../rate-limits";
import type { RequestHeaders } from "./cookie";
import type { DemoSignIn } from "./demo";
import { hashPassword, hasOldParameters, isPassword } from "./password-hash";
import type { Sessions } from "./session";
import type { SignInAudit } from "./sign-in-audit";
import type { SignInLinks } from "./sign-in-link";
import type { Sso, SsoAnswer } from "./sso";
import { isSsoRequiredOf } from "./sso-required";

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

export function signInFor(parts: SignInParts, { headers, network, audit }: Asker): SignInService {
  const { db, clock, isDemo, sessions, links, demo, sso, limits } = parts;

  async function enter(personId: string, method: SignInMethod): Promise<SignInResult> {
    const isOtherWay = method === "link" || method === "password";
    if (isOtherWay && sso && (await isSsoRequiredOf(db, personId, sso)))
      return refused(method, "ssoRequired", personId);
    const setCookie = await sessions.begin(personId, method, headers);
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

  return {
    demoEnabled: isDemo,
    ssoName: sso?.name ?? null,
    isSsoRequired: sso?.isRequired ?? false,
    demoPeople: () => demo.people(),

    async requestLink(email) {
      if (!(await limits.mayAskForLink(email, network))) return refused("link", "tooManyTries");
      await links.request(email, audit);
      return { ok: true };
    },

    async useLink(token) {
      const used = await links.use(token);
      if (!used.ok) return refused("link", used.code, used.personId);
      const result = await enter(used.personId, "link");
      if (result.ok || result.code !== "ssoRequired" || !sso) return result;
      return { ...result, connect: await sso.begin({ connectsPersonId: used.personId, returnTo: "/" }, headers) };
    },

    async usePassword(email, password) {
      if (!(await limits.mayTryPassword(email, network))) return refused("password", "tooManyTries");
      const personId = await findByPassword(email, password);
      if (personId === undefined) return refused("password", "passwordWrong");
      await limits.passwordWasRight(email, network);
      return enter(personId, "password");
    },

    async beginSso(returnTo) {
      return sso ? sso.begin({ connectsPersonId: null, returnTo }, headers) : refuse("ssoUnavailable");
    },

    async finishSso(search): Promise<SsoResult> {
      const answer = sso ? await sso.finish(search, headers) : refuse("ssoUnavailable");
      if (!answer.ok) return refused("sso", answer.code);
      const owner = await ownerOf(answer);
      if (!owner.ok) return refused("sso", owner.code);
      const entered = await enter(owner.personId, "sso");
      return entered.ok ? { ...entered, returnTo: answer.returnTo } : entered;
    },

    async signInAsDemoPerson(email) {
      const who = await demo.personFor(email);
      return who.ok ? enter(who.personId, "demo") : refused("demo", who.code);
    },

    async signOut() {
      const session = await sessions.read(headers);
      const setCookie = await sessions.end(headers);
      if (session) await audit.left(session.person.id);
      return { setCookie };
    },
  };
}
