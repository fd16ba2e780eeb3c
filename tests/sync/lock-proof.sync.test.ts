// The lock asks who is there: the server asks, and a socket that has been open all day is asked too.
import { beforeAll, expect, test } from "vitest";
import { proofLifetime } from "../../server/auth/session";
import { aDatabase, type TestDatabase } from "../support/database";
import { aServer, type TestServer } from "../support/server";

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await aDatabase();
  server = await aServer(database);
});

test("[LOCK-6] whoever may not lock is told that, and nothing of a proof", async () => {
  const faculty = await server.join("faculty5@example.org");
  await database.db.updateTable("sessions").set({ proved_at: null }).execute();
  expect(await faculty.store.send({ type: "lockList", reason: "Agreed by everybody here." })).toMatchObject({
    code: "notAllowed",
  });
});

test("[LOCK-6] a socket of an old session is refused with a sentence, and the same command locks after a proof", async () => {
  const pd = await server.join("pd@example.org");
  const memberId = await server.personId("pd@example.org");
  const proveAt = (at: Date) =>
    database.db.updateTable("sessions").set({ proved_at: at }).where("person_id", "=", memberId).execute();

  await proveAt(new Date(Date.now() - proofLifetime));
  const phase = () => pd.store.getSnapshot().state.phase;
  const lock = () => pd.store.send({ type: "lockList", reason: "Agreed by everybody here." });
  const refused = await lock();
  expect(refused).toMatchObject({ ok: false, code: "proofNeeded" });
  expect(refused.ok || refused.message).toContain("fresh proof that it is you");
  expect(phase()).toBe("open");

  await proveAt(new Date());
  expect(await lock()).toMatchObject({ ok: true });
});
