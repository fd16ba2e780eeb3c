// The sentences of the audit trail: whatever may be recorded has words, and nobody reads a code.
import { expect, it } from "vitest";
import {
  type AuditAction,
  type AuditDetail,
  auditActions,
  auditSentence,
  signInReasons,
  signInWays,
} from "../../domain/audit";
import type { RankListFormat } from "../../server/load-context";

const line = (action: AuditAction, detail: AuditDetail, outcome: "done" | "refused" = "done") =>
  auditSentence({ seq: 1, at: "2027-02-01T18:04:11.120Z", action, outcome, detail });

/** What an identifier of the program looks like in a sentence, and no word of a person's does. */
const code = /\b[a-z]+[A-Z]\w*|undefined|\[object/;

it("[AUDIT-1] every way in has words, done and refused, and so has every reason", () => {
  for (const way of signInWays) {
    const said = line("signIn", { way });
    expect(said).not.toMatch(code);
    expect(said).not.toContain("another way");
    for (const reason of signInReasons) {
      const refused = line("signIn", { way, reason }, "refused");
      expect(refused).not.toMatch(code);
      expect(refused).not.toContain(reason);
      expect(refused).not.toContain("no words for");
    }
  }
  for (const reason of signInReasons) expect(line("signInLinkAsked", { reason }, "refused")).not.toContain(reason);
});

it("no two reasons are told alike but those that are the same", () => {
  const told = new Set(signInReasons.map((reason) => line("signIn", { way: "link", reason }, "refused")));
  // An address that nobody has is the same, asked for a link or typed in the demo.
  expect(told.size).toBe(signInReasons.length - 1);
});

it("every action has a sentence", () => {
  const detail = {
    way: "link",
    reason: "linkUsed",
    how: "mail",
    format: "csv",
    version: 1,
    seq: 1,
    from: "chief",
    to: 3,
  };
  for (const action of Object.keys(auditActions) as AuditAction[]) {
    if (action !== "roleChanged") expect(line(action, { ...detail, from: 2, matchYear: 2027 })).not.toBe(action);
  }
});

it("every format of the list has words", () => {
  const formats: Record<RankListFormat, true> = { "r3-aamc": true, "r3-nrmp": true, csv: true, xlsx: true };
  for (const format of Object.keys(formats)) expect(line("rankListExported", { format })).not.toMatch(/r3-|xlsx/);
});

it("what a newer version has written is told without its codes", () => {
  expect(line("signIn", { way: "passkey" })).toBe("Signed in in another way");
  expect(line("signIn", { way: "passkey", reason: "keyGone" }, "refused")).not.toContain("keyGone");
});
