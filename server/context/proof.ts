// Proving once more who one is, as pages are handed it. Bounded by the session of the request.
import type { SignInRefusal, SsoStart } from "./sign-in-answers";

export type ProofRefusal = SignInRefusal;
export type ProofAnswer = { ok: true } | { ok: false; code: ProofRefusal };

export interface ProofStanding {
  /** Just now: nothing is asked. */
  isProved: boolean;
  hasPassword: boolean;
  /** A code can be mailed to them. */
  takesCode: boolean;
  /** Null: this installation has no single sign-on. */
  ssoName: string | null;
  /** One press is proof enough. */
  isDemo: boolean;
}

export interface ProofService {
  read(): Promise<ProofStanding>;
  byPassword(password: string): Promise<ProofAnswer>;
  /** The code beside a sign-in link that was asked for in this browser. */
  byCode(code: string): Promise<ProofAnswer>;
  byPress(): Promise<ProofAnswer>;
  /** The provider's page, where the account is asked for anew. */
  bySso(): Promise<SsoStart>;
}
