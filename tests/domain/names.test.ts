// What people, programs and the like are called: one line, in any script.
import { describe, expect, test } from "vitest";
import { applicantFactsSchema } from "../../domain/applicant";
import { memberCommandSchema } from "../../domain/commands";
import { memberSchema, nameSchema } from "../../domain/schemas";

const id = "00000000-0000-4000-8000-000000000001";
const turned = String.fromCodePoint(0x202e);
const bad = [
  "Harbor\nBcc: everybody@example.org",
  "Harbor\r\nBcc",
  "Har\tbor",
  "Har\0bor",
  `Har${String.fromCodePoint(0x85)}bor`,
  `Har${String.fromCodePoint(0x2028)}bor`,
  `Har${turned}bor`,
  "Har\uD800bor",
  " \n ",
];

describe("[NAME-1] a name", () => {
  test.each([
    ["of anything", (name: string) => nameSchema(200).safeParse(name)],
    ["of a member", (name: string) => memberSchema.safeParse({ id, name, role: "faculty" })],
    ["of an applicant", (name: string) => applicantFactsSchema.safeParse({ name })],
    ["of a snapshot", (name: string) => memberCommandSchema.safeParse({ type: "takeSnapshot", name })],
  ])("%s is refused with whatever breaks its line", (_whose, parse) => {
    for (const name of bad) expect(parse(name).success, JSON.stringify(name)).toBe(false);
    const persian = `علی${String.fromCodePoint(0x200c)}رضا`;
    for (const name of ["José Ñandú-O’Brien", persian, "王 小明", "  Harbor \n"]) {
      expect(parse(name).success, name).toBe(true);
    }
  });
});
