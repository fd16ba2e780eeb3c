// The arrival service a request is handed: invitations and the setup link, bound to the cookie and browser of that request.
import type { ArrivalService, SignedInPerson } from "../load-context";
import type { Invitations } from "../programs/invitations";
import type { Sessions } from "./session";
import type { SetupLinks } from "./setup-link";

export interface ArrivalParts {
  sessions: Sessions;
  invitations: Invitations;
  setupLinks: SetupLinks;
}

export const arrivalFor = (
  { sessions, invitations, setupLinks }: ArrivalParts,
  request: { person: SignedInPerson | null; cookieHeader: string | null; userAgent: string | null },
): ArrivalService => ({
  invitation: (token) => invitations.look(token),
  async accept(token) {
    const accepted = await invitations.accept(token, request.person?.id);
    if (!accepted.ok) return accepted;
    return { ok: true, setCookie: accepted.begins ? await sessions.begin(accepted.personId, request) : null };
  },
  isSetupOpen: (token) => setupLinks.isOpen(token),
  async setUp(token, typed) {
    const made = await setupLinks.use(token, typed);
    if (!made.ok) return made;
    return { ok: true, setCookie: made.begins ? await sessions.begin(made.personId, request) : null };
  },
});
