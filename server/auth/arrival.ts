// The arrival service a request is handed: invitations and the setup link, bound to that request. Pressed twice in one browser each
// of them is answered the same (SIGNIN-4).
import type { Kysely } from "kysely";
import type { Database } from "../../db/schema";
import type { MemberId } from "../../domain/ids";
import type { Arrival, ArrivalService, SignedInPerson } from "../load-context";
import type { Invitations } from "../programs/invitations";
import type { BrowserName } from "./browser-name";
import type { RequestHeaders } from "./cookie";
import type { Sessions } from "./session";
import type { SetupLinks } from "./setup-link";
import type { SignInAudit } from "./sign-in-audit";
import type { Sso } from "./sso";
import { isSsoRequiredOf } from "./sso-required";
import { hashToken, sessionTokenOf } from "./token";

export interface ArrivalParts {
  db: Kysely<Database>;
  sessions: Sessions;
  invitations: Invitations;
  setupLinks: SetupLinks;
  /** Undefined: there is none. */
  sso: Sso | undefined;
  audit: Pick<SignInAudit, "entered" | "refused">;
}

const connectLater: Arrival = { ok: false, code: "ssoUnavailable" };

export function arrivalFor(
  { db, sessions, invitations, setupLinks, sso, audit }: ArrivalParts,
  request: { person: SignedInPerson | null; headers: RequestHeaders; browser: BrowserName },
): ArrivalService {
  const { person, headers, browser } = request;
  const sessionToken = (link: string) => browser.token && sessionTokenOf(hashToken(link), browser.token);
  /** Begins the session within the transaction that uses the link up. */
  const beginBy = (link: string) => (trx: Kysely<Database>, personId: MemberId) =>
    sessions.begin(personId, "link", headers, { db: trx, token: sessionToken(link) });

  /** Of a link that this browser has used before: the session that it began. */
  async function resume(link: string): Promise<Arrival | undefined> {
    const token = sessionToken(link);
    const setCookie = token === undefined ? null : await sessions.resume(token, headers);
    return setCookie === null ? undefined : { ok: true, setCookie };
  }

  /** It has proved who they are, and lets them in no further than to connecting the account that does. */
  async function onToSso(personId: MemberId, by: Sso): Promise<Arrival> {
    await audit.refused("invitation", "ssoRequired", { personId });
    const start = await by.begin({ connectsPersonId: personId, returnTo: "/" }, headers);
    return start.ok ? { ok: true, setCookie: start.setCookie, connectAt: start.redirectTo } : connectLater;
  }

  return {
    invitation: (token) => invitations.look(token, person?.id),
    async accept(token) {
      const isWayToSso = async (within: Kysely<Database>, personId: MemberId) =>
        sso !== undefined && (await isSsoRequiredOf(within, personId, sso));
      const accepted = await invitations.accept(token, {
        signedIn: person?.id,
        browserHash: browser.hash,
        begin: async (trx, personId) => ((await isWayToSso(trx, personId)) ? null : beginBy(token)(trx, personId)),
      });
      if (!accepted.ok) {
        await audit.refused("invitation", accepted.code);
        return accepted;
      }
      const { personId, setCookie } = accepted;
      if (accepted.isAgain) {
        if (person) return { ok: true, setCookie: null };
        const resumed = await resume(token);
        if (resumed) return resumed;
        if (sso && (await isWayToSso(db, personId))) return onToSso(personId, sso);
        await audit.refused("invitation", "invitationUsed");
        return { ok: false, code: "invitationUsed" };
      }
      if (person) return { ok: true, setCookie: null };
      if (setCookie === null && sso) return onToSso(personId, sso);
      await audit.entered(personId, "invitation");
      return { ok: true, setCookie };
    },
    isSetupOpen: async (token) => (await setupLinks.isOpen(token)) || (await resume(token)) !== undefined,
    async setUp(token, typed) {
      const made = await setupLinks.use(token, typed, { browserHash: browser.hash, begin: beginBy(token) });
      if (!made.ok) {
        const resumed = "code" in made && made.isSameBrowser ? await resume(token) : undefined;
        if (resumed) return resumed;
        if ("code" in made) await audit.refused("setup", made.code);
        return made;
      }
      if (made.setCookie === null) return { ok: true, setCookie: null };
      await audit.entered(made.personId, "setup");
      return { ok: true, setCookie: made.setCookie };
    },
  };
}
