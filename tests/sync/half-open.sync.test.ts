// A database behind a network that has gone quiet, and one that takes no writes: what people in a meeting are told, and when.
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenDatabase, openDatabase } from "../../db/client";
import { withConnection } from "../../db/connection";
import { anchorForRank } from "../../domain/rank-list";
import { aDatabase } from "../support/database";
import { aDatabaseProxy, type DatabaseProxy } from "../support/database-proxy";
import { aServer, type TestClient, type TestServer, until } from "../support/server";

let direct: OpenDatabase;
let proxy: DatabaseProxy;
let through: OpenDatabase;
let server: TestServer;
let director: TestClient;

beforeAll(async () => {
  direct = await aDatabase();
  proxy = await aDatabaseProxy(direct.url);
  through = openDatabase(proxy.url, { max: 5 });
  server = await aServer(through);
  director = await server.join("pd@example.org");
});
afterAll(async () => {
  proxy.thaw();
  director.leave();
  await server.close();
  await through.close();
});

/** Asked without the store, which would ask again by itself. */
async function move(rank: number) {
  const { order } = director.store.getSnapshot().state;
  const applicantId = order.middle[order.middle.length - 1] as string;
  return director.socket.emitWithAck("command", {
    id: crypto.randomUUID(),
    meetingId: server.meetingId,
    type: "moveApplicant",
    applicantId,
    to: anchorForRank(order, applicantId, order.protected.length + rank),
  });
}

const readiness = async () => {
  const response = await fetch(`${server.origin}/readyz`);
  return { status: response.status, text: await response.text() };
};

describe("[PIPE-3] a connection that is open and dead", () => {
  test("a move is answered `unavailable` within seconds, and the next one is saved over a new connection", async () => {
    expect(await move(3)).toMatchObject({ ok: true });
    proxy.freeze();
    const start = performance.now();
    expect(await move(4)).toMatchObject({ ok: false, code: "unavailable", retry: true });
    expect(performance.now() - start).toBeLessThan(9_000);
    expect(await move(5)).toMatchObject({ ok: true });
    await until(() => director.store.getConfirmed().seq === server.live.current(server.meetingId)?.seq, "caught up");
  });

  test("notices are listened for again", async () => {
    const seen = proxy.opened;
    proxy.freeze();
    await until(async () => proxy.opened > seen, "somebody connects anew", 30_000);
    const listeners = () =>
      sql<{ n: number }>`SELECT count(*)::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'rank-room notices'`.execute(direct.db);
    await until(async () => ((await listeners()).rows[0]?.n ?? 0) >= 2, "another connection listens", 30_000);
  });

  test("while nothing gets through, /readyz says so, and every move is answered in seconds", async () => {
    proxy.freezeNewToo();
    const start = performance.now();
    const [asked, ...moves] = await Promise.all([readiness(), move(6), move(7), move(8)]);
    expect(asked).toEqual({ status: 503, text: "the database does not answer\n" });
    for (const answer of moves) expect(answer).toMatchObject({ code: "unavailable", retry: true });
    expect(performance.now() - start).toBeLessThan(12_000);
    proxy.thaw();
    await until(async () => (await move(9)).ok, "moves are saved again", 20_000);
    await until(async () => (await readiness()).status === 200, "ready again", 20_000);
  });
});

describe("[PIPE-3] a database that takes no writes", () => {
  test("read only, as after a failover: try again, not ready, and no fault of ours", async () => {
    const name = new URL(direct.url).pathname.slice(1);
    const set = (value: string) =>
      withConnection(direct.url, async (connection) => {
        await connection.query(`ALTER DATABASE ${name} SET default_transaction_read_only = ${value}`);
        await connection.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> 'rank-room notices'`,
        );
      });
    await set("on");
    await until(async () => (await readiness()).text === "the database takes no writes (25006)\n", "not ready");
    expect(await move(3)).toMatchObject({ ok: false, code: "unavailable", retry: true });
    await withConnection(direct.url, async (connection) => {
      await connection.query("SET default_transaction_read_only = off");
      await connection.query(`ALTER DATABASE ${name} SET default_transaction_read_only = off`);
      await connection.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> 'rank-room notices'`,
      );
    });
    await until(async () => (await move(4)).ok, "moves are saved again", 20_000);
    await until(async () => (await readiness()).status === 200, "ready again", 20_000);
  });

  test("a lock on the log: commands are not saved, and /readyz says so although a check would pass", async () => {
    await direct.db.transaction().execute(async (trx) => {
      await sql`LOCK TABLE meeting_events IN SHARE MODE`.execute(trx);
      expect(await move(3)).toMatchObject({ ok: false, code: "unavailable", retry: true });
      expect(await readiness()).toEqual({ status: 503, text: "commands are not being saved\n" });
    });
    expect(await move(4)).toMatchObject({ ok: true });
    expect(await readiness()).toEqual({ status: 200, text: "ready\n" });
  });
});
