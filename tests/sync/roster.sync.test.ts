// A change of the roster on open sockets: who is removed is refused and cut, who has another role sees something else, within
// two seconds, whichever process made the change.
import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withConnection } from "../../db/connection";
import { findProgramOf } from "../../db/programs";
import { rankedIds } from "../../domain/rank-list";
import { systemClock } from "../../server/clock";
import { LiveMeetings } from "../../server/live-meetings";
import { createLog } from "../../server/log";
import { giveNotice } from "../../server/meeting-notice";
import { followProgram } from "../../server/programs/follow";
import { quietDispatcher } from "../../server/quiet-dispatcher";
import { aDatabase, type TestDatabase } from "../support/database";
import { type TestPrograms, thePrograms } from "../support/programs";
import { aServer, type TestClient, type TestServer, until } from "../support/server";

const LIMIT = 2000;

let database: TestDatabase;
let server: TestServer;
let ours: TestPrograms;
/** The same services in another process: it has no sockets, and gives notice of what its meetings took over. */
let theirs: TestPrograms;
let programId: string;
let pdId: string;

beforeAll(async () => {
  database = await aDatabase();
  server = await aServer(database);
  const { db } = database;
  ours = thePrograms({ db, follower: server.follower });
  const live = new LiveMeetings();
  const dispatcher = quietDispatcher({ db, live, log: createLog("silent") });
  const dispatch: typeof dispatcher.dispatch = (request) => dispatcher.dispatch(request);
  theirs = thePrograms({
    db,
    follower: {
      async follow(program, by) {
        const { followed } = await followProgram({ db, live, clock: systemClock, dispatch }, program, by);
        for (const notice of followed) await giveNotice(db, { kind: "log", ...notice });
      },
      watch: () => () => {},
    },
  });
  programId = (await findProgramOf(db, server.meetingId)) ?? "";
  pdId = await server.personId("pd@example.org");
});

const change = async (services: TestPrograms, email: string, role: string) => {
  const memberId = await server.personId(email);
  const { name } = await database.db
    .selectFrom("memberships")
    .select("name")
    .where("person_id", "=", memberId)
    .executeTakeFirstOrThrow();
  expect(await services.roster.change(programId, pdId, { memberId, name, role })).toEqual({ ok: true });
};
const remove = async (services: TestPrograms, email: string) => {
  const memberId = await server.personId(email);
  expect(await services.roster.remove(programId, pdId, { memberId, reason: "Left the program." })).toEqual({
    ok: true,
  });
};
const connection = ({ store }: TestClient) => store.getSnapshot().connection;
/** Straight over the socket, past the store: as a page that does not care would. */
const push = (client: TestClient) =>
  client.socket.timeout(LIMIT).emitWithAck("command", {
    id: randomUUID(),
    meetingId: server.meetingId,
    type: "endorseApplicant",
    applicantId: rankedIds(server.live.current(server.meetingId)?.order ?? emptyOrder)[5] as string,
    strength: "workWith",
  });
const emptyOrder = { protected: [], middle: [], red: [], unplaced: [] };

describe.each(["this process", "another process"])("[ROSTER-2] removed by %s", (where) => {
  const at = where === "this process" ? ([8, 9] as const) : ([10, 11] as const);
  const services = () => (where === "this process" ? ours : theirs);
  const [one, other] = at.map((n) => `faculty${n}@example.org`) as [string, string];
  let pd: TestClient;
  beforeEach(async () => {
    pd ??= await server.join("pd@example.org");
  });

  it("an open page is told, shown out, and cut; nothing comes to it any more", async () => {
    const gone = await server.join(one);
    await until(() => pd.store.getSnapshot().here.some(({ memberId }) => memberId === gone.memberId), "they are here");
    const start = Date.now();
    await remove(services(), one);
    await until(() => connection(gone) === "gone", "the page knows", LIMIT);
    const told = gone.frames.length;
    await pd.store.send({
      type: "endorseApplicant",
      applicantId: rankedIds(pd.store.getSnapshot().state.order)[at[0]] as string,
      strength: "workWith",
    });
    await until(() => !gone.socket.connected, "the socket is cut", LIMIT);
    expect(Date.now() - start).toBeLessThan(LIMIT);
    expect(gone.frames.slice(told)).toEqual([]);
    expect(connection(gone)).toBe("gone");
    await until(
      () => !pd.store.getSnapshot().here.some(({ memberId }) => memberId === gone.memberId),
      "they have left",
    );
  });

  it("any next message is refused in a stranger's words, and changes nothing", async () => {
    const gone = await server.join(other);
    await remove(services(), other);
    const seq = () => server.live.current(server.meetingId)?.seq;
    const before = (
      await database.db
        .selectFrom("meetings")
        .select("seq")
        .where("id", "=", server.meetingId)
        .executeTakeFirstOrThrow()
    ).seq;
    expect(await push(gone)).toMatchObject({ ok: false, code: "meetingUnknown" });
    expect(await gone.socket.timeout(LIMIT).emitWithAck("join", { meetingId: server.meetingId })).toMatchObject({
      ok: false,
      code: "meetingUnknown",
    });
    await until(() => !gone.socket.connected, "the socket is cut", LIMIT);
    expect(seq()).toBe(before);
  });

  it("what they signed keeps their name on every screen", async () => {
    const { state } = pd.store.getSnapshot();
    const memberId = await server.personId(one);
    expect(state.members[memberId]).toBeUndefined();
    expect(state.formerMembers[memberId]?.name).toBeTruthy();
    expect(await server.service.open(server.meetingId, memberId)).toBeNull();
    expect(await server.service.listFor(memberId)).toEqual([]);
  });
});

