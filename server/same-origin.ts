// Where a request that changes something, or opens a socket, may come from: our own pages. PUBLIC_URL alone says where those
// are; proxies rewrite Host, ports and forwarded headers as they like. Without PUBLIC_URL it is the host that was asked for.
import type { IncomingHttpHeaders } from "node:http";
import type { RequestHandler, Response } from "express";

type AskedHeaders = Pick<IncomingHttpHeaders, "origin" | "host" | "sec-fetch-site">;

/**
 * Every browser of the last years sends `Origin` with such a request, or says by `Sec-Fetch-Site` that another site made
 * it. One with neither is no browser (curl, a script, a probe), and nobody can be tricked into sending it.
 */
export function isFromOurPages(headers: AskedHeaders, publicUrl: string | undefined): boolean {
  const { origin } = headers;
  const site = headers["sec-fetch-site"];
  if (origin === undefined) return site === undefined || site === "same-origin" || site === "none";
  // A proxy that adds `Referrer-Policy: no-referrer` makes browsers hide the origin of our own forms. No page can set
  // `Sec-Fetch-Site`, and an opaque origin (a sandboxed frame, a file) is never "same-origin".
  if (origin === "null") return site === "same-origin";
  if (publicUrl !== undefined) return origin === publicUrl;
  // The scheme is left out: behind a proxy that ends TLS we do not see it.
  return URL.canParse(origin) && headers.host !== undefined && new URL(origin).host === headers.host;
}

/** Why it is refused and what to set, for whoever set the server up: a wrong PUBLIC_URL looks like an attack. */
export function originRefusal(headers: AskedHeaders, publicUrl: string | undefined): string {
  const from =
    headers.origin !== undefined && URL.canParse(headers.origin) ? new URL(headers.origin).origin : "elsewhere";
  const ours =
    publicUrl === undefined
      ? "PUBLIC_URL is not set, and the server was asked by another name. If people open Rank Room at that address, set PUBLIC_URL to it."
      : `This server's address is ${publicUrl} (PUBLIC_URL). Open Rank Room there, or set PUBLIC_URL to the address people open.`;
  return `This request came from ${from}, which is another site to this server, so nothing was done. ${ours}`;
}

const readOnlyMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses what other sites send, and tells `onRefused` why in a sentence that holds no secret. A page that sent its form by script shows
 * nothing but pages' answers: for those the sentence is left with the response, and the context that pages get says it.
 */
export function refuseOtherSites(publicUrl: string | undefined, onRefused: (why: string) => void): RequestHandler {
  return (request, response, next) => {
    if (readOnlyMethods.has(request.method) || isFromOurPages(request.headers, publicUrl)) {
      // Decided: the pages' own library would compare once more, with the headers that proxies write.
      delete request.headers.origin;
      return next();
    }
    const why = originRefusal(request.headers, publicUrl);
    onRefused(why);
    if (request.path.endsWith(".data")) {
      response.locals.refusal = why;
      delete request.headers.origin;
      return next();
    }
    response.status(403).type("text").send(`${why}\n`);
  };
}

/** Why nothing may be done for this request; undefined: it may. */
export const refusalFor = (response: unknown): string | undefined =>
  (response as Response).locals.refusal as string | undefined;

/** From here on a request was asked of our own host, whatever the proxy in front passed on. */
export function settleHost(publicUrl: string | undefined): RequestHandler {
  const ours = publicUrl === undefined ? undefined : new URL(publicUrl).host;
  return ({ headers }, _response, next) => {
    delete headers["x-forwarded-host"];
    if (ours !== undefined) headers.host = ours;
    next();
  };
}

/** A page needs an address of its own; probes, which may name no host, are answered before. */
export const refuseHostless: RequestHandler = ({ headers: { host } }, response, next) => {
  if (host !== undefined && /^[\w.:[\]-]+$/.test(host) && URL.canParse(`http://${host}`)) return next();
  response.status(400).type("text").send("The request names no host that could be this server's.\n");
};
