// A rehearsal on real sockets: its practice members act, a host runs a round to its reveal, and the meeting itself never hears of it.
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { readEvents } from "../../db/event-log";
import { findRehearsal } from "../../db/rehearsals";
import type { MeetingId } from "../../domain/ids";
import { practiceMembers } from "../../domain/practice";
import { rankedIds } from "../../domain/rank-list";
import { openRoundOf } from "../../domain/room";
import type { RehearsalService } from "../../server/context/rehearsals";
import { doorServiceAt } from "../../server/joining/host";
import { createLog } from "../../server/log";
import { createPresenterService } from "../../server/presenter/presenter-service";
import { rebuildMeeting } from "../../server/rebuild-projection";
import { watchRehearsals } from "../../server/rehearsals/practice-clock";
import { createRehearsalService } from "../../server/rehearsals/rehearsal-service";
import { aDatabase, type TestDatabase } from "../support/database";
import { aClient, aServer, type TestClient, type TestServer, until, untilLive } from "../support/server";

let database: TestDatabase;
let server: TestServer;
let rehearsals: RehearsalService;
let pdId: string;
let apdId: string;
const clock = () => new Date();
beforeAll(async () => {
  database = await aDatabase();
  server = await aServer(database, undefined, { practicePace: 0 });
  const { live } = server;
  const dispatch: typeof server.meetings.dispatcher.dispatch = (request) =>
    server.meetings.dispatcher.dispatch(request);
  rehearsals = createRehearsalService({ db: database.db, live, clock, dispatch });
  [pdId, apdId] = await Promise.all([server.personId("pd@example.org"), server.personId("apd@example.org")]);
});

async function start(): Promise<MeetingId> {
  const answer = await rehearsals.start(server.meetingId, pdId);
  if (!answer.ok) throw new Error(answer.message);
  return answer.meetingId;
}

async function enter(meetingId: MeetingId, email: string): Promise<TestClient> {
  const opened = await server.service.open(meetingId, await server.personId(email));
  if (!opened) throw new Error(`${email} is not in it`);
  const client = aClient({ origin: server.origin, cookie: await server.cookieOf(email), opened, email });
  await untilLive(client);
  return client;
}

const byPractice = async (meetingId: MeetingId) => {
  const ids = new Set(practiceMembers.map(({ id }) => id));
  return (await readEvents(database.db, meetingId, 0)).filter(({ by }) => by !== null && ids.has(by));
};

/** Everything that the database holds of the meeting itself. */
async function heldOf(meetingId: MeetingId): Promise<unknown> {
  const tables = ["meeting_events", "meeting_commands", "applicants", "endorsements", "flags", "recusals", "pledges"];
  const rows = await Promise.all(
    [...tables, "meeting_members", "rank_orders"].map(
      async (table) =>
        (
          await sql`SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS digest FROM ${sql.table(table)} t
          WHERE meeting_id = ${meetingId}`.execute(database.db)
        ).rows,
    ),
  );
  const { rows: head } = await sql`SELECT * FROM meetings WHERE id = ${meetingId}`.execute(database.db);
  return [rows, head];
}

