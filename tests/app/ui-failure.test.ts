// A failed page: calm words for every status, and a reference only where the log holds a line about it.
import { describe, expect, it } from "vitest";
import { failureStatus } from "../../app/ui/failure";
import { failureWords } from "../../app/ui/failure-words";

describe("the words of a failure", () => {
  it.each([400, 403, 404, 405, 409, 413, 418, 429, 500, 502, 503])(
    "say what happened and what to do at %i",
    (status) => {
      const words = failureWords(status);
      expect(words.title).not.toMatch(/[.!]$/);
      expect(words.say).toMatch(/\.$/);
      expect(words.todo).toMatch(/\.$/);
    },
  );

  it("point to the log for our own faults, and for nothing else", () => {
    expect(failureWords(500).isLogged).toBe(true);
    expect([400, 403, 404, 429].map((status) => failureWords(status).isLogged)).toEqual([false, false, false, false]);
  });

  it("take anything thrown that is no answer for our fault", () => {
    for (const thrown of [new Error("secret"), "secret", null, undefined, { status: 404 }]) {
      expect(failureStatus(thrown)).toBe(500);
    }
  });
});
