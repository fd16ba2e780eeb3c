// The server is killed without warning, again and again, while forty clients move applicants.
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../db/client";
import type { MeetingId } from "../../domain/ids";
import { anchorForRank, rankedIds } from "../../domain/rank-list";
import { connectEmbedded } from "../../server/embedded-postgres";
import { LiveMeetings } from "../../server/live-meetings";
import { createLog } from "../../server/log";
import { rebuildMeeting } from "../../server/rebuild-projection";
import { verifyMeeting } from "../../server/verify-log";
import { aMeetingService } from "../support/a-service";
import { aFolder } from "../support/database";
import { aClient, type TestClient, until } from "../support/server";
import { aFreePort, enterAt, type ServerProcess, startServerProcess } from "../support/server-process";

const CLIENTS = 40;
const KILLS = 20;
const MOVES_PER_ROUND = 100;

let server: ServerProcess;
let dataDir: string;
let port: number;
let clients: TestClient[];
let meetingId: MeetingId;
beforeAll(async () => {
  dataDir = await aFolder();
  port = await aFreePort();
  server = await startServerProcess({ dataDir, port });
  // A second pair of hands on the same database, to read what the server has written.
  const embedded = await connectEmbedded({ dataDir, log: createLog("silent") });
  const { db, close } = openDatabase(embedded.databaseUrl, { max: 2 });
  const [meeting] = await db.selectFrom("meetings").select("id").where("kind", "=", "meeting").execute();
  meetingId = meeting?.id ?? "";
  const service = aMeetingService(db);
  const people = await db.selectFrom("people").select(["id", "email"]).where("email", "like", "faculty%").execute();
  clients = await Promise.all(
    Array.from({ length: CLIENTS }, async (_, index) => {
      const { id, email } = people[index % people.length] as { id: string; email: string };
      const cookie = await enterAt(server.origin, email);
      const opened = await service.open(meetingId, id);
      if (!opened) throw new Error("not on the roster");
      return aClient({ origin: server.origin, cookie, opened, email });
    }),
  );
  await close();
  await embedded.stop();
  await until(() => clients.every(({ store }) => store.getSnapshot().connection === "live"), "all are live", 20_000);
}, 120_000);
afterAll(async () => {
  for (const client of clients ?? []) client.leave();
  await server?.stop();
});

const hashOf = ({ store }: TestClient): string =>
  createHash("sha256").update(JSON.stringify(store.getSnapshot().state.order)).digest("hex");

describe("[PIPE-2] what was acknowledged survives the server", () => {
  it(`killed ${KILLS} times during ${KILLS * MOVES_PER_ROUND} moves: none lost, none doubled, all lists equal`, async () => {
    const acknowledged = new Map<string, number>();
    const move = async (client: TestClient, n: number): Promise<void> => {
      const { order } = client.store.getSnapshot().state;
      const who = order.middle[(n * 17) % order.middle.length] as string;
      const rank = order.protected.length + 1 + ((n * 29) % order.middle.length);
      const answer = client.store.send({
        type: "moveApplicant",
        applicantId: who,
        to: anchorForRank(order, who, rank),
      });
      const id = client.commandIds.at(-1) ?? "";
      const result = await answer;
      if (result.ok) acknowledged.set(id, result.seq);
    };

    for (let round = 0; round < KILLS; round++) {
      let done = 0;
      const moves = Array.from({ length: MOVES_PER_ROUND }, (_, index) =>
        move(clients[index % CLIENTS] as TestClient, round * MOVES_PER_ROUND + index).then(() => {
          done += 1;
        }),
      );
      await until(() => done >= 10 + round * 3 || done === MOVES_PER_ROUND, "some are acknowledged", 30_000);
      await server.kill();
      server = await startServerProcess({ dataDir, port });
      await Promise.all(moves);
      const isEqual = () => {
        const [first, ...rest] = clients;
        return (
          clients.every(({ store }) => {
            const { connection, pendingCount } = store.getSnapshot();
            return connection === "live" && pendingCount === 0;
          }) && rest.every((client) => hashOf(client) === hashOf(first as TestClient))
        );
      };
      await until(isEqual, `all lists are equal after kill ${round + 1}`, 20_000);
    }
    expect(acknowledged.size).toBeGreaterThan(KILLS * MOVES_PER_ROUND * 0.9);

    const embedded = await connectEmbedded({ dataDir, log: createLog("silent") });
    const { db, close } = openDatabase(embedded.databaseUrl, { max: 2 });
    try {
      const { rows: kept } = await sql<{ command_id: string; seq: number }>`
        SELECT command_id, (answer->>'seq')::int AS seq FROM meeting_commands
        WHERE meeting_id = ${meetingId} AND type = 'moveApplicant' AND (answer->>'ok')::boolean`.execute(db);
      expect(new Map(kept.map((row) => [row.command_id, row.seq])), "none is lost").toEqual(acknowledged);
      const { rows: logged } = await sql<{ command_id: string; seq: number }>`
        SELECT command_id, seq FROM meeting_events WHERE meeting_id = ${meetingId} AND type = 'applicantMoved'`.execute(
        db,
      );
      expect(new Set(logged.map((row) => row.command_id)).size, "none is doubled").toBe(logged.length);
      for (const { command_id, seq } of logged) expect(acknowledged.get(command_id)).toBe(seq);
      expect(await verifyMeeting(db, meetingId)).toMatchObject({ ok: true });
      expect(await rebuildMeeting(db, meetingId, { keep: false })).toEqual([]);
      const live = await new LiveMeetings().fresh(db, meetingId);
      expect(rankedIds((clients[0] as TestClient).store.getConfirmed().order)).toEqual(live && rankedIds(live.order));
    } finally {
      await close();
      await embedded.stop();
    }
  }, 300_000);
});
