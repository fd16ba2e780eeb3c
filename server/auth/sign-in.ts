// The sign-in service a request is handed: the parts of this folder, bound to the cookie and browser of that request.
import type { MemberId } from "../../domain/ids";
import type { SignInRefusal, SignInResult, SignInService } from "../load-context";
import type { DemoSignIn } from "./demo";
import type { Sessions } from "./session";
import type { SignInAudit } from "./sign-in-audit";
import type { SignInLinks } from "./sign-in-link";

export interface SignInParts {
  isDemo: boolean;
  sessions: Sessions;
  links: SignInLinks;
  demo: DemoSignIn;
  audit: SignInAudit;
}

export function signInFor(
  { isDemo, sessions, links, demo, audit }: SignInParts,
  request: { cookieHeader: string | null; userAgent: string | null },
): SignInService {
  type Identified = { ok: true; personId: MemberId } | { ok: false; code: SignInRefusal; personId?: MemberId };
  const enter = async (who: Identified, way: string): Promise<SignInResult> => {
    if (!who.ok) {
      await audit.refused(way, who.code, who.personId === undefined ? {} : { personId: who.personId });
      return { ok: false, code: who.code };
    }
    const setCookie = await sessions.begin(who.personId, request);
    // Without a record of it, the session stays one that nobody was given.
    await audit.entered(who.personId, way);
    return { ok: true, setCookie };
  };

  return {
    demoEnabled: isDemo,
    demoPeople: () => demo.people(),
    requestLink: (email) => links.request(email, audit),
    useLink: async (token) => enter(await links.use(token), "link"),
    signInAsDemoPerson: async (email) => enter(await demo.personFor(email), "demo"),
    async signOut(cookieHeader) {
      const session = await sessions.readSession(cookieHeader);
      const setCookie = await sessions.end(cookieHeader);
      if (session) await audit.left(session.person.id);
      return { setCookie };
    },
  };
}
