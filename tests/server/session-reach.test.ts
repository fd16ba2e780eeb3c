// How far the session of an admission reaches: what is not named here is closed to it.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { reachOf } from "../../server/auth/session-reach";
import type { DoorService, MeetingService } from "../../server/load-context";

const mine = "11111111-0000-4000-8000-000000000001";
const theirs = "22222222-0000-4000-8000-000000000001";
const applicant = "33333333-0000-4000-8000-000000000001";
const person = { id: "44444444-0000-4000-8000-000000000001", name: "Emeka Grünwald", email: "f@example.org" };

const asked: string[] = [];
const answering = (name: string) => async (meetingId: string) => {
  asked.push(`${name} ${meetingId}`);
  return { name } as never;
};
const meetings: MeetingService = {
  listFor: answering("listFor"),
  open: answering("open"),
  noteRead: answering("noteRead"),
  historyOf: answering("historyOf"),
  interviewOf: answering("interviewOf"),
  besideFileOf: answering("besideFileOf"),
  agendaScoresOf: answering("agendaScoresOf"),
  rankListFile: answering("rankListFile"),
  programOf: answering("programOf"),
};
const door: DoorService = {
  view: answering("view"),
  run: answering("run"),
  lobby: answering("lobby"),
  pledgeAsked: answering("pledgeAsked"),
  pledge: answering("pledge"),
};
const at = (path: string) => reachOf({ person, limitedTo: mine }, path, { meetings, door });

describe("[JOIN-4] a limited session", () => {
  const open = [
    "",
    "/lobby",
    "/lobby-state",
    "/own-device",
    "/voices",
    "/differences",
    "/minutes",
    "/at",
    "/at/12",
    `/applicants/${applicant}/history`,
    `/applicants/${applicant}/interview`,
    `/applicants/${applicant}/beside`,
    `/applicants/${applicant}/opened`,
  ];

  test("is somebody at these addresses of its meeting and, for every route of the address book, nowhere else", () => {
    const source = readFileSync(new URL("../../app/routes.ts", import.meta.url), "utf8");
    const paths = [...source.matchAll(/path: "([^"]+)"/g)].map(([, path]) => `/${path}`);
    expect(paths).toContain("/meetings/:id/r3.txt");
    const addresses = [...paths, "/", "/account", "/programs/1", "/admin"].map((path) =>
      path.replace(":id", mine).replace(":applicantId", applicant).replace(/:\w+/g, "x"),
    );
    const isOpen = (address: string) => at(address).person !== null;
    expect(addresses.filter(isOpen).sort()).toEqual(
      open
        .map((rest) => `/meetings/${mine}${rest}`)
        .filter((address) => addresses.includes(address))
        .sort(),
    );
    // The router asks for the same by another name.
    for (const rest of open) expect(isOpen(`/meetings/${mine}${rest}.data`)).toBe(true);
    for (const address of addresses.filter((one) => !isOpen(one))) expect(isOpen(`${address}.data`)).toBe(false);
  });

  test.each([
    "/_root.data",
    `/meetings/${theirs}`,
    `/meetings/${theirs}/lobby`,
    `/meetings/${mine}/`,
    `/meetings/${mine}/r3.txt`,
    `/meetings/${mine}/invite`,
    `/meetings/${mine}/door`,
    `/meetings/${mine}/depth`,
    `/meetings/${mine}/at/x`,
    `/meetings/${mine}%2Flobby`,
    `/meetings/${mine}/../${theirs}`,
    `/meetings/${mine}x`,
    `//meetings/${mine}`,
    `/meetings/${mine}/applicants/${applicant}/historyx`,
  ])("is nobody at %s", (path) => {
    expect(at(path).person).toBeNull();
  });

  test("reads its meeting and no other, lists none and takes no file, whatever page asks", async () => {
    asked.length = 0;
    const { meetings: reads, door: inner } = at(`/meetings/${mine}`);
    expect(await reads.listFor(person.id)).toEqual([]);
    expect(await reads.open(theirs, person.id)).toBeNull();
    expect(await reads.historyOf(theirs, applicant, person.id)).toBeNull();
    expect(await inner.lobby(theirs, person.id)).toBeNull();
    for (const meetingId of [mine, theirs]) {
      expect(await reads.rankListFile(meetingId, person.id, "csv")).toMatchObject({ ok: false, status: 404 });
      expect(await inner.view(meetingId, person.id)).toBeNull();
      expect(await inner.run(meetingId, person.id, { act: "admitAll" })).toMatchObject({ ok: false });
    }
    expect(await inner.run(theirs, person.id, { act: "letMineIn" })).toMatchObject({ ok: false });
    expect(asked).toEqual([]);
    await reads.open(mine, person.id);
    await reads.historyOf(mine, applicant, person.id);
    await inner.lobby(mine, person.id);
    await inner.run(mine, person.id, { act: "refuseMine" });
    expect(asked).toEqual([`open ${mine}`, `historyOf ${mine}`, `lobby ${mine}`, `run ${mine}`]);
  });

  test("and a full sign-in is not touched by any of this", () => {
    const full = reachOf({ person, limitedTo: null }, "/", { meetings, door });
    expect(full).toEqual({ person, meetings, door });
    expect(reachOf(null, `/meetings/${mine}`, { meetings, door }).person).toBeNull();
  });
});
