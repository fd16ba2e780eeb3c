// Faults become words here: what the database or our own code threw is logged with an id, and the person gets a sentence.
import { randomUUID } from "node:crypto";
import type { Failure } from "../domain/protocol";
import type { Logger } from "./log";

export const unavailable: Failure = {
  ok: false,
  code: "unavailable",
  message: "The server cannot save right now. Nothing was changed; please try again in a moment.",
  retry: true,
};

/** Whoever asked wanted it no more before it was committed. */
export const stopped: Failure = {
  ok: false,
  code: "stopped",
  message: "That was stopped before it was saved. Nothing was changed.",
};

/** The same for a meeting that is not there and for one that is not theirs. */
export const meetingUnknown: Failure = {
  ok: false,
  code: "meetingUnknown",
  message: "There is no such meeting, or you are not on its roster.",
};

export const pledgeNeeded: Failure = {
  ok: false,
  code: "pledgeNeeded",
  message: "This meeting asks for your pledge first. Open it from your meetings to give it.",
};

export const malformed = (what: string): Failure => ({
  ok: false,
  code: "malformed",
  message: `That message was not understood: ${what}.`,
});

/** A fault of ours: the log has the stack, the answer has the id to ask for. */
export function internal(log: Logger, error: unknown, ids: Record<string, string | undefined>): Failure {
  const faultId = randomUUID().slice(0, 8);
  log.error({ ...ids, faultId, err: error }, "fault in dispatch");
  return {
    ok: false,
    code: "internal",
    message: `Something went wrong on our side (reference ${faultId}). Nothing was changed.`,
  };
}

/** PostgreSQL error classes after which the same statement may well succeed: connection, resources, shutdown, conflicts. */
const retryableClasses = ["08", "53", "57", "40", "55"];
/** What the system says of a socket that is not there. */
const retryableCodes = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOENT", "ETIMEDOUT", "EHOSTUNREACH"]);
/** node-postgres tells a lost or late connection in words alone. */
const lostConnection =
  /connection (terminated|ended)|not queryable|timeout exceeded when trying to connect|connection error/i;

/** Is it the database being away, rather than a fault in what was asked? */
export function failureOf(error: unknown): { retry: boolean; reason: string } {
  const code = String((error as { code?: unknown } | null)?.code ?? "");
  const isLost = error instanceof Error && lostConnection.test(error.message);
  const isPassing = code.length === 5 && retryableClasses.includes(code.slice(0, 2));
  const retry = isLost || isPassing || retryableCodes.has(code);
  return { retry, reason: code || (isLost ? "connection lost" : "unknown") };
}
