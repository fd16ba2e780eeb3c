// Where to go after signing in. Only a path of this site: anything else would let a mail link send people elsewhere.

const someSite = "https://rank-room.invalid";

/** The path asked for, or `/` when it is missing or leads off this site. */
export function returnPath(asked: unknown): string {
  if (typeof asked !== "string" || !asked.startsWith("/")) return "/";
  // The browser's own reading decides: `//host`, `/\host` and `/<tab>/host` all leave the site.
  const url = URL.canParse(asked, someSite) ? new URL(asked, someSite) : null;
  if (url?.origin !== someSite) return "/";
  const path = `${url.pathname}${url.search}${url.hash}`;
  // `/.//host` becomes `//host` once its dots are resolved.
  return path.startsWith("//") ? "/" : path;
}

/** The path with the wish to come back to `to` afterwards. */
export const withReturn = (path: string, to: string): string =>
  to === "/" ? path : `${path}?${new URLSearchParams({ to })}`;
