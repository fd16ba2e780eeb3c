// The room on the wire: silent rounds are silent in every frame, loader and file, and calls end by themselves.
import { beforeAll, describe, expect, it } from "vitest";
import { readEvents } from "../../db/event-log";
import { rankedIds } from "../../domain/rank-list";
import { openCallOf, openRoundOf } from "../../domain/room";
import { rebuildMeeting } from "../../server/rebuild-projection";
import { aDatabase, type TestDatabase } from "../support/database";
import { aServer, type TestClient, type TestServer, until, untilAllAt } from "../support/server";

let database: TestDatabase;
let server: TestServer;
let pd: TestClient;
let clients: TestClient[];
beforeAll(async () => {
  database = await aDatabase();
  server = await aServer(database);
  const emails = ["pd", "apd", "coordinator", "chief3", "faculty4", "faculty5", "faculty6", "observer"];
  clients = await Promise.all(emails.map((name) => server.join(`${name}@example.org`)));
  pd = clients[0] as TestClient;
});
const headSeq = () => server.live.current(server.meetingId)?.seq ?? 0;
const here = () => pd.store.getConfirmed();
const ranked = (rank: number) => rankedIds(here().order)[rank - 1] as string;
const as = (name: string) => clients.find(({ email }) => email === `${name}@example.org`) as TestClient;
const voters = ["pd", "apd", "chief3", "faculty4", "faculty5"];
const lineOf = (name: string) => `A sentence that only ${name} knows`;

async function openRound(isAnonymous: boolean): Promise<string> {
  const applicantIds = [ranked(41), ranked(42)];
  expect(await pd.store.send({ type: "openRound", applicantIds, isAnonymous })).toMatchObject({ ok: true });
  return openRoundOf(here().room)?.id ?? "";
}

/** Everything that a client was sent, and all that it can fetch. */
async function allThatReached({ frames, memberId }: TestClient): Promise<string> {
  const { service, meetingId } = server;
  const fetched = [await service.open(meetingId, memberId)];
  const histories = await Promise.all([ranked(41), ranked(42)].map((id) => service.historyOf(meetingId, id, memberId)));
  const files = await Promise.all(
    (["r3-aamc", "csv"] as const).map((format) => service.rankListFile(meetingId, memberId, format)),
  );
  return JSON.stringify([frames, fetched, histories, files]);
}

describe("a silent round", () => {
  it("[ROUND-1] before the reveal nothing of a ballot is in anybody's frames, loaders or files", async () => {
    for (const client of clients) client.frames.length = 0;
    const roundId = await openRound(false);
    for (const name of voters) {
      const ballot = { type: "castBallot", roundId, applicantId: ranked(41), choice: "concern" } as const;
      expect(await as(name).store.send({ ...ballot, line: lineOf(name) })).toMatchObject({ ok: true });
    }
    await untilAllAt(clients, headSeq);
    for (const client of clients) {
      const reached = await allThatReached(client);
      for (const name of voters.filter((other) => as(other) !== client)) expect(reached).not.toContain(lineOf(name));
      expect(client.store.getConfirmed().room.rounds.at(-1)?.counts).toEqual({ [ranked(41)]: voters.length });
    }
    expect(await as("faculty5").store.send({ type: "revealRound", roundId })).toMatchObject({ code: "notAllowed" });
    await pd.store.send({ type: "revealRound", roundId });
    await untilAllAt(clients, headSeq);
    for (const { store } of clients) {
      const { ballots } = store.getConfirmed().room.rounds.at(-1) ?? { ballots: [] };
      expect(ballots.map(({ line }) => line).sort()).toEqual(voters.map(lineOf).sort());
    }
  });

  it("[ROUND-4] an anonymous ballot is in no log beside its author, before the reveal or after", async () => {
    const roundId = await openRound(true);
    for (const name of voters) {
      const ballot = { type: "castBallot", roundId, applicantId: ranked(41), choice: "neutral" } as const;
      expect(await as(name).store.send({ ...ballot, line: lineOf(name) })).toMatchObject({ ok: true });
    }
    const logged = JSON.stringify((await readEvents(database.db, server.meetingId, 0)).slice(-voters.length));
    expect(logged).not.toContain("A sentence");
    const columns = await database.db.selectFrom("sealed_ballots").selectAll().execute();
    expect(columns).toHaveLength(voters.length);
    for (const row of columns)
      expect(Object.keys(row).sort()).toEqual(["applicant_id", "choice", "id", "line", "meeting_id", "round_id"]);
    // Another process, or this one after a crash, has nothing but the database.
    server.live.forget(server.meetingId);
    await pd.store.send({ type: "revealRound", roundId });
    await untilAllAt(clients, headSeq);
    for (const { store } of clients) {
      const { ballots } = store.getConfirmed().room.rounds.at(-1) ?? { ballots: [] };
      expect(ballots.map(({ memberId }) => memberId)).toEqual(voters.map(() => null));
      expect(ballots.map(({ line }) => line)).toEqual(voters.map(lineOf).sort());
    }
    expect(await database.db.selectFrom("sealed_ballots").selectAll().execute()).toEqual([]);
  });
});

