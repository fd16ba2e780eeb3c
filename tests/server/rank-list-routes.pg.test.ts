// The addresses of files and of an applicant's history: who gets what, and the sentence for everybody else.
import { randomUUID } from "node:crypto";
import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, describe, expect, test } from "vitest";
import { loader as historyLoader } from "../../app/routes/applicant-history";
import { loader as csvLoader } from "../../app/routes/rank-list-csv";
import { loader as r3Loader } from "../../app/routes/rank-list-r3";
import { loader as xlsxLoader } from "../../app/routes/rank-list-xlsx";
import type { MemberCommand } from "../../domain/commands";
import type { MeetingState } from "../../domain/meeting";
import { rankedIds } from "../../domain/rank-list";
import type { HistoryEntry } from "../../server/load-context";
import { aDatabase } from "../support/database";
import { aServer, type TestServer } from "../support/server";

type Loader = (args: LoaderFunctionArgs) => Response | Promise<Response>;

let server: TestServer;

beforeAll(async () => {
  server = await aServer(await aDatabase());
});

interface Ask {
  /** Undefined: nobody is signed in. */
  as?: string;
  query?: string;
  meetingId?: string;
  applicantId?: string;
}

async function ask(loader: Loader, { as, query = "", meetingId = server.meetingId, applicantId }: Ask) {
  const person = as ? { id: await server.personId(as), name: as, email: as } : null;
  const context = { person, meetings: server.service } as AppLoadContext;
  const request = new Request(`http://localhost/here${query}`);
  return loader({ request, context, params: { id: meetingId, applicantId } });
}

async function state(): Promise<MeetingState> {
  const opened = await server.service.open(server.meetingId, await server.personId("pd@example.org"));
  if (!opened) throw new Error("the PD is on the roster");
  return opened.state;
}

async function send(email: string, command: MemberCommand): Promise<void> {
  const actor = { kind: "member", memberId: await server.personId(email) } as const;
  const { meetingId } = server;
  const answer = await server.meetings.dispatcher.dispatch({ meetingId, commandId: randomUUID(), command, actor });
  if (!answer.ok) throw new Error(answer.message);
}

const files: [string, Loader, string][] = [
  ["r3.txt?id=aamc", r3Loader, "?id=aamc"],
  ["r3.txt?id=nrmp", r3Loader, "?id=nrmp"],
  ["rank-list.csv", csvLoader, ""],
  ["rank-list.xlsx", xlsxLoader, ""],
];

describe.each(files)("%s", (_name, loader, query) => {
  test.each(["pd@example.org", "coordinator@example.org"])("is a download for %s, kept by no cache", async (as) => {
    const response = await ask(loader, { as, query });
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Disposition")).toMatch(/^attachment; filename="rank-order-list-[\w.-]+"$/);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1000);
  });

  test.each(["apd@example.org", "faculty5@example.org", "chief3@example.org", "observer@example.org"])(
    "is refused to %s in a sentence",
    async (as) => {
      const response = await ask(loader, { as, query });
      expect(response.status).toBe(403);
      expect(await response.text()).toMatch(/^The rank list file is for .+\.\n$/);
    },
  );

  test("asks a stranger to sign in, in words and not by a redirect", async () => {
    const response = await ask(loader, { query });
    expect(response.status).toBe(401);
    expect(response.headers.get("Content-Type")).toContain("text/plain");
  });

  test.each(["nonsense", randomUUID()])("is not there for a meeting called %s", async (meetingId) => {
    expect((await ask(loader, { as: "pd@example.org", query, meetingId })).status).toBe(404);
  });
});

describe("r3.txt", () => {
  test("has one line a rank, in order, and nothing before the first", async () => {
    const { order, applicants } = await state();
    const text = await (await ask(r3Loader, { as: "pd@example.org", query: "?id=aamc" })).text();
    const lines = text.split("\r\n");
    expect(lines.pop()).toBe("");
    expect(lines).toEqual(
      rankedIds(order).map((id, at) => `${at + 1},${applicants[id]?.aamcId},${applicants[id]?.name}`),
    );
  });

  test.each(["", "?id=", "?id=usmle", "?id=AAMC"])(
    "says which identifier to ask for when the address ends in %j",
    async (query) => {
      const response = await ask(r3Loader, { as: "pd@example.org", query });
      expect(response.status).toBe(400);
      expect(await response.text()).toContain("?id=aamc");
    },
  );
});

describe("the history of an applicant", () => {
  test("holds every change, with the standings in the reader's own numbers", async () => {
    const applicantId = rankedIds((await state()).order)[60] ?? "";
    await send("faculty5@example.org", {
      type: "moveApplicant",
      applicantId,
      to: { zone: "middle", after: null, before: (await state()).order.middle[0] ?? null },
    });
    const response = await ask(historyLoader, { as: "observer@example.org", applicantId });
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const { entries } = (await response.json()) as { entries: HistoryEntry[] };
    expect(entries.at(-1)).toMatchObject({
      event: { type: "applicantMoved" },
      from: { rank: 61 },
      to: { rank: 41, place: "middle" },
    });
  });

  test("answers alike for the unknown and for whom the reader is recused from (SEE-1)", async () => {
    const applicantId = rankedIds((await state()).order)[70] ?? "";
    await send("faculty6@example.org", { type: "declareRecusal", applicantId });
    const withheld = await ask(historyLoader, { as: "faculty6@example.org", applicantId });
    const unknown = await ask(historyLoader, { as: "faculty6@example.org", applicantId: randomUUID() });
    expect([withheld.status, unknown.status]).toEqual([404, 404]);
    expect(await withheld.text()).toBe(await unknown.text());
    expect((await ask(historyLoader, { as: "faculty5@example.org", applicantId })).status).toBe(200);
  });

  test("is not told to a stranger", async () => {
    expect((await ask(historyLoader, { applicantId: randomUUID() })).status).toBe(401);
  });
});
