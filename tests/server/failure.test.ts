// [PIPE-3] What is the database being away, or having no room, and what is a fault of ours.
import { describe, expect, test } from "vitest";
import { LateAnswer } from "../../db/session";
import { failureOf } from "../../server/failure";

const withCode = (code: string) => Object.assign(new Error("the database said something"), { code });

describe("[PIPE-3] to be tried again", () => {
  test.each([
    ["08000", "a connection exception"],
    ["08006", "a connection that failed"],
    ["08P01", "a pooler that has no connection for us"],
    ["25006", "read only, after a failover"],
    ["25P03", "a transaction that stood still"],
    ["25P04", "a transaction that took too long"],
    ["26000", "a statement that this connection does not know"],
    ["28000", "a server that does not let us in"],
    ["28P01", "a password that is being changed"],
    ["3D000", "a database that is being put back"],
    ["40001", "a conflict"],
    ["40P01", "a deadlock"],
    ["53100", "a full disk"],
    ["53200", "no memory"],
    ["53300", "too many connections"],
    ["55006", "in use by something else"],
    ["55P03", "a lock that did not come free"],
    ["57014", "a statement that took too long"],
    ["57P01", "shut down by its administrator"],
    ["57P02", "a crash"],
    ["57P03", "starting up"],
    ["57P05", "a session that stood still"],
    ["58030", "a disk that cannot be read"],
    ["ECONNREFUSED", "nothing listens"],
    ["ECONNRESET", "cut off"],
    ["EPIPE", "gone while we wrote"],
    ["ETIMEDOUT", "silence"],
    ["EHOSTUNREACH", "no way there"],
    ["ENETUNREACH", "no network"],
    ["ENOTFOUND", "a name that is not known"],
    ["EAI_AGAIN", "a name server that is away"],
    ["EMFILE", "no file left for a socket"],
    ["CERT_HAS_EXPIRED", "a certificate that is over"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "a certificate of another server"],
  ])("%s: %s", (code) => {
    expect(failureOf(withCode(code))).toEqual({ retry: true, reason: code });
  });

  test.each([
    "Connection terminated unexpectedly",
    "Connection terminated due to connection timeout",
    "Client has encountered a connection error and is not queryable",
    "Client was closed and is not queryable",
    "timeout exceeded when trying to connect",
    "timeout expired",
    "The server does not support SSL connections",
    "Cannot use a pool after calling end on the pool",
    "driver has already been destroyed",
  ])("in words alone: %s", (message) => {
    expect(failureOf(new Error(message))).toEqual({ retry: true, reason: "connection lost" });
  });

  test("an answer that did not come in time, also as the cause of something else", () => {
    expect(failureOf(new LateAnswer())).toEqual({ retry: true, reason: "ETIMEDOUT" });
    expect(failureOf(new Error("rolled back", { cause: new LateAnswer() })).retry).toBe(true);
  });

  test("several addresses of one name, none of which answers", () => {
    const error = Object.assign(new AggregateError([withCode("ECONNREFUSED")]), { code: "ECONNREFUSED" });
    expect(failureOf(error).retry).toBe(true);
  });
});

describe("a fault of ours, or of what was asked", () => {
  test.each(["22P02", "23505", "23503", "42601", "42P01", "42501", "25001", "55000", "P0001", "XX000"])(
    "%s",
    (code) => {
      expect(failureOf(withCode(code))).toEqual({ retry: false, reason: code });
    },
  );

  test("anything else", () => {
    expect(failureOf(new TypeError("undefined is not a function"))).toEqual({ retry: false, reason: "unknown" });
    expect(failureOf(undefined).retry).toBe(false);
    expect(failureOf("text").retry).toBe(false);
  });
});
