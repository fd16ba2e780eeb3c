// The sign-in service a request is handed: the parts of this folder, bound to the cookie and browser of that request.
import type { SignInResult, SignInService } from "../load-context";
import type { DemoSignIn } from "./demo";
import type { Sessions } from "./session";
import type { SignInLinks } from "./sign-in-link";

export interface SignInParts {
  isDemo: boolean;
  sessions: Sessions;
  links: SignInLinks;
  demo: DemoSignIn;
}

export function signInFor(
  { isDemo, sessions, links, demo }: SignInParts,
  request: { cookieHeader: string | null; userAgent: string | null },
): SignInService {
  type Identified = Awaited<ReturnType<SignInLinks["use"]>>;
  const enter = async (who: Identified): Promise<SignInResult> =>
    who.ok ? { ok: true, setCookie: await sessions.begin(who.personId, request) } : who;

  return {
    demoEnabled: isDemo,
    demoPeople: () => demo.people(),
    requestLink: (email) => links.request(email),
    useLink: async (token) => enter(await links.use(token)),
    signInAsDemoPerson: async (email) => enter(await demo.personFor(email)),
    signOut: async (cookieHeader) => ({ setCookie: await sessions.end(cookieHeader) }),
  };
}
