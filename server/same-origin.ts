// Where a request that changes something, or opens a socket, may come from: our own pages. Rules in one place for both.
import type { IncomingHttpHeaders } from "node:http";

/**
 * Every browser of the last years sends `Origin` with such a request, or says by `Sec-Fetch-Site` that another site made
 * it. One with neither is no browser (curl, a script, a probe), and nobody can be tricked into sending it.
 */
export function isFromOurPages(headers: IncomingHttpHeaders, publicUrl: string | undefined): boolean {
  const { origin } = headers;
  if (origin === undefined) {
    const site = headers["sec-fetch-site"];
    return site === undefined || site === "same-origin" || site === "none";
  }
  if (publicUrl !== undefined && origin === publicUrl) return true;
  // The server may be asked past its proxy too (a health check, a bench on loopback), always by the host it was asked for.
  // The scheme is left out: behind a proxy that ends TLS we do not see it.
  return URL.canParse(origin) && headers.host !== undefined && new URL(origin).host === headers.host;
}
