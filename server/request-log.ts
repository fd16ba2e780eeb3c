// One line and one count for each request: method, path, status, time, and an id that the answer carries too.
import { randomUUID } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import { type Logger, loggablePath } from "./log";
import type { Metrics } from "./metrics";

export const requestIdOf = (response: Response): string => String(response.getHeader("X-Request-Id"));

/** Probes and files would drown what people do. */
const isRoutine = (path: string): boolean => /^\/(healthz|readyz|metrics|assets\/|favicon)/.test(path);

export function logRequests(log: Logger, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID();
    const start = performance.now();
    // Taken now: Express shortens it inside routers.
    const { method, path } = request;
    response.setHeader("X-Request-Id", requestId);
    response.on("close", () => {
      const ms = performance.now() - start;
      const status = response.writableFinished ? response.statusCode : 499;
      metrics.httpRequests.inc({ method, status: `${Math.floor(status / 100)}xx` });
      metrics.httpSeconds.observe({ method }, ms / 1000);
      const line = { requestId, method, path: loggablePath(path), status, ms: Math.round(ms) };
      if (status >= 500) log.error(line, "request");
      else if (isRoutine(path)) log.debug(line, "request");
      else log.info(line, "request");
    });
    next();
  };
}

/** For a page that failed: the log's line names what the person is shown, and holds nothing of what they asked for. */
export const faultLogger =
  (log: Logger, { method, path }: Pick<Request, "method" | "path">) =>
  (reference: string, error: unknown): void =>
    log.error({ reference, method, path: loggablePath(path), err: error }, "a page failed");
