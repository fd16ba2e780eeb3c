// PostgreSQL goes away under load and comes back: typed errors that say "try again", and recovery without a restart.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../db/client";
import { migrateToLatest } from "../../db/migrate";
import { anchorForRank, rankedIds } from "../../domain/rank-list";
import { clusterOf } from "../../server/postgres/home";
import { verifyMeeting } from "../../server/verify-log";
import { aPostgresServer } from "../support/database";
import { aServer, type TestClient, until, untilAllAt } from "../support/server";

describe("[PIPE-3] a database that is away", () => {
  it("is told as `unavailable, try again`; when it is back everything goes on, nothing lost or doubled", async () => {
    const embedded = await aPostgresServer();
    const database = openDatabase(embedded.databaseUrl, { max: 5 });
    await migrateToLatest(database.db);
    const server = await aServer(database);
    const emails = Array.from({ length: 6 }, (_, index) => `faculty${index + 6}@example.org`);
    const clients = await Promise.all(emails.map((email) => server.join(email)));
    const [first] = clients as [TestClient, ...TestClient[]];
    let isOver = false;
    let sent = 0;
    const accepted: string[] = [];
    const load = clients.map(async (client, index) => {
      for (let n = 0; !isOver; n++) {
        const { order } = client.store.getSnapshot().state;
        const who = order.middle[(n * 17 + index * 13) % order.middle.length] as string;
        const to = anchorForRank(order, who, 45 + ((n * 29 + index) % 80));
        sent += 1;
        const answer = await client.store.send({ type: "moveApplicant", applicantId: who, to });
        if (answer.ok) accepted.push(`${index}:${n}`);
      }
    });
    await until(() => accepted.length > 50, "the load runs");

    const failures: unknown[] = [];
    const raw = (): Promise<void> =>
      first.socket
        .emitWithAck("command", { id: crypto.randomUUID(), meetingId: server.meetingId, type: "undoMove" })
        .then((answer) => {
          if (!answer.ok && answer.code === "unavailable") failures.push(answer);
        });
    // As a crash or a maintenance restart would: all connections are cut, and the server behind them is gone for a while.
    const pid = await readFile(path.join(clusterOf(embedded.home), "postmaster.pid"), "utf8");
    process.kill(Number.parseInt(pid, 10), "SIGINT");
    await until(
      async () => {
        await raw();
        return failures.length > 0;
      },
      "a command met the gap",
      60_000,
    );
    for (const failure of failures) expect(failure).toMatchObject({ code: "unavailable", retry: true });

    const atReturn = accepted.length;
    await until(() => accepted.length > atReturn + 50, "the load goes on", 60_000);
    isOver = true;
    await Promise.all(load);
    const seq = () => server.live.current(server.meetingId)?.seq ?? 0;
    await untilAllAt(clients, seq);
    for (const client of clients) {
      expect(rankedIds(client.store.getConfirmed().order)).toEqual(rankedIds(first.store.getConfirmed().order));
    }
    expect(accepted.length).toBeLessThanOrEqual(sent);
    expect(await verifyMeeting(database.db, server.meetingId)).toMatchObject({ ok: true });
    for (const client of clients) client.leave();
    await server.close();
    await database.close();
  }, 180_000);
});
