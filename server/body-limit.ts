// How much a request may carry. The ceiling for everything stands here, before anything is read; a form's own limit, which
// answers with a page, is in `app/read-form.ts`.
import type { RequestHandler } from "express";

const megabyte = 1024 * 1024;
const ceiling = 5;
/** A season's files: 20 MB, and the form around them. The page refuses what is not allowed before it reads. */
const importCeiling = 21;
const importPath = /^\/seasons\/[0-9a-f-]{36}\/import(?:\.data)?$/;
const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);

/** A body has to say how long it is: every browser does so for a form, and Node holds the sender to it. */
export const limitBodies: RequestHandler = (request, response, next) => {
  // The connection goes too: what was announced on it is not waited for.
  const refuse = (status: number, sentence: string) =>
    void response.status(status).set("Connection", "close").type("text").send(`${sentence}\n`);
  if (!methods.has(request.method)) return refuse(405, "That cannot be done at this address. Nothing was changed.");
  const length = request.headers["content-length"];
  if (length === undefined) {
    if (request.headers["transfer-encoding"] === undefined) return next();
    return refuse(411, "The request does not say how long it is. Nothing was changed.");
  }
  const most = importPath.test(request.path) && request.method === "POST" ? importCeiling : ceiling;
  if (Number(length) <= most * megabyte) return next();
  return refuse(413, `That was too large to take: at most ${Math.min(most, 20)} MB are read. Nothing was changed.`);
};
