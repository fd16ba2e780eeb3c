// Members in one meeting, each with the browser's own store on a real socket.
import { beforeAll, describe, expect, it } from "vitest";
import { openSocket } from "../../app/meeting-store/connect";
import { PROTOCOL_VERSION } from "../../domain/protocol";
import { anchorForRank, holdsEachOnce, rankedIds, rankOf } from "../../domain/rank-list";
import { aDatabase, type TestDatabase } from "../support/database";
import { aServer, type TestClient, type TestServer, until, untilAllAt } from "../support/server";

let database: TestDatabase;
let server: TestServer;
let pd: TestClient;
let faculty: TestClient;
beforeAll(async () => {
  database = await aDatabase();
  server = await aServer(database);
  pd = await server.join("pd@example.org");
  faculty = await server.join("faculty6@example.org");
});

const orderOf = (client: TestClient) => client.store.getSnapshot().state.order;
const ranked = (client: TestClient) => rankedIds(orderOf(client));
const headSeq = () => server.live.current(server.meetingId)?.seq ?? 0;
const nth = (client: TestClient, rank: number): string => ranked(client)[rank - 1] as string;
const moveToRank = (client: TestClient, applicantId: string, rank: number) =>
  client.store.send({ type: "moveApplicant", applicantId, to: anchorForRank(orderOf(client), applicantId, rank) });

describe("[SYNC-1] what one does, all have", () => {
  it("a move is on the mover's screen at once, and on the others' after the commit", async () => {
    const who = nth(faculty, 60);
    const answer = moveToRank(faculty, who, 50);
    expect(rankOf(orderOf(faculty), who)).toBe(50);
    expect(await answer).toMatchObject({ ok: true });
    await untilAllAt([pd, faculty], headSeq);
    expect(rankOf(orderOf(pd), who)).toBe(50);
    expect(pd.store.getSnapshot().state.lastMoves.find(({ applicantId }) => applicantId === who)?.by).toBe(
      faculty.memberId,
    );
  });

  it("a refusal restores the screen and comes with a sentence", async () => {
    const who = nth(faculty, 1);
    const before = orderOf(faculty);
    const answer = await moveToRank(faculty, who, 100);
    expect(answer).toMatchObject({ ok: false, code: "protectedNeedsVerifiedFlag" });
    expect(answer.ok ? "" : answer.message).toContain("Protected places are stable");
    expect(orderOf(faculty)).toEqual(before);
  });

  it("[SYNC-3] ten people moving the same applicants end with the same list, nobody lost or doubled", async () => {
    const emails = Array.from({ length: 10 }, (_, index) => `faculty${index + 7}@example.org`);
    const crowd = await Promise.all(emails.map((email) => server.join(email)));
    const fought = Array.from({ length: 20 }, (_, index) => nth(pd, 60 + index));
    await Promise.all(
      crowd.map(async (client, index) => {
        for (let n = 0; n < 30; n++) {
          const who = fought[(index * 7 + n * 3) % fought.length] as string;
          await moveToRank(client, who, 45 + ((index * 13 + n * 11) % 90));
        }
      }),
    );
    const all = [pd, faculty, ...crowd];
    await untilAllAt(all, headSeq);
    const truth = server.live.current(server.meetingId);
    for (const client of all) expect(orderOf(client)).toEqual(truth?.order);
    const present = Object.values(truth?.applicants ?? {}).flatMap((a) => (a.withdrawn ? [] : [a.id]));
    expect(truth && holdsEachOnce(truth.order, present)).toBe(true);
    for (const client of crowd) client.leave();
  });

  it("while I drag, others' changes wait, and then all come in", async () => {
    const who = nth(pd, 70);
    pd.store.holdBack();
    const before = orderOf(pd);
    await moveToRank(faculty, who, 60);
    await until(() => pd.store.getSnapshot().heldBack === 1, "the change is held back");
    expect(orderOf(pd)).toBe(before);
    expect(pd.store.letIn()).toBe(1);
    expect(rankOf(orderOf(pd), who)).toBe(60);
  });

  it("after a lost connection the missing events come by sequence, and a command sent meanwhile has one effect", async () => {
    const [mine, theirs] = [nth(faculty, 90), nth(faculty, 95)];
    faculty.socket.io.engine.close();
    await until(() => faculty.store.getSnapshot().connection === "reconnecting", "the connection is lost");
    await moveToRank(pd, theirs, 45);
    const answer = moveToRank(faculty, mine, 46);
    expect(await answer).toMatchObject({ ok: true });
    await untilAllAt([pd, faculty], headSeq);
    expect(orderOf(faculty)).toEqual(orderOf(pd));
  });
});

describe("the door", () => {
  const refusalOf = async (socket: ReturnType<typeof openSocket>): Promise<unknown> => {
    const failure = new Promise((resolve) => {
      socket.on("connect_error", (error: Error & { data?: unknown }) => resolve(error.data ?? error.message));
      socket.on("connect", () => resolve("connected"));
    });
    socket.connect();
    const result = await failure;
    socket.disconnect();
    return result;
  };

  it("asks a client on an old protocol version to reload", async () => {
    const socket = openSocket(server.origin, { cookie: await server.cookieOf("pd@example.org") });
    socket.auth = { protocol: PROTOCOL_VERSION - 1 };
    expect(await refusalOf(socket)).toEqual({ code: "protocolMismatch" });
  });

  it("is closed without a session, and to other origins", async () => {
    expect(await refusalOf(openSocket(server.origin))).toEqual({ code: "notSignedIn" });
    const cookie = await server.cookieOf("pd@example.org");
    expect(await refusalOf(openSocket(server.origin, { cookie, origin: "https://evil.example" }))).not.toBe(
      "connected",
    );
    expect(await refusalOf(openSocket(server.origin, { cookie, origin: server.origin }))).toBe("connected");
  });

  it("tells a stranger the same about a meeting that is not theirs and one that is not there", async () => {
    await database.db
      .insertInto("people")
      .values({ id: "11111111-0000-4000-8000-000000000001", name: "A Stranger", email: "stranger@example.org" })
      .execute();
    const socket = openSocket(server.origin, { cookie: await server.cookieOf("stranger@example.org") });
    socket.connect();
    const join = (meetingId: string) => socket.emitWithAck("join", { meetingId });
    const theirs = await join(server.meetingId);
    const none = await join("22222222-0000-4000-8000-000000000001");
    expect(theirs).toEqual(none);
    expect(theirs).toMatchObject({ ok: false, code: "meetingUnknown" });
    const command = { id: crypto.randomUUID(), type: "undoMove" } as const;
    const done = await socket.emitWithAck("command", { ...command, meetingId: server.meetingId });
    expect(done).toMatchObject({ ok: false, code: "meetingUnknown" });
    socket.disconnect();
  });

  it("[ROLE-1] signing out cuts the sockets of that session", async () => {
    const cookie = await server.cookieOf("chief3@example.org");
    const socket = openSocket(server.origin, { cookie });
    socket.connect();
    await until(() => socket.connected, "connected");
    await server.sessions.end({ cookie, host: new URL(server.origin).host });
    await until(() => !socket.connected, "cut");
    socket.disconnect();
  });
});

describe("presence", () => {
  it("tells who is here and who holds which row", async () => {
    const row = nth(pd, 10);
    faculty.store.hold(row);
    await until(
      () => pd.store.getSnapshot().here.some((h) => h.memberId === faculty.memberId && h.holding === row),
      "the PD sees the row held",
    );
    faculty.store.hold(null);
    await until(() => pd.store.getSnapshot().here.every((h) => h.holding === null), "the row is let go");
  });
});
