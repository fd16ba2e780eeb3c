// Sockets of people whom a host has admitted: one meeting, no more than their role, and gone as soon as the session is. Two server
// halves on one database stand for two processes.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { MeetingSocket } from "../../app/meeting-store/connect";
import { openSocket } from "../../app/meeting-store/connect";
import type { MemberCommand } from "../../domain/commands";
import { rankedIds } from "../../domain/rank-list";
import { createCookie } from "../../server/auth/cookie";
import { demoSeason } from "../../server/demo/season";
import { joiningFor } from "../../server/joining/guest";
import { doorServiceAt } from "../../server/joining/host";
import { aDatabase, type TestDatabase } from "../support/database";
import { offTheRecord } from "../support/door";
import { aServer, type TestServer, until } from "../support/server";

let database: TestDatabase;
/** Two servers on one database; only NOTIFY stands between them. */
let here: TestServer;
let there: TestServer;
let otherMeeting: string;

beforeAll(async () => {
  database = await aDatabase();
  here = await aServer(database);
  there = await aServer(database);
  const season = { ...demoSeason(), title: "Another meeting" };
  otherMeeting = (await aServer(database, season)).meetingId;
});

const deviceCookie = createCookie("rank-room-join", { publicUrl: undefined });
const pairOf = (setCookie: string | undefined) => setCookie?.split(";")[0] ?? "";
const host = (server: TestServer) => doorServiceAt(server.door, server.origin);

async function anInvitation(server: TestServer) {
  const pd = await server.personId("pd@example.org");
  await host(server).run(server.meetingId, pd, { act: "showCode" });
  const invitation = (await host(server).view(server.meetingId, pd))?.invitation;
  return { code: invitation?.link.split("/").at(-1) ?? "", passcode: invitation?.passcode ?? "" };
}

/** Asks at `server`; resolves to the device's cookie. */
async function asks(server: TestServer, email: string): Promise<{ code: string; cookie: string }> {
  const { code, passcode } = await anInvitation(server);
  const at = (cookie?: string) =>
    joiningFor(
      { door: server.door, sessions: server.sessions, deviceCookie, audit: offTheRecord },
      { headers: { host: "127.0.0.1", cookie }, address: randomUUID() },
    );
  const opened = await at().answer(code, { intent: "passcode", passcode });
  const cookie = pairOf(opened.setCookie);
  await at(cookie).answer(code, { intent: "name", personId: await server.personId(email) });
  await at(cookie).answer(code, { intent: "continueHere" });
  await at(cookie).answer(code, { intent: "pledge", pledged: "yes" });
  return { code, cookie };
}

async function isAdmitted(server: TestServer, email: string): Promise<string> {
  const { code, cookie } = await asks(server, email);
  await host(server).run(server.meetingId, await server.personId("pd@example.org"), { act: "admitAll" });
  const guest = joiningFor(
    { door: server.door, sessions: server.sessions, deviceCookie, audit: offTheRecord },
    { headers: { host: "127.0.0.1", cookie }, address: "10.0.0.1" },
  );
  return pairOf((await guest.enter(code))?.setCookie);
}

async function connected(server: TestServer, cookie: string): Promise<MeetingSocket> {
  const socket = openSocket(server.origin, { cookie });
  socket.connect();
  await until(() => socket.connected, "the socket is connected");
  return socket;
}

const command = (socket: MeetingSocket, meetingId: string, body: MemberCommand) =>
  socket.emitWithAck("command", { ...body, id: randomUUID(), meetingId });

