// Faults become words here: what the database or our own code threw is logged with an id, and the person gets a sentence.
import { randomUUID } from "node:crypto";
import type { Failure } from "../domain/protocol";
import type { Logger } from "./log";

export const unavailable: Failure = {
  ok: false,
  code: "unavailable",
  message: "The server cannot save right now. Please try again in a moment.",
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

export const proofNeeded: Failure = {
  ok: false,
  code: "proofNeeded",
  message: "Locking asks for a fresh proof that it is you: within five minutes. Confirm it, then lock.",
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

/**
 * PostgreSQL's codes after which the same may well succeed in a moment, by class or one by one: nothing of what was asked is at
 * fault. The whole list is in PostgreSQL's manual, appendix A.
 */
const passing = [
  "08", // the connection, and what poolers say of theirs
  "28", // a password being changed, a server that does not let us in for now
  "40", // conflicts and deadlocks
  "53", // too many connections, no memory, no room on the disk
  "57", // shut down, crashed, starting up, cancelled because it took too long
  "58", // the machine below: input and output
  "25006", // read only: a failover, or a standby
  "25P03", // a transaction that stood still, ended by the server
  "25P04", // a transaction that took too long, ended by the server
  "26000", // a pooler gave us a connection that does not know our statements
  "3D000", // the database is being put back
  "55006", // something else is using it
  "55P03", // a lock that did not come free in time
];
/** What the system says of a server that is not there, of names that cannot be looked up, and of TLS. */
const awayCodes = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "EPIPE", "ENOENT", "ETIMEDOUT", "ENOTCONN", "EADDRNOTAVAIL"],
  ...["EHOSTUNREACH", "EHOSTDOWN", "ENETUNREACH", "ENETDOWN", "ENETRESET", "ENOTFOUND", "EAI_AGAIN", "EAI_FAIL"],
  ...["ENODATA", "ESERVFAIL", "EPROTO", "EMFILE", "ENFILE", "ENOBUFS", "CERT_HAS_EXPIRED", "CERT_NOT_YET_VALID"],
  ...["DEPTH_ZERO_SELF_SIGNED_CERT", "SELF_SIGNED_CERT_IN_CHAIN", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
  ...["UNABLE_TO_GET_ISSUER_CERT", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY"],
]);
const awayCode = (code: string): boolean =>
  awayCodes.has(code) || /^ERR_(TLS_|SSL_|SOCKET_|STREAM_DESTROYED|STREAM_WRITE)/.test(code);
/** node-postgres, its pool and Kysely tell some of it in words alone. */
const awayWords =
  /connection (terminated|ended)|not queryable|timeout exceeded when trying to connect|timeout expired|connection error|SSL connection|after calling end on the pool|driver has already been destroyed/i;

export interface DatabaseFailure {
  /** The database was away, or had no room: to be tried again, and no fault in what was asked. */
  retry: boolean;
  reason: string;
}

/** Is it the database being away, rather than a fault in what was asked? Causes are looked at too. */
export function failureOf(error: unknown): DatabaseFailure {
  const code = String((error as { code?: unknown } | null)?.code ?? "");
  if (/^[0-9A-Z]{5}$/.test(code) && !awayCodes.has(code)) {
    return { retry: passing.some((known) => code.startsWith(known)), reason: code };
  }
  if (awayCode(code)) return { retry: true, reason: code };
  if (error instanceof Error && awayWords.test(error.message)) return { retry: true, reason: "connection lost" };
  const { cause } = (error ?? {}) as { cause?: unknown };
  return cause === undefined ? { retry: false, reason: code || "unknown" } : failureOf(cause);
}
