// How much a request may carry, how slowly, and how much of it at once. The ceiling for everything stands here, before
// anything is read; a form's own limit, which answers with a page, is in `app/read-form.ts`.
import type { Request, RequestHandler, Response } from "express";
import pLimit from "p-limit";

const megabyte = 1024 * 1024;
const ceiling = 5;
/** A season's files: 20 MB, and the form around them. The page refuses what is not allowed before it reads. */
const importCeiling = 21;
const importPath = /^\/seasons\/[0-9a-f-]{36}\/import(?:\.data)?$/;
const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);

export interface BodyPatience {
  /** How often a body is looked at, in ms, and from the second look on how many bytes have to have come since the last. */
  everyMs: number;
  leastBytes: number;
  /** How long what was refused may go on arriving, so that the sender gets to read why. */
  lingerMs: number;
}

const patience: BodyPatience = { everyMs: 15_000, leastBytes: 32 * 1024, lingerMs: 60_000 };

/** A body has to say how long it is: every browser does so for a form, and Node holds the sender to it. */
export const limitBodies =
  ({ everyMs, leastBytes, lingerMs }: BodyPatience = patience): RequestHandler =>
  (request, response, next) => {
    const refuse = (status: number, sentence: string) => refuseBody(request, response, { status, sentence, lingerMs });
    if (!methods.has(request.method)) return refuse(405, "That cannot be done at this address. Nothing was changed.");
    const length = request.headers["content-length"];
    if (length === undefined) {
      if (request.headers["transfer-encoding"] === undefined) return next();
      return refuse(411, "The request does not say how long it is. Nothing was changed.");
    }
    const most = isUpload(request) ? importCeiling : ceiling;
    if (Number(length) > most * megabyte) {
      return refuse(413, `That was too large to take: at most ${Math.min(most, 20)} MB are read. Nothing was changed.`);
    }
    if (Number(length) > 0) watchPace(request, response, { everyMs, leastBytes });
    next();
  };

const isUpload = ({ method, path }: Request): boolean => method === "POST" && importPath.test(path);

/**
 * Answers at once and takes in what still comes without keeping it: closed in the middle of sending, a browser shows that the
 * connection was lost and never the sentence. Then the connection goes.
 */
function refuseBody(
  request: Request,
  response: Response,
  { status, sentence, lingerMs }: { status: number; sentence: string; lingerMs: number },
): void {
  const text = `${sentence}\n`;
  response
    .status(status)
    .set("Connection", "close")
    .type("text")
    .set("Content-Length", String(Buffer.byteLength(text)));
  response.write(text);
  const end = () => {
    clearTimeout(tooLong);
    response.end();
  };
  const tooLong = setTimeout(end, lingerMs).unref();
  request.once("end", end).once("close", end).resume();
}

/** Ends a request whose body only trickles in: it would hold a connection, and what waits for it, for as long as it likes. */
function watchPace(
  request: Request,
  response: Response,
  { everyMs, leastBytes }: Omit<BodyPatience, "lingerMs">,
): void {
  // What came in one packet with the headers is counted already, so the first look only remembers.
  let before: number | undefined;
  const look = setInterval(() => {
    const { bytesRead } = request.socket;
    const came = before === undefined ? leastBytes : bytesRead - before;
    before = bytesRead;
    // What we do not read cannot come: whoever waits for their turn is not slow.
    const isOurs = request.complete || request.readableLength >= request.readableHighWaterMark;
    if (came >= leastBytes || isOurs) return;
    stop();
    if (!response.headersSent) {
      response.status(408).set("Connection", "close").type("text");
      response.end("The rest of what you sent did not arrive, so nothing was changed. Please try again.\n");
    }
    request.destroy();
  }, everyMs).unref();
  const stop = () => clearInterval(look);
  request.once("end", stop).once("close", stop);
}

/** Files that are read and understood at once: each may hold 20 MB, and several times that while it is taken apart. */
const UPLOADS_AT_ONCE = 2;
const UPLOADS_WAITING = 20;
/** A form without a file, at the same address, waits for nobody. */
const FORM_BYTES = 64 * 1024;

/** Lets a few uploads in at a time; the others wait unread in the order in which they came, and beyond that are asked to come back. */
export function limitUploads({ atOnce = UPLOADS_AT_ONCE, waiting = UPLOADS_WAITING } = {}): RequestHandler {
  const inTurn = pLimit(atOnce);
  return (request, response, next) => {
    if (!isUpload(request) || Number(request.headers["content-length"] ?? 0) <= FORM_BYTES) return next();
    if (inTurn.pendingCount >= waiting) {
      const sentence = "Many files are being read just now. Nothing was changed; please try again in a minute.";
      return refuseBody(request, response, { status: 503, sentence, lingerMs: patience.lingerMs });
    }
    const closed = new Promise<void>((resolve) => void response.once("close", resolve));
    void inTurn(async () => {
      // Gone while it waited: nobody reads the answer.
      if (response.closed) return;
      next();
      await closed;
    });
  };
}
