// The pledge of those who sign in: until they have given it, nothing of the meeting reaches them, by page, file or socket.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { openSocket } from "../../app/meeting-store/connect";
import { doorServiceAt } from "../../server/joining/host";
import { builtWeb } from "../../server/web";
import { aDatabase } from "../support/database";
import { aServer, type TestServer, until } from "../support/server";

// React as people get it, which does not remark on how it is rendered.
process.env.NODE_ENV = "production";

let server: TestServer;
let applicantId: string;
let secrets: string[];
beforeAll(async () => {
  server = await aServer(await aDatabase(), undefined, { pledged: false, loadWeb: builtWeb(process.cwd()) });
  const state = server.live.current(server.meetingId);
  applicantId = state?.order.protected[0] ?? "";
  const { name = "", aamcId = "" } = state?.applicants[applicantId] ?? {};
  secrets = [name.split(",")[0] ?? "", aamcId];
});

const door = () => doorServiceAt(server.door, server.origin);
const expectNothing = (text: string) => expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);

async function ask(email: string, path: string, init: RequestInit = {}): Promise<{ answer: string; text: string }> {
  const headers = { cookie: await server.cookieOf(email), origin: server.origin };
  const response = await fetch(`${server.origin}${path}`, { ...init, headers, redirect: "manual" });
  return { answer: response.headers.get("location") ?? String(response.status), text: await response.text() };
}
const pledge = (email: string, search = "") =>
  ask(email, `/meetings/${server.meetingId}/pledge${search}`, { method: "POST" });

async function connected(email: string) {
  const socket = openSocket(server.origin, { cookie: await server.cookieOf(email) });
  const heard: string[] = [];
  socket.onAny((...packet) => heard.push(JSON.stringify(packet)));
  socket.connect();
  await until(() => socket.connected, "connected");
  return { socket, heard };
}

describe("[JOIN-8] before the pledge", () => {
  // The director too: nobody is asked less.
  it.each(["pd@example.org", "coordinator@example.org", "faculty6@example.org"])(
    "nothing reaches %s",
    async (email) => {
      const { meetingId } = server;
      const meeting = `/meetings/${meetingId}`;
      const answers: Record<string, string> = {};
      for (const path of [
        `${meeting}?applicant=${applicantId}`,
        `${meeting}/applicants/${applicantId}/history`,
        `${meeting}/r3.txt?id=aamc`,
        `${meeting}/rank-list.csv`,
        `${meeting}/rank-list.xlsx`,
      ]) {
        const { answer, text } = await ask(email, path);
        answers[path.replace(meeting, "").replaceAll(applicantId, "A")] = answer.replaceAll(applicantId, "A");
        expectNothing(text);
      }
      const { answer: opened } = await ask(email, `${meeting}/applicants/${applicantId}/opened`, { method: "POST" });
      expect({ ...answers, opened }).toEqual({
        "?applicant=A": `${meeting}/pledge?applicant=A`,
        "/applicants/A/history": "404",
        "/r3.txt?id=aamc": "409",
        "/rank-list.csv": "409",
        "/rank-list.xlsx": "409",
        opened: "404",
      });
      const personId = await server.personId(email);
      expect(await server.service.open(meetingId, personId)).toBeNull();

      const { socket, heard } = await connected(email);
      const joined = await socket.emitWithAck("join", { meetingId, since: 0 });
      expect(joined).toMatchObject({ ok: false, code: "pledgeNeeded" });
      const before = server.live.current(meetingId)?.seq;
      const command = { type: "declareRecusal", applicantId } as const;
      const answer = await socket.emitWithAck("command", { ...command, id: randomUUID(), meetingId });
      expect(answer).toMatchObject({ ok: false, code: "pledgeNeeded" });
      socket.emit("hold", { meetingId, applicantId });
      expect((await server.live.fresh(server.door.db, meetingId))?.seq).toBe(before);
      expect(heard).toEqual([]);
      socket.disconnect();
    },
  );
});

describe("[JOIN-8] the pledge", () => {
  it("is asked for on a page of its own that shows nothing of the meeting, and leads to where they were going", async () => {
    const email = "faculty7@example.org";
    const { answer, text } = await ask(email, `/meetings/${server.meetingId}/pledge`);
    expect(answer).toBe("200");
    expect(text).toContain("I will not tell any applicant");
    expectNothing(text);
    expect((await pledge(email, "?applicant=x")).answer).toBe(`/meetings/${server.meetingId}?applicant=x`);
    expect((await ask(email, `/meetings/${server.meetingId}`)).answer).toBe("200");
    // Asked once.
    expect((await ask(email, `/meetings/${server.meetingId}/pledge`)).answer).toBe(`/meetings/${server.meetingId}`);
  });

  it("is kept with its first time, and holds at once on open sockets, for that person alone", async () => {
    const { socket } = await connected("faculty8@example.org");
    const join = () => socket.emitWithAck("join", { meetingId: server.meetingId });
    expect(await join()).toMatchObject({ code: "pledgeNeeded" });
    await pledge("faculty8@example.org");
    expect(await join()).toMatchObject({ ok: true });
    const { socket: other } = await connected("faculty9@example.org");
    const joined = await other.emitWithAck("join", { meetingId: server.meetingId });
    expect(joined).toMatchObject({ code: "pledgeNeeded" });
    const kept = () =>
      server.door.db.selectFrom("pledges").select(["person_id", "pledged_at"]).orderBy("person_id").execute();
    const first = await kept();
    await pledge("faculty8@example.org");
    expect(await kept()).toEqual(first);
    for (const one of [socket, other]) one.disconnect();
  });

  it("is nobody's to give who is not on the roster, who is told nothing of the meeting", async () => {
    const { db } = server.door;
    await db.insertInto("people").values({ id: randomUUID(), name: "A Stranger", email: "s@example.org" }).execute();
    expect((await pledge("s@example.org")).answer).toBe("404");
    expect((await ask("s@example.org", `/meetings/${server.meetingId}`)).answer).toBe("404");
    expect(await door().pledgeAsked(server.meetingId, await server.personId("s@example.org"))).toBeNull();
    const { socket } = await connected("s@example.org");
    const joined = await socket.emitWithAck("join", { meetingId: server.meetingId });
    expect(joined).toMatchObject({ code: "meetingUnknown" });
    socket.disconnect();
  });
});