describe("the call for objections", () => {
  it("[CALL-3] ends by itself, for everybody, also when nobody who opened it is there any more", async () => {
    const applicantIds = [ranked(1), ranked(2), ranked(3)];
    await pd.store.send({ type: "openObjectionCall", applicantIds, seconds: 10 });
    const call = openCallOf(here().room);
    await as("faculty4").store.send({
      type: "raiseObjection",
      callId: call?.id ?? "",
      applicantId: ranked(2),
      category: "professionalism",
      sentence: "Late three times on the visit.",
    });
    // Its end is brought nearer where the clock looks, so that the test need not wait for it.
    await database.db
      .updateTable("open_calls")
      .set({ ends_at: new Date(0) })
      .execute();
    await until(() => openCallOf(here().room) === undefined, "the call is over");
    await untilAllAt(clients, headSeq);
    for (const { store } of clients) {
      const { room } = store.getConfirmed();
      expect(room.agenda.map(({ applicantId }) => applicantId)).toEqual([applicantIds[1]]);
      // One answer of all who are here: nobody is confirmed by it (CALL-5).
      expect(room.confirmed).toEqual({});
      expect(room.calls.at(-1)?.closed).toMatchObject({ isUnheard: true, absent: expect.any(Number) });
      expect(room.calls.at(-1)?.closed?.noResponse).toContain(as("chief3").memberId);
    }
  });
});

it("[LOG-3] the room's tables are what a replay gives", async () => {
  expect(await rebuildMeeting(database.db, server.meetingId, { keep: false })).toEqual([]);
});

describe("the host's part", () => {
  it("[ROLE-4] handed over, it is on every screen within two seconds, and the chief runs the room", async () => {
    const chief = as("chief3");
    const stage = { type: "changeStage", stage: "agenda" } as const;
    expect(await chief.store.send(stage)).toMatchObject({ code: "notAllowed" });
    const asked = Date.now();
    expect(await pd.store.send({ type: "handHost", memberId: chief.memberId })).toMatchObject({ ok: true });
    const isTold = ({ store }: TestClient) => store.getConfirmed().room.handed[0]?.memberId === chief.memberId;
    await until(() => clients.every(isTold), "everybody knows who hosts");
    expect(Date.now() - asked).toBeLessThan(2000);
    expect(await chief.store.send(stage)).toMatchObject({ ok: true });
    await until(() => clients.every(({ store }) => store.getConfirmed().room.stage === "agenda"), "the agenda");
    expect(await pd.store.send({ type: "takeHost", memberId: chief.memberId })).toMatchObject({ ok: true });
    expect(await chief.store.send({ type: "changeStage", stage: "lobby" })).toMatchObject({ code: "notAllowed" });
  });
});