describe("[JOIN-4] the socket of an admission", () => {
  test("is in its meeting, and every other is one that is not there: join, command, hold", async () => {
    const socket = await connected(here, await isAdmitted(here, "faculty5@example.org"));
    expect(await socket.emitWithAck("join", { meetingId: otherMeeting })).toMatchObject({ code: "meetingUnknown" });
    expect(await command(socket, otherMeeting, { type: "undoMove" })).toMatchObject({ code: "meetingUnknown" });
    const joined = await socket.emitWithAck("join", { meetingId: here.meetingId });
    if (!joined.ok || !("state" in joined)) throw new Error("the state was expected");
    expect(JSON.stringify(joined.state)).not.toContain('"visa"');
    const applicantId = rankedIds(joined.state.order)[60] ?? "";
    const endorsed = await command(socket, here.meetingId, {
      type: "endorseApplicant",
      applicantId,
      strength: "strong",
    });
    expect(endorsed).toMatchObject({ ok: true });
    socket.disconnect();
  });

  test("a member of both meetings sees by it the one they were admitted to", async () => {
    const cookie = await isAdmitted(here, "faculty6@example.org");
    const socket = await connected(here, cookie);
    expect(await socket.emitWithAck("join", { meetingId: otherMeeting })).toMatchObject({ code: "meetingUnknown" });
    socket.disconnect();
    const full = await connected(here, await here.cookieOf("faculty6@example.org"));
    expect(await full.emitWithAck("join", { meetingId: otherMeeting })).toMatchObject({ ok: true });
    full.disconnect();
  });

  test("[JOIN-5] is cut before anything of a role that has to sign in reaches it", async () => {
    const socket = await connected(here, await isAdmitted(here, "chief3@example.org"));
    await socket.emitWithAck("join", { meetingId: here.meetingId });
    const frames: unknown[] = [];
    socket.onAny((...frame) => frames.push(frame));
    const state = here.live.current(here.meetingId);
    if (!state) throw new Error("the meeting is in memory");
    const chief = await here.personId("chief3@example.org");
    const { title, programName, programCode, matchYear, quota } = state;
    await here.meetings.dispatcher.dispatch({
      meetingId: here.meetingId,
      commandId: randomUUID(),
      command: {
        type: "importSeason",
        meeting: { title, programName, programCode, matchYear, quota },
        quotaGiven: false,
        members: [{ id: chief, name: "Naveen Boateng", role: "pd" }],
        applicants: [],
      },
      actor: { kind: "system" },
    });
    await until(() => !socket.connected, "the socket is cut");
    expect(JSON.stringify(frames)).not.toContain("visa");
    socket.disconnect();
  });
});

describe("[PIPE-4] two processes at one door", () => {
  test("[JOIN-6] hosts at the other process hear of who waits, and nobody else does", async () => {
    const pd = await there.join("pd@example.org");
    const coordinator = await there.join("coordinator@example.org");
    const faculty = await there.join("faculty9@example.org");
    await asks(here, "faculty7@example.org");
    await until(() => pd.store.getSnapshot().door.waiting === 1, "the PD hears of it");
    await until(() => coordinator.store.getSnapshot().door.waiting === 1, "the coordinator hears of it");
    await host(there).run(there.meetingId, pd.memberId, { act: "admitAll" });
    await until(() => pd.store.getSnapshot().door.waiting === 0, "the queue is empty again");
    expect(JSON.stringify(faculty.frames)).not.toContain('"door"');
    for (const client of [pd, coordinator, faculty]) client.leave();
  });

  test("[JOIN-7] a name continued at the one cuts its socket at the other, and its member was asked there", async () => {
    const cookie = await isAdmitted(there, "faculty8@example.org");
    const socket = await connected(there, cookie);
    const heard: unknown[] = [];
    socket.on("door", (packet) => heard.push(packet));
    await socket.emitWithAck("join", { meetingId: there.meetingId });
    await asks(here, "faculty8@example.org");
    await until(() => heard.length > 0, "the member is told of the other device");
    expect(heard).toEqual([{ meetingId: there.meetingId, waiting: 0, asksAsMe: true }]);
    const pd = await here.personId("pd@example.org");
    const requestId = (await host(here).view(here.meetingId, pd))?.queue[0]?.requestId ?? "";
    await host(here).run(here.meetingId, pd, { act: "admit", requestId });
    await until(() => !socket.connected, "the old device is cut");
    socket.disconnect();
  });

  test("a host who joins while somebody waits is told at once, and one who reconnects again", async () => {
    await asks(here, "faculty10@example.org");
    const pd = await there.join("pd@example.org");
    await until(() => pd.store.getSnapshot().door.waiting === 1, "the PD is told at the join");
    pd.socket.io.engine.close();
    await until(() => pd.store.getSnapshot().connection === "reconnecting", "the connection is lost");
    await until(() => pd.store.getSnapshot().door.waiting === 1, "the PD is told again");
    pd.leave();
  });
});
