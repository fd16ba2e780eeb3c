// A name for a browser that nobody is signed in with yet: a random token in a cookie of its own. It opens nothing by itself. It ties
// a one-time link to the browser that used it, so that a second press there is answered as the first was, and a code to the browser
// that asked for it (SIGNIN-4, SIGNIN-5).
import type { Cookie, RequestHeaders } from "./cookie";
import { createToken, hashToken } from "./token";

const lifetimeSeconds = 7 * 24 * 60 * 60;

export interface BrowserName {
  /** Undefined: the browser has not been given one. */
  token: string | undefined;
  hash: string | null;
  /** The header that names a browser which has no name yet; null where it has. */
  setCookie: string | null;
}

/** With the name it has, or else the one it gets by `setCookie`. */
export function namedBrowser(cookie: Cookie, headers: RequestHeaders): BrowserName & { token: string; hash: string } {
  const known = cookie.read(headers);
  const token = known ?? createToken();
  const setCookie = known === undefined ? cookie.set(headers, token, lifetimeSeconds) : null;
  return { token, hash: hashToken(token), setCookie };
}

export function browserOf(cookie: Cookie, headers: RequestHeaders): BrowserName {
  const token = cookie.read(headers);
  return { token, hash: token === undefined ? null : hashToken(token), setCookie: null };
}