describe("a rehearsal", () => {
  it("[REHEARSE-1] is a copy for hosts and three practice members, and is there once however often it is asked for", async () => {
    const both = await Promise.all([start(), start()]);
    expect(new Set(both).size).toBe(1);
    const [meetingId] = both as [MeetingId, MeetingId];
    const [source, copy] = await Promise.all(
      [server.meetingId, meetingId].map((id) => server.live.fresh(database.db, id)),
    );
    expect(copy).toMatchObject({ kind: "rehearsal", phase: "open", flags: {}, endorsements: {} });
    expect(copy?.order).toEqual(source?.order);
    expect([copy?.quota, copy?.championLimit]).toEqual([source?.quota, source?.championLimit]);
    expect(copy?.applicants).toEqual(source?.applicants);
    const hosts = Object.values(source?.members ?? {}).filter(({ role }) => role === "pd" || role === "associatePd");
    expect(new Set(Object.keys(copy?.members ?? {}))).toEqual(
      new Set([...hosts, ...practiceMembers].map(({ id }) => id)),
    );
    for (const email of ["coordinator@example.org", "chief3@example.org", "faculty4@example.org"]) {
      const personId = await server.personId(email);
      expect(await server.service.open(meetingId, personId)).toBeNull();
      expect(await rehearsals.open(meetingId, personId)).toMatchObject({ ok: false, status: 404 });
      expect(await rehearsals.start(server.meetingId, personId)).toMatchObject({ ok: false, status: 403 });
      expect(await rehearsals.mine(personId)).toEqual([]);
    }
    expect((await server.service.listFor(pdId)).map(({ id }) => id)).not.toContain(meetingId);
    expect((await rehearsals.mine(apdId)).map((line) => line.meetingId)).toEqual([meetingId]);
  });

  it("[REHEARSE-2] a whole one, from marks to a reveal and the lock, leaves the meeting as it was, to the last hash", async () => {
    const before = await heldOf(server.meetingId);
    const meetingId = await start();
    const pd = await enter(meetingId, "pd@example.org");
    await until(async () => (await byPractice(meetingId)).length >= 3, "the practice members act");
    const applicantIds = [rankedIds(pd.store.getConfirmed().order)[40] as string];
    expect(await pd.store.send({ type: "openRound", applicantIds, isAnonymous: false })).toMatchObject({ ok: true });
    const roundId = openRoundOf(pd.store.getConfirmed().room)?.id ?? "";
    await until(
      () => openRoundOf(pd.store.getConfirmed().room)?.counts[applicantIds[0] ?? ""] === 3,
      "all three have voted",
    );
    expect(await pd.store.send({ type: "revealRound", roundId })).toMatchObject({ ok: true });
    const ballots = pd.store.getConfirmed().room.rounds.at(-1)?.ballots ?? [];
    expect(ballots.map(({ memberId }) => memberId).sort()).toEqual(practiceMembers.map(({ id }) => id).sort());
    expect(await pd.store.send({ type: "lockList", reason: "To try it." })).toMatchObject({ ok: true });
    const { rows } = await sql<{ action: string }>`
      SELECT action FROM audit_entries WHERE meeting_id = ${meetingId} ORDER BY seq`.execute(database.db);
    expect(new Set(rows.map(({ action }) => action))).toEqual(new Set(["rehearsalStarted", "meetingRead"]));
    expect(await heldOf(server.meetingId)).toEqual(before);
    expect(await rebuildMeeting(database.db, meetingId, { keep: false })).toEqual([]);

    // [REHEARSE-4] Locked, it is theirs to look at like everybody's.
    const count = (await byPractice(meetingId)).length;
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect((await byPractice(meetingId)).length).toBe(count);
    expect(await pd.store.send({ type: "unlockList", reason: "We go on." })).toMatchObject({ ok: true });
    pd.leave();
  });

  it("[REHEARSE-2] has no file, no door and no pledge, and its wall says what it is", async () => {
    const meetingId = await start();
    for (const format of ["r3-aamc", "r3-nrmp", "csv", "xlsx"] as const) {
      expect(await server.service.rankListFile(meetingId, pdId, format)).toMatchObject({ ok: false, status: 409 });
    }
    const door = doorServiceAt(server.door, server.origin);
    expect(await door.view(meetingId, pdId)).toBeNull();
    expect(await door.lobby(meetingId, pdId)).toBeNull();
    expect(await door.pledgeAsked(meetingId, pdId)).toBeNull();
    expect(await door.run(meetingId, pdId, { act: "showCode" })).toEqual({
      ok: false,
      refusal: { code: "rehearsalHasNoDoor" },
    });
    const presenter = createPresenterService({ db: database.db, live: server.live, clock, joinOf: async () => null });
    const path = (await presenter.open(meetingId, pdId))?.path ?? "";
    expect((await presenter.look(path.slice("/present/".length)))?.view.isRehearsal).toBe(true);
  });

  it("[REHEARSE-2] a host is recused in it from whom they are recused in the meeting, also if that comes later", async () => {
    const meetingId = await start();
    const apd = await enter(meetingId, "apd@example.org");
    const applicantId = rankedIds(apd.store.getConfirmed().order)[4] as string;
    const { dispatcher } = server.meetings;
    const declared = await dispatcher.dispatch({
      ...{ meetingId: server.meetingId, commandId: crypto.randomUUID() },
      command: { type: "declareRecusal", applicantId },
      actor: { kind: "member", memberId: apdId },
    });
    expect(declared).toMatchObject({ ok: true });
    await until(() => !apd.store.getConfirmed().applicants[applicantId], "the applicant is gone from their screen");
    const lift = { type: "liftRecusal", memberId: apdId, applicantId, reason: "To look again." } as const;
    const answer = await dispatcher.dispatch({
      ...{ meetingId, commandId: crypto.randomUUID(), command: lift },
      actor: { kind: "member", memberId: pdId },
    });
    expect(answer).toMatchObject({ ok: false, code: "notInRehearsal" });
    apd.leave();
    // And from the first moment of the next one.
    await rehearsals.throwAway(meetingId, pdId);
    const next = await server.service.open(await start(), apdId);
    expect(next?.state.applicants[applicantId]).toBeUndefined();
    expect(next?.state.withheldCount).toBe(1);
  });

  it("[REHEARSE-4] its practice members act while somebody is there and they are not paused, and one process plays a turn", async () => {
    const meetingId = await start();
    const acts = async () => (await byPractice(meetingId)).length;
    const turns = async () =>
      (await database.db.selectFrom("rehearsals").select("turn").where("meeting_id", "=", meetingId).executeTakeFirst())
        ?.turn;
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await acts()).toBe(0);
    const { db } = database;
    const { live } = server;
    const parts = {
      db,
      live,
      clock,
      log: createLog("silent"),
      pace: 0,
      isAnybodyIn: server.meetings.gateway.isAnybodyIn,
    };
    const dispatch: typeof server.meetings.dispatcher.dispatch = (request) =>
      server.meetings.dispatcher.dispatch(request);
    const ends = [1, 2, 3].map(() => watchRehearsals({ ...parts, dispatch }));
    const pd = await enter(meetingId, "pd@example.org");
    await until(async () => (await acts()) >= 6, "they act");
    await rehearsals.pause(meetingId, pdId, true);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const paused = await acts();
    const seen = await turns();
    expect(seen).toBeGreaterThanOrEqual(paused);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect([await acts(), await turns()]).toEqual([paused, seen]);
    for (const end of ends) end();
    await rehearsals.pause(meetingId, pdId, false);
    await until(async () => (await acts()) > paused, "they go on");
    pd.leave();
    await until(() => !server.meetings.gateway.isAnybodyIn(meetingId), "nobody is there");
    await new Promise((resolve) => setTimeout(resolve, 300));
    const last = await acts();
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await acts()).toBe(last);
  });

  it("[REHEARSE-5] thrown away, nobody is in it, and its log is kept", async () => {
    const meetingId = await start();
    const pd = await enter(meetingId, "pd@example.org");
    const kept = (await readEvents(database.db, meetingId, 0)).length;
    expect(await rehearsals.throwAway(meetingId, apdId)).toMatchObject({ ok: false, status: 403 });
    expect(await rehearsals.throwAway(meetingId, pdId)).toEqual({ ok: true });
    expect(await server.service.open(meetingId, pdId)).toBeNull();
    expect(await rehearsals.mine(pdId)).toEqual([]);
    expect((await readEvents(database.db, meetingId, 0)).length).toBeGreaterThan(kept);
    expect(await pd.store.send({ type: "changeStage", stage: "agenda" })).toMatchObject({ ok: false });
    expect((await findRehearsal(database.db, meetingId))?.isClosed).toBe(true);
    expect((await server.live.fresh(database.db, meetingId))?.members).toEqual({});
    // A change of the program brings nobody back.
    await server.follower.follow((await server.service.programOf(server.meetingId, pdId)) ?? "");
    expect((await server.live.fresh(database.db, meetingId))?.members).toEqual({});
    pd.leave();
  });
});
