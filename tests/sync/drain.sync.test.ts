// SIGTERM while people move applicants: they are told, what was in flight is answered, and the process ends in order.
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../db/client";
import { anchorForRank } from "../../domain/rank-list";
import { verifyMeeting } from "../../server/verify-log";
import { aMeetingService } from "../support/a-service";
import { aPostgresServer } from "../support/database";
import { aClient, until, untilLive } from "../support/server";
import { aFreePort, enterAt, startServerProcess } from "../support/server-process";

describe("[PIPE-5] an orderly end", () => {
  it("finishes what is in flight, exits 0, and after a new start the clients go on by themselves", async () => {
    const { databaseUrl } = await aPostgresServer();
    const port = await aFreePort();
    const options = { dataDir: "unused", port, env: { DATABASE_URL: databaseUrl, DEMO_MODE: "1" } };
    let server = await startServerProcess(options);
    const { db, close } = openDatabase(databaseUrl, { max: 2 });
    const { id: meetingId } = await db
      .selectFrom("meetings")
      .select("id")
      .where("kind", "=", "meeting")
      .executeTakeFirstOrThrow();
    const { id: personId } = await db
      .selectFrom("people")
      .select("id")
      .where("email", "=", "faculty6@example.org")
      .executeTakeFirstOrThrow();
    const cookie = await enterAt(server.origin, "faculty6@example.org");
    const opened = await aMeetingService(db).open(meetingId, personId);
    if (!opened) throw new Error("not on the roster");
    const client = aClient({ origin: server.origin, cookie, opened });
    await untilLive(client);
    let toldToGo = 0;
    client.socket.on("goingAway", () => {
      toldToGo += 1;
    });
    const { middle, protected: top } = opened.state.order;
    const moves = middle.slice(0, 40).map((applicantId, index) => {
      const { order } = client.store.getSnapshot().state;
      const to = anchorForRank(order, applicantId, top.length + 60 + index);
      return client.store.send({ type: "moveApplicant", applicantId, to });
    });
    const ended = server.stop();
    expect(await ended).toBe(0);
    expect(toldToGo).toBe(1);
    server = await startServerProcess(options);
    const answers = await Promise.all(moves);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(40);
    await until(() => client.store.getSnapshot().connection === "live", "live again");
    expect(await verifyMeeting(db, meetingId)).toMatchObject({ ok: true });
    client.leave();
    expect(await server.stop()).toBe(0);
    await close();
  });
});