describe("a notice that was lost", () => {
  it("is made good when the server listens again: whoever was removed meanwhile is shown out", async () => {
    const gone = await server.join("faculty14@example.org");
    const { rowCount } = await withConnection(database.url, (connection) =>
      connection.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'rank-room notices' AND datname = current_database()",
      ),
    );
    expect(rowCount).toBe(1);
    await remove(theirs, "faculty14@example.org");
    await until(() => connection(gone) === "gone", "the page knows", 2 * LIMIT);
    await until(() => !gone.socket.connected, "the socket is cut", LIMIT);
  });
});

describe.each(["this process", "another process"])("a change of role by %s", (where) => {
  const services = () => (where === "this process" ? ours : theirs);

  it("reaches an open page within two seconds: what they may see and do is that of the new role", async () => {
    const email = "coordinator@example.org";
    const person = await server.join(email);
    const seesVisa = () => JSON.stringify(person.store.getSnapshot().state.applicants).includes('"visa"');
    expect(seesVisa()).toBe(true);
    await change(services(), email, "observer");
    await until(() => !seesVisa(), "the visas are gone", LIMIT);
    expect(await push(person)).toMatchObject({ ok: false, code: "notAllowed" });
    await change(services(), email, "coordinator");
    await until(seesVisa, "the visas are back", LIMIT);
    person.leave();
  });
});

describe("[SEE-4] the program's setting", () => {
  it("takes flags' authors off open screens, and later flags come without them", async () => {
    const pd = await server.join("pd@example.org");
    const author = await server.join("faculty12@example.org");
    const other = await server.join("faculty13@example.org");
    const applicantId = rankedIds(pd.store.getSnapshot().state.order)[20] as string;
    const flag = { type: "raiseFlag", applicantId, category: "other", provenance: "firstHand" } as const;
    await author.store.send({ ...flag, sentence: "They came late." });
    const authors = ({ store }: TestClient) => Object.values(store.getConfirmed().flags).map(({ by }) => by);
    await until(() => authors(other).length === 1, "the flag is there");
    expect(authors(other)).toEqual([author.memberId]);
    expect(await ours.programs.changeFlagAuthors(programId, pdId, { shown: "hosts" })).toEqual({ ok: true });
    await until(() => authors(other)[0] === "", "the author is hidden", LIMIT);
    other.frames.length = 0;
    await author.store.send({ ...flag, category: "integrity", sentence: "A second one." });
    await until(() => authors(other).length === 2, "the second flag is there");
    expect(JSON.stringify(other.frames.filter((frame) => JSON.stringify(frame).includes("flagRaised")))).not.toContain(
      author.memberId,
    );
    expect(authors(pd)).toEqual([author.memberId, author.memberId]);
    expect(authors(author)).toEqual([author.memberId, author.memberId]);
    const history = await server.service.historyOf(server.meetingId, applicantId, other.memberId);
    expect(JSON.stringify(history)).not.toContain(author.memberId);
    expect(JSON.stringify(await server.service.historyOf(server.meetingId, applicantId, pd.memberId))).toContain(
      author.memberId,
    );
    expect(JSON.stringify((await server.service.open(server.meetingId, other.memberId))?.state.flags)).not.toContain(
      author.memberId,
    );
  });
});
