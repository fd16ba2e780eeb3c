// The browser's own store on networks that lose what they are given: it never says "live" for long while nothing reaches it.
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Connection } from "../../app/meeting-store/meeting-store";
import { PATIENCE_MS, PING_EVERY_MS } from "../../domain/protocol";
import { anchorForRank } from "../../domain/rank-list";
import { aDatabase } from "../support/database";
import { aNetwork, type Kindness, type Network } from "../support/network";
import { aClient, aServer, type TestClient, type TestServer, until } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await aServer(await aDatabase());
});

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** What a look at the connection once a second, and the machine, add. */
const SLACK_MS = 2500;

async function behind(kindness: Kindness): Promise<{ network: Network; client: TestClient }> {
  const network = await aNetwork(server.origin, kindness);
  closing.push(network.close);
  const email = "faculty6@example.org";
  const opened = await server.service.open(server.meetingId, await server.personId(email));
  if (!opened) throw new Error("not on the roster");
  const client = aClient({ origin: network.origin, cookie: await server.cookieOf(email), opened, email });
  closing.push(client.leave);
  return { network, client };
}

const connectionOf = ({ store }: TestClient): Connection => store.getSnapshot().connection;
const become = (client: TestClient, connection: Connection, patience: number) =>
  until(() => connectionOf(client) === connection, `it is ${connection}`, patience);
const transportOf = ({ socket }: TestClient): string => socket.io.engine.transport.name;

describe("[WIRE-2] silence is no connection", () => {
  it.each<[Kindness, string]>([
    ["passes", "websocket"],
    ["refuses", "polling"],
    ["swallows", "polling"],
    ["dropsFrames", "polling"],
    ["isDeaf", "polling"],
  ])("a network that %s WebSockets is gone through by %s, within ten seconds", async (kindness, transport) => {
    const { client } = await behind(kindness);
    await become(client, "live", 10_000);
    expect(transportOf(client)).toBe(transport);
  });

  it("a command without an answer for four seconds is a lost connection, and has its one effect when it is back", async () => {
    const { network, client } = await behind("passes");
    await become(client, "live", 10_000);
    network.isGone = true;
    const { order } = client.store.getSnapshot().state;
    const applicantId = order.middle[9] ?? "";
    const answer = client.store.send({ type: "moveApplicant", applicantId, to: anchorForRank(order, applicantId, 60) });
    await become(client, "reconnecting", PATIENCE_MS + SLACK_MS);
    network.isGone = false;
    expect(await answer).toMatchObject({ ok: true });
    const { lastMoves } = server.live.current(server.meetingId) ?? {};
    expect(lastMoves?.filter((move) => move.applicantId === applicantId)).toHaveLength(1);
    await become(client, "live", 10_000);
  });

  it("whoever only looks on is told within nine seconds", async () => {
    const { network, client } = await behind("passes");
    await become(client, "live", 10_000);
    network.isGone = true;
    await become(client, "reconnecting", PING_EVERY_MS + PATIENCE_MS + SLACK_MS);
    network.isGone = false;
    await become(client, "live", 20_000);
  });

  it("a check after a sleep that nobody answers is a lost connection", async () => {
    const { network, client } = await behind("passes");
    await become(client, "live", 10_000);
    network.isGone = true;
    client.store.check();
    await become(client, "reconnecting", PATIENCE_MS + SLACK_MS);
  });
});
