// Two server processes on one database and one Redis: a meeting has members on both.
import { type ChildProcess, spawn } from "node:child_process";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../db/client";
import { anchorForRank, rankedIds, rankOf } from "../../domain/rank-list";
import { aMeetingService } from "../support/a-service";
import { aPostgresServer } from "../support/database";
import { aClient, type TestClient, until, untilLive } from "../support/server";
import { aFreePort, enterAt, type ServerProcess, signInAt, startServerProcess } from "../support/server-process";

const redisPath = process.env.REDIS_SERVER_PATH;

describe.skipIf(!redisPath)("[PIPE-4] several processes serve one meeting", () => {
  let redis: ChildProcess;
  let port: number;
  let open: (email: string, at: number) => Promise<TestClient>;
  let servers: ServerProcess[] = [];
  let clients: TestClient[] = [];
  const closers: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    port = await aFreePort();
    await startRedis();
    const { databaseUrl } = await aPostgresServer();
    const env = { DATABASE_URL: databaseUrl, DEMO_MODE: "1", REDIS_URL: `redis://127.0.0.1:${port}` };
    for (let n = 0; n < 2; n++) servers.push(await startServerProcess({ dataDir: "unused", env }));
    const { db, close } = openDatabase(databaseUrl, { max: 2 });
    closers.push(close);
    const service = aMeetingService(db);
    const { id: meetingId } = await db
      .selectFrom("meetings")
      .select("id")
      .where("kind", "=", "meeting")
      .executeTakeFirstOrThrow();
    open = async (email, at) => {
      const { id } = await db.selectFrom("people").select("id").where("email", "=", email).executeTakeFirstOrThrow();
      const { origin } = servers[at] as ServerProcess;
      const cookie = await enterAt(origin, email);
      const opened = await service.open(meetingId, id);
      if (!opened) throw new Error(`${email} is not on the roster`);
      const client = aClient({ origin, cookie, opened, email });
      await untilLive(client);
      return client;
    };
    clients = [await open("pd@example.org", 0), await open("faculty6@example.org", 1)];
  }, 120_000);
  afterAll(async () => {
    for (const client of clients) client.leave();
    for (const server of servers) await server.stop();
    servers = [];
    for (const close of closers) await close();
    redis?.kill();
  });

  const startRedis = async () => {
    redis = spawn(redisPath ?? "", ["--port", String(port), "--save", "", "--bind", "127.0.0.1"], { stdio: "ignore" });
    await until(() => isListening(port), "Redis listens");
  };
  const stopRedis = async () => {
    redis.kill("SIGKILL");
    await until(async () => !(await isListening(port)), "Redis is gone");
  };
  const pair = () => clients as [TestClient, TestClient];
  const order = (client: TestClient) => client.store.getSnapshot().state.order;

  it("a move made at one is on the screens of the other, both ways", async () => {
    const [pd, faculty] = pair();
    for (const [mover, other] of [pair(), [faculty, pd]] as const) {
      const who = rankedIds(order(mover))[79] as string;
      const to = anchorForRank(order(mover), who, 60);
      expect(await mover.store.send({ type: "moveApplicant", applicantId: who, to })).toMatchObject({ ok: true });
      await until(() => rankOf(order(other), who) === 60, "the other process's client has it");
    }
  });

  it("who is here counts the members at both", async () => {
    const [pd, faculty] = pair();
    await until(() => [pd, faculty].every(({ store }) => store.getSnapshot().here.length === 2), "both see both");
  });

  it("moves at both at once end in one list", async () => {
    await Promise.all(
      pair().map(async (client, index) => {
        for (let n = 0; n < 25; n++) {
          const who = rankedIds(order(client))[60 + ((n * 7 + index * 3) % 40)] as string;
          const to = anchorForRank(order(client), who, 45 + ((n * 11 + index) % 60));
          await client.store.send({ type: "moveApplicant", applicantId: who, to });
        }
      }),
    );
    const [pd, faculty] = pair();
    const seq = () => Math.max(pd.store.getConfirmed().seq, faculty.store.getConfirmed().seq);
    // A move of one's own stays on top until its event has come round through Redis.
    const isSettled = ({ store }: TestClient) =>
      store.getSnapshot().pendingCount === 0 && store.getConfirmed().seq === seq();
    await until(() => pair().every(isSettled), "both are at the same seq");
    expect(order(pd)).toEqual(order(faculty));
  });

  it("[RECUSE-1] a recusal declared at one closes the list there, whoever acts at the other", async () => {
    const [pd, faculty] = pair();
    const secret = rankedIds(order(pd))[50] as string;
    await faculty.store.send({ type: "declareRecusal", applicantId: secret });
    await until(() => faculty.store.getSnapshot().state.withheldCount === 1, "the view has changed");
    faculty.frames.length = 0;
    await pd.store.send({ type: "endorseApplicant", applicantId: secret, strength: "strong" });
    await until(() => faculty.store.getConfirmed().seq === pd.store.getConfirmed().seq, "caught up");
    expect(JSON.stringify(faculty.frames)).not.toContain(secret);
  });

  it("[RECUSE-1] [PIPE-4] with Redis away, a recused member's other device at the other process is sent nothing of it", async () => {
    const [pd, faculty] = pair();
    const second = await open("faculty6@example.org", 0);
    const secret = rankedIds(order(pd))[45] as string;
    await stopRedis();
    second.frames.length = 0;
    const declared = await faculty.store.send({ type: "declareRecusal", applicantId: secret });
    expect(declared).toMatchObject({ ok: true });
    // In the same moment the concern is raised at the process that has not heard of the recusal.
    const raised = await pd.store.send({
      type: "raiseFlag",
      applicantId: secret,
      category: "professionalism",
      provenance: "firstHand",
      sentence: "Left the visit without a word.",
    });
    expect(raised).toMatchObject({ ok: true });
    await until(() => second.store.getSnapshot().state.withheldCount === 2, "the other device has the new view");
    // What is done at one is at the other all the same, a little later.
    const who = rankedIds(order(pd))[90] as string;
    await pd.store.send({ type: "moveApplicant", applicantId: who, to: anchorForRank(order(pd), who, 70) });
    const seq = () => pd.store.getConfirmed().seq;
    await until(() => [faculty, second].every(({ store }) => store.getConfirmed().seq === seq()), "all are told");
    expect(JSON.stringify(second.frames)).not.toContain("Left the visit");
    expect(JSON.stringify(second.frames)).not.toContain(secret);
    expect(JSON.stringify(faculty.frames)).not.toContain("Left the visit");
    await startRedis();
    second.leave();
  });

  it("[ROSTER-2] whoever is removed at one is shown out at the other, and cut, within two seconds", async () => {
    const [pd, faculty] = pair();
    const { origin } = servers[0] as ServerProcess;
    const cookie = await signInAt(origin, "pd@example.org");
    const roster = await fetch(`${origin}/meetings/${pd.store.getSnapshot().state.id}/roster`, {
      headers: { cookie },
      redirect: "manual",
    });
    const body = new URLSearchParams({ intent: "remove", memberId: faculty.memberId, reason: "Left the program." });
    const start = Date.now();
    const removed = await fetch(`${origin}${roster.headers.get("location")}`, {
      method: "POST",
      headers: { cookie },
      body,
    });
    expect(removed.status).toBe(200);
    await until(() => faculty.store.getSnapshot().connection === "gone", "the page knows");
    await until(() => !faculty.socket.connected, "the socket is cut");
    expect(Date.now() - start).toBeLessThan(2500);
    await until(() => pd.store.getSnapshot().here.length === 1, "they have left");
    expect(pd.store.getSnapshot().state.members[faculty.memberId]).toBeUndefined();
  });
});

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
