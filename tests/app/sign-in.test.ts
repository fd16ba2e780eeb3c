// Signing in never leads off this site, and every refusal has its sentence.
import { describe, expect, it } from "vitest";
import { readEmail } from "../../app/sign-in/email-field";
import { refusalWords } from "../../app/sign-in/refusal-words";
import { returnPath, withReturn } from "../../app/sign-in/return-path";

describe("the way back after signing in", () => {
  it.each(["/", "/meetings/1", "/meetings/1?applicant=2#history"])("stays on this site: %s", (path) => {
    expect(returnPath(path)).toBe(path);
  });

  it.each([
    "https://elsewhere.example",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "/\t/elsewhere.example",
    "/\n//elsewhere.example",
    "/.//elsewhere.example",
    "/x/..//elsewhere.example",
    "javascript:alert(1)",
    "elsewhere",
    "",
  ])("never leads off this site: %j", (asked) => {
    expect(returnPath(asked)).toBe("/");
  });

  it("is the home page when nothing readable was asked for", () => {
    expect([null, undefined, 7, new File([], "f")].map(returnPath)).toEqual(["/", "/", "/", "/"]);
  });

  it("survives being carried in an address", () => {
    const to = "/meetings/1?a=b&c=d#e";
    expect(returnPath(new URL(withReturn("/sign-in", to), "http://localhost").searchParams.get("to"))).toBe(to);
    expect(withReturn("/sign-in", "/")).toBe("/sign-in");
  });
});

describe("the address typed at sign-in", () => {
  it("is taken without the blanks around it", () => {
    expect(readEmail("  pd@example.org ")).toEqual({ ok: true, email: "pd@example.org" });
  });

  it.each([
    "",
    "  ",
    "pd",
    "p\0d@example.org",
    "pd@",
    "@example.org",
    "two words@example.org",
    `${"a".repeat(320)}@example.org`,
  ])("is refused with an example of what is expected: %j", (typed) => {
    const reading = readEmail(typed);
    expect(reading.ok).toBe(false);
    expect(!reading.ok && reading.error).toContain("name@hospital.org");
  });
});

describe("a refused sign-in", () => {
  it("has a sentence for every code", () => {
    for (const sentence of Object.values(refusalWords)) expect(sentence).toMatch(/^[A-Z].+\.$/);
  });
});
