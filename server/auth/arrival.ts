// The arrival service a request is handed: invitations and the setup link, bound to that request.
import type { Kysely } from "kysely";
import type { Database } from "../../db/schema";
import type { Arrival, ArrivalService, SignedInPerson } from "../load-context";
import type { Invitations } from "../programs/invitations";
import type { RequestHeaders } from "./cookie";
import type { Sessions } from "./session";
import type { SetupLinks } from "./setup-link";
import type { SignInAudit } from "./sign-in-audit";
import type { Sso } from "./sso";
import { isSsoRequiredOf } from "./sso-required";

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

export const arrivalFor = (
  { db, sessions, invitations, setupLinks, sso, audit }: ArrivalParts,
  request: { person: SignedInPerson | null; headers: RequestHeaders },
): ArrivalService => ({
  invitation: (token) => invitations.look(token),
  async accept(token) {
    const accepted = await invitations.accept(token, request.person?.id);
    if (!accepted.ok) {
      await audit.refused("invitation", accepted.code);
      return accepted;
    }
    const { personId } = accepted;
    if (!accepted.begins) return { ok: true, setCookie: null };
    if (sso && (await isSsoRequiredOf(db, personId, sso))) {
      // It has proved who they are, and lets them in no further than to connecting the account that does.
      await audit.refused("invitation", "ssoRequired", { personId });
      const start = await sso.begin({ connectsPersonId: personId, returnTo: "/" }, request.headers);
      return start.ok ? { ok: true, setCookie: start.setCookie, connectAt: start.redirectTo } : connectLater;
    }
    const setCookie = await sessions.begin(personId, "link", request.headers);
    await audit.entered(personId, "invitation");
    return { ok: true, setCookie };
  },
  isSetupOpen: (token) => setupLinks.isOpen(token),
  async setUp(token, typed) {
    const made = await setupLinks.use(token, typed);
    if (!made.ok) {
      if ("code" in made) await audit.refused("setup", made.code);
      return made;
    }
    if (!made.begins) return { ok: true, setCookie: null };
    const setCookie = await sessions.begin(made.personId, "link", request.headers);
    await audit.entered(made.personId, "setup");
    return { ok: true, setCookie };
  },
});
