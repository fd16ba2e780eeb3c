// Sessions and the sockets that hang on them, and how much a socket may send.
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MeetingSocket } from "../../app/meeting-store/connect";
import { openSocket } from "../../app/meeting-store/connect";
import { anchorForRank, rankedIds } from "../../domain/rank-list";
import { idleLimit } from "../../server/auth/session";
import { aDatabase, type TestDatabase } from "../support/database";
import { aServer, type TestServer, until } from "../support/server";

let database: TestDatabase;
let server: TestServer;
const sockets: MeetingSocket[] = [];

beforeAll(async () => {
  database = await aDatabase();
  server = await aServer(database, undefined, { commandsPerSecond: 5 });
});
afterAll(() => {
  for (const socket of sockets) socket.disconnect();
});

const host = () => new URL(server.origin).host;

async function opened(cookie: string): Promise<MeetingSocket> {
  const socket = openSocket(server.origin, { cookie });
  sockets.push(socket);
  socket.connect();
  await until(() => socket.connected, "connected");
  return socket;
}

describe("[SESSION-3] a session that ends takes its sockets with it", () => {
  it("all other devices of a person, and not this one", async () => {
    const cookies = await Promise.all(Array.from({ length: 3 }, () => server.cookieOf("faculty6@example.org")));
    const [mine, ...others] = await Promise.all(cookies.map(opened));
    const session = await server.sessions.read({ cookie: cookies[0], host: host() });
    if (!session) throw new Error("nobody is signed in");
    expect(await server.sessions.endOthers(session)).toBe(2);
    await until(() => others.every((socket) => !socket.connected), "the others are cut", 2000);
    expect(mine?.connected).toBe(true);
  });

  it("whoever ends it, here a hand at the database", async () => {
    const socket = await opened(await server.cookieOf("faculty7@example.org"));
    const personId = await server.personId("faculty7@example.org");
    await database.db.deleteFrom("sessions").where("person_id", "=", personId).execute();
    await until(() => !socket.connected, "it is cut", 2000);
    socket.connect();
    const refusal = await new Promise<Error & { data?: unknown }>((resolve) => socket.once("connect_error", resolve));
    expect(refusal.data).toEqual({ code: "notSignedIn" });
  });

  it("also when the notice of it was lost", async () => {
    const cookie = await server.cookieOf("faculty8@example.org");
    const socket = await opened(cookie);
    const personId = await server.personId("faculty8@example.org");
    // As a replica applies changes: without triggers, so no notice is given.
    await database.db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      await trx.deleteFrom("sessions").where("person_id", "=", personId).execute();
    });
    expect(socket.connected).toBe(true);
    await server.meetings.watch.look();
    await until(() => !socket.connected, "it is cut", 2000);
  });

  it("[SESSION-2] when it is past its limits, and not while its sockets are used", async () => {
    const [idle, busy] = await Promise.all([
      opened(await server.cookieOf("faculty9@example.org")),
      opened(await server.cookieOf("faculty10@example.org")),
    ]);
    const longAgo = new Date(Date.now() - idleLimit - 1000);
    await database.db
      .updateTable("sessions")
      .set({ last_seen_at: longAgo })
      .where("person_id", "in", [
        await server.personId("faculty9@example.org"),
        await server.personId("faculty10@example.org"),
      ])
      .execute();
    await busy.emitWithAck("join", { meetingId: server.meetingId });
    await server.meetings.watch.look();
    await until(() => !idle.connected, "it is cut", 2000);
    expect(busy.connected).toBe(true);
  });
});

describe("[LIMIT-2] a socket that sends too much", () => {
  it("is told so, typed and to be sent again; nothing of it is done, and others are not hindered", async () => {
    const quiet = await server.join("pd@example.org");
    const loud = await opened(await server.cookieOf("chief3@example.org"));
    await loud.emitWithAck("join", { meetingId: server.meetingId });
    const { order } = quiet.store.getConfirmed();
    const who = rankedIds(order)[60] as string;
    const send = (n: number) =>
      loud.emitWithAck("command", {
        id: crypto.randomUUID(),
        meetingId: server.meetingId,
        type: "moveApplicant",
        applicantId: who,
        to: anchorForRank(order, who, 70 + (n % 9)),
      });
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => send(n)));
    const refused = answers.filter((answer) => !answer.ok);
    expect(answers.length - refused.length).toBe(40);
    for (const answer of refused) {
      expect(answer).toMatchObject({ code: "tooManyMessages", retry: true, message: expect.stringMatching(/\.$/) });
    }
    expect(loud.connected).toBe(true);
    const to = anchorForRank(order, who, 65);
    expect(await quiet.store.send({ type: "moveApplicant", applicantId: who, to })).toMatchObject({ ok: true });
  });

  it("shares its limit with the other windows of its person", async () => {
    const windows = await Promise.all(
      Array.from({ length: 4 }, async () => opened(await server.cookieOf("faculty11@example.org"))),
    );
    const asks = windows.flatMap((socket) =>
      Array.from({ length: 4 }, () => socket.emitWithAck("join", { meetingId: "none" })),
    );
    const answers = await Promise.all(asks);
    expect(answers.filter((answer) => !answer.ok && answer.code === "malformed")).toHaveLength(10);
  });

  it("is cut off when it does not listen", async () => {
    const deaf = await opened(await server.cookieOf("faculty12@example.org"));
    for (let n = 0; n < 400; n++) deaf.emit("leave", { meetingId: server.meetingId });
    await until(() => !deaf.connected, "it is cut");
  });
});
