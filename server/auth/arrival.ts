// The arrival service a request is handed: invitations and the setup link, bound to that request.
import type { ArrivalService, SignedInPerson } from "../load-context";
import type { Invitations } from "../programs/invitations";
import type { RequestHeaders } from "./cookie";
import type { Sessions } from "./session";
import type { SetupLinks } from "./setup-link";
import type { SignInAudit } from "./sign-in-audit";

export interface ArrivalParts {
  sessions: Sessions;
  invitations: Invitations;
  setupLinks: SetupLinks;
  audit: Pick<SignInAudit, "entered" | "refused">;
}

export const arrivalFor = (
  { sessions, invitations, setupLinks, audit }: ArrivalParts,
  request: { person: SignedInPerson | null; headers: RequestHeaders },
): ArrivalService => ({
  invitation: (token) => invitations.look(token),
  async accept(token) {
    const accepted = await invitations.accept(token, request.person?.id);
    if (!accepted.ok) {
      await audit.refused("invitation", accepted.code);
      return accepted;
    }
    if (!accepted.begins) return { ok: true, setCookie: null };
    const setCookie = await sessions.begin(accepted.personId, "link", request.headers);
    await audit.entered(accepted.personId, "invitation");
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
