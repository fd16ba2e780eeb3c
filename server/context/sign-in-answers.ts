// What a way in answers a page, and why it let nobody in. Types only.
export type SignInRefusal =
  | "linkUnknown"
  | "linkUsed"
  | "linkExpired"
  /** Also for an address nobody has. */
  | "codeWrong"
  /** Too many were typed, or what was asked for is too old. */
  | "codeOver"
  /** It was asked for in another browser. */
  | "codeElsewhere"
  | "personUnknown"
  | "demoOff"
  /** Also for an address nobody has, and for somebody without a password. */
  | "passwordWrong"
  | "tooManyTries"
  /** Who they are is proved, and their program takes single sign-on only. */
  | "ssoRequired"
  | "ssoUnavailable"
  | "ssoFailed"
  /** The account at the provider is nobody's here. */
  | "ssoUnconnected"
  /** The account at the provider is somebody else's here. */
  | "ssoTaken"
  /** Another account, or another session, than the one that was to be confirmed. */
  | "proofOfOther";
export type SignInResult = { ok: true; setCookie: string } | { ok: false; code: SignInRefusal };

/** The provider's page to go to, and the cookie that ties the way back to this browser. */
export type SsoStart = { ok: true; redirectTo: string; setCookie: string } | { ok: false; code: SignInRefusal };
export type SsoResult = { ok: true; setCookies: string[]; returnTo: string } | { ok: false; code: SignInRefusal };

/** What a sign-in link would do in this browser, without doing it. `inside`: it was used by whoever is signed in here. */
export type LinkStanding = { state: "open" | "inside" } | { state: "over"; code: SignInRefusal };

/** Where a link that was asked for goes. `trouble`: why mail cannot be counted on at the moment; the same for every address. */
export type LinkWay = { isMailed: boolean; trouble: string | null };

/** Null: they are in already, by the same link, in the same browser. */
export type LinkResult =
  | { ok: true; setCookie: string | null }
  | { ok: false; code: SignInRefusal; connect?: SsoStart };
