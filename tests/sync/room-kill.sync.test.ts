// The server is killed in the middle of a call for objections and of a silent round: both go on, with the right time left, and no
// ballot is lost.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../db/client";
import { rankedIds } from "../../domain/rank-list";
import { openCallOf, openRoundOf } from "../../domain/room";
import { connectEmbedded } from "../../server/embedded-postgres";
import { createLog } from "../../server/log";
import { aMeetingService } from "../support/a-service";
import { aFolder } from "../support/database";
import { aClient, type TestClient, until } from "../support/server";
import { aFreePort, enterAt, type ServerProcess, startServerProcess } from "../support/server-process";

const emails = ["pd", "apd", "chief3", "faculty4", "faculty5"].map((name) => `${name}@example.org`);
const CALL_SECONDS = 12;

let server: ServerProcess;
let dataDir: string;
let port: number;
let clients: TestClient[];
beforeAll(async () => {
  dataDir = await aFolder();
  port = await aFreePort();
  server = await startServerProcess({ dataDir, port });
  const embedded = await connectEmbedded({ dataDir, log: createLog("silent") });
  const { db, close } = openDatabase(embedded.databaseUrl, { max: 2 });
  const [meeting] = await db.selectFrom("meetings").select("id").where("kind", "=", "meeting").execute();
  const service = aMeetingService(db);
  clients = await Promise.all(
    emails.map(async (email) => {
      const { id } = await db.selectFrom("people").select("id").where("email", "=", email).executeTakeFirstOrThrow();
      const cookie = await enterAt(server.origin, email);
      const opened = await service.open(meeting?.id ?? "", id);
      if (!opened) throw new Error("not on the roster");
      return aClient({ origin: server.origin, cookie, opened, email });
    }),
  );
  await close();
  await embedded.stop();
  await untilLive();
}, 120_000);
afterAll(async () => {
  for (const client of clients ?? []) client.leave();
  await server?.stop();
});

const [pd, chief] = [() => clients[0] as TestClient, () => clients[2] as TestClient];
const room = (client = pd()) => client.store.getConfirmed().room;
const untilLive = () =>
  until(() => clients.every(({ store }) => store.getSnapshot().connection === "live"), "all are live", 20_000);

async function killAndReturn(): Promise<void> {
  await server.kill();
  await until(
    () => clients.every(({ store }) => store.getSnapshot().connection !== "live"),
    "all have noticed",
    20_000,
  );
  server = await startServerProcess({ dataDir, port });
  await untilLive();
}

describe("[PIPE-2] a server that dies in the middle", () => {
  it("[CALL-3] of a call: it goes on with the time that was left, and ends by itself", async () => {
    const applicantIds = rankedIds(pd().store.getConfirmed().order).slice(0, 5);
    await pd().store.send({ type: "openObjectionCall", applicantIds, seconds: CALL_SECONDS });
    const { id, endsAt } = openCallOf(room()) ?? { id: "", endsAt: "" };
    const objection = {
      type: "raiseObjection",
      callId: id,
      category: "other",
      sentence: "Late to every visit.",
    } as const;
    await chief().store.send({ ...objection, applicantId: applicantIds[1] as string });
    await killAndReturn();
    expect(openCallOf(room())).toMatchObject({ id, endsAt, objections: [{ applicantId: applicantIds[1] }] });
    await until(() => openCallOf(room()) === undefined, "the call has ended", 30_000);
    const closed = room().calls.at(-1)?.closed?.at ?? "";
    expect(Date.parse(closed) - Date.parse(endsAt)).toBeGreaterThanOrEqual(0);
    await until(() => clients.every((client) => openCallOf(room(client)) === undefined), "everybody knows");
    // One of those here answered (CALL-5).
    expect(room(chief()).calls.at(-1)?.closed?.isUnheard).toBe(true);
    expect(room(chief()).confirmed).toEqual({});
  }, 90_000);

  it.each([false, true])(
    "[ROUND-1] of a silent round (anonymous: %s): no ballot is lost, and none is shown",
    async (isAnonymous) => {
      const [applicantId = ""] = rankedIds(pd().store.getConfirmed().order).slice(40);
      await pd().store.send({ type: "openRound", applicantIds: [applicantId], isAnonymous });
      const roundId = openRoundOf(room())?.id ?? "";
      for (const { frames } of clients) frames.length = 0;
      const ballot = { type: "castBallot", roundId, applicantId, choice: "concern" } as const;
      for (const { store, email } of clients.slice(0, 4)) await store.send({ ...ballot, line: `Line of ${email}` });
      await killAndReturn();
      await (clients[4] as TestClient).store.send({ ...ballot, line: `Line of ${emails[4]}` });
      await until(() => openRoundOf(room(chief()))?.counts[applicantId] === 5, "five are in");
      expect(JSON.stringify(clients[4]?.frames)).not.toContain("Line of pd@");
      await pd().store.send({ type: "revealRound", roundId });
      await until(() => clients.every((client) => openRoundOf(room(client)) === undefined), "everybody has it");
      const lines = room(chief())
        .rounds.at(-1)
        ?.ballots.map(({ line }) => line);
      expect(lines?.sort()).toEqual(emails.map((email) => `Line of ${email}`).sort());
    },
    90_000,
  );
});
