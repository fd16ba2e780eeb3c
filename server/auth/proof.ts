// Proving once more who one is, within a session that goes on (LOCK-6): by the password, by a code from the mail, at the single
// sign-on provider, or, in the demo, by a press.
import { findPassword } from "../../db/passwords";
import { findProof, saveProof } from "../../db/sessions";
import type { ProofRefusal, ProofService } from "../context/proof";
import type { AccountParts } from "./account";
import { browserOf } from "./browser-name";
import type { Cookie } from "./cookie";
import { isPassword } from "./password-hash";
import { isProofRecent, type OpenSession } from "./session";
import type { Asker } from "./sign-in";
import type { SignInLinks } from "./sign-in-link";
import { isSsoRequiredOf } from "./sso-required";

export interface ProofParts extends AccountParts {
  isDemo: boolean;
  links: SignInLinks;
  browserCookie: Cookie;
}

export function proofFor(parts: ProofParts, session: OpenSession, { headers, network, audit }: Asker): ProofService {
  const { db, clock, sso, limits, links, isDemo } = parts;
  const { id: sessionId, person } = session;

  const ways = async () => {
    const needsSso = sso !== undefined && (await isSsoRequiredOf(db, person.id, sso));
    const hasPassword = !needsSso && (await findPassword(db, person.id)) !== undefined;
    return { hasPassword, takesCode: !needsSso, ssoName: sso?.name ?? null, isDemo };
  };

  async function refused(way: "password" | "link" | "demo", code: ProofRefusal) {
    await audit.refused(way, code, { personId: person.id });
    return { ok: false, code } as const;
  }

  async function proved(way: "password" | "link" | "demo") {
    await audit.entered(person.id, way);
    const isKept = await saveProof(db, { sessionId, personId: person.id, now: clock() });
    return isKept ? ({ ok: true } as const) : refused(way, "proofOfOther");
  }

  return {
    async read() {
      return { isProved: isProofRecent(await findProof(db, sessionId), clock()), ...(await ways()) };
    },

    async byPassword(password) {
      const known = (await ways()).hasPassword ? await findPassword(db, person.id) : undefined;
      if (!(await limits.mayTryPassword(person.email, network))) return refused("password", "tooManyTries");
      if (!known || !(await isPassword(password, known.hash))) return refused("password", "passwordWrong");
      await limits.passwordWasRight(person.email, network);
      return proved("password");
    },

    async byCode(code) {
      if (!(await ways()).takesCode) return refused("link", "ssoRequired");
      const browser = browserOf(parts.browserCookie, headers);
      const found = await links.findByCode(code, browser.token);
      if (!found.ok) return refused("link", found.code);
      const link = await links.look(found.linkHash);
      if (link.state !== "open") return refused("link", link.state === "used" ? "linkUsed" : "linkExpired");
      if (link.personId !== person.id) return refused("link", "proofOfOther");
      if (!(await links.take(db, found.linkHash, browser.hash))) return refused("link", "linkUsed");
      return proved("link");
    },

    byPress: async () => (isDemo ? proved("demo") : refused("demo", "demoOff")),

    async bySso() {
      if (!sso) return { ok: false, code: "ssoUnavailable" };
      return sso.begin({ returnTo: "/account/confirmed", provesSessionId: sessionId }, headers);
    },
  };
}
