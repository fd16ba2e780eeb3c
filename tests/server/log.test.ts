// The log holds ids and no secrets.
import { expect, test } from "vitest";
import routes from "../../app/routes";
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

test("[WALL-1] nor does the link of a wall", () => {
  expect(loggablePath("/present/abc-DEF_123")).toBe("/present/[token]");
  expect(loggablePath("/present/abc-DEF_123/state")).toBe("/present/[token]/state");
});

test("however such an address is spelled", () => {
  const token = "Zk3-0123456789_abcdefghijABCDEFGHIJ";
  for (const path of [
    `/%70resent/${token}`,
    `//present//${token}`,
    `/PRESENT/${token}.data`,
    `/nowhere/${token}`,
    `/%/${token}`,
  ])
    expect(loggablePath(path), path).not.toContain("0123456789");
});

/** Every part of an address that is not always the same, and what it may be. */
const ids = ["programId", "seasonId", "importId", "applicantId", "noteId", "id", "seq"];

test("every route's parts are ids that the log may hold, or are masked", async () => {
  const token = "Zk3-0123456789_ab";
  const dynamic = (await routes).flatMap(({ path = "" }) =>
    [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => ({ path: `/${path}`, name })),
  );
  expect(dynamic.length).toBeGreaterThan(40);
  for (const { path, name } of dynamic.filter(({ name }) => !ids.includes(name))) {
    const asked = path.replace(`:${name}`, token);
    for (const spelled of [asked, `${asked}.data`]) expect(loggablePath(spelled), path).not.toContain(token);
  }
});

test("other paths are logged with their ids", () => {
  const id = "0b8f6d1e-1111-4222-8333-444455556666";
  expect(loggablePath(`/meetings/${id}/r3.txt`)).toBe(`/meetings/${id}/r3.txt`);
  expect(loggablePath(`/seasons/${id}/applicants/${id}.data`)).toBe(`/seasons/${id}/applicants/${id}.data`);
  expect(loggablePath("/meetings/0b8f/r3.txt")).toBe("/meetings/0b8f/r3.txt");
  expect(loggablePath("/sign-in/sso/callback")).toBe("/sign-in/sso/callback");
  expect(loggablePath("/sign-in")).toBe("/sign-in");
});
