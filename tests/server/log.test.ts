// The log holds ids and no secrets.
import { expect, test } from "vitest";
import { loggablePath } from "../../server/log";

test("the token of a link that lets somebody in never reaches the log", () => {
  expect(loggablePath("/sign-in/abc-DEF_123")).toBe("/sign-in/[token]");
  expect(loggablePath("/sign-in/abc-DEF_123.data")).toBe("/sign-in/[token].data");
  expect(loggablePath("/setup/abc-DEF_123")).toBe("/setup/[token]");
  expect(loggablePath("/invitations/abc-DEF_123.data")).toBe("/invitations/[token].data");
});

test("[JOIN-2] nor does the link of a meeting, however it is spelled", () => {
  expect(loggablePath("/join/abc-DEF_123/lobby")).toBe("/join/[code]/lobby");
  expect(loggablePath("/JOIN/abc-DEF_123.data")).toBe("/join/[code].data");
});

test("other paths are logged with their ids", () => {
  expect(loggablePath("/meetings/0b8f/r3.txt")).toBe("/meetings/0b8f/r3.txt");
  expect(loggablePath("/sign-in")).toBe("/sign-in");
});
