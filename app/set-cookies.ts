// The headers that set cookies, each in a header of its own. Server only.
export function setCookies(...cookies: readonly (string | null)[]): Headers {
  const headers = new Headers();
  for (const cookie of cookies) if (cookie !== null) headers.append("Set-Cookie", cookie);
  return headers;
}

/** For the page of a one-time link: its address is a secret, and the browser gets a name (SIGNIN-4). */
export function oneTimePageHeaders({
  loaderHeaders,
  actionHeaders,
}: Record<"loaderHeaders" | "actionHeaders", Headers>) {
  const headers = setCookies(...loaderHeaders.getSetCookie(), ...actionHeaders.getSetCookie());
  headers.set("Cache-Control", "no-store");
  return headers;
}
