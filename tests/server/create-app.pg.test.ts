// The web server around the pages: health, headers, and who may change something. The pages here are one plain route.

import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../../db/client";
import { createAuditTrail } from "../../server/audit-trail";
import { type Config, readConfig } from "../../server/config";
import { type App, type AppParts, createApp } from "../../server/create-app";
import { unavailable } from "../../server/failure";
import { listen, stopListening } from "../../server/listen";
import { LiveMeetings } from "../../server/live-meetings";
import { createLog } from "../../server/log";
import { createMetrics } from "../../server/metrics";
import { createRateLimits } from "../../server/rate-limits";
import type { Web } from "../../server/web";
import { aDatabase, type TestDatabase } from "../support/database";
import { askRaw } from "../support/raw-http";
import { aClock } from "../support/test-clock";

const web: Web = {
  assets: (_request, _response, next) => next(),
  pages: (contextOf) => async (request, response, next) => {
    try {
      if (request.path === "/fault") throw new Error("Ada Byron's row is broken");
      const { person, cspNonce, signIn } = await contextOf(request, response);
      response.json({ person, cspNonce, demoEnabled: signIn.demoEnabled, method: request.method });
    } catch (error) {
      if (!(error instanceof Response)) return next(error);
      response
        .status(error.status)
        .set(Object.fromEntries(error.headers))
        .send(await error.text());
    }
  },
};

let database: TestDatabase;
const running: App[] = [];

beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => {
  for (const { httpServer } of running) await stopListening(httpServer);
});

async function aServer(settings: Partial<Config> = {}, db = database.db): Promise<{ app: App; origin: string }> {
  const app = await createApp({
    db,
    clock: aClock().now,
    log: createLog("silent"),
    config: { ...readConfig({}), isProduction: true, ...settings },
    metrics: createMetrics(),
    // No page of these tests asks for a meeting or what is kept of it.
    meetings: {} as AppParts["meetings"],
    audit: {} as AppParts["audit"],
    retention: {} as AppParts["retention"],
    trail: createAuditTrail({ db, clock: aClock().now, log: createLog("silent") }),
    live: new LiveMeetings(),
    dispatch: () => Promise.resolve(unavailable),
    follower: {} as AppParts["follower"],
    limits: createRateLimits({ log: createLog("silent") }),
    loadWeb: async () => web,
  });
  const origin = await listen(app.httpServer, { host: "127.0.0.1", port: 0 });
  running.push(app);
  return { app, origin };
}

describe("health", () => {
  test("the process is up, the database answers, and the figures can be read", async () => {
    const { origin } = await aServer();
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
    await fetch(`${origin}/anything`);
    expect(await (await fetch(`${origin}/metrics`)).text()).toMatch(
      /rank_room_http_requests_total\{method="GET",status="2xx"\} \d/,
    );
  });

  test("the figures, which count recusals and ballots, are this machine's alone or want the token", async () => {
    const { origin } = await aServer();
    const ask = async (from: string, headers: Record<string, string> = {}) =>
      (await askRaw(from, { path: "/metrics", headers: { Host: new URL(from).host, ...headers } })).status;
    expect(await ask(origin)).toBe(200);
    for (const [name, value] of [
      ["X-Forwarded-For", "192.0.2.1"],
      ["Forwarded", "for=192.0.2.1"],
      ["X-Real-IP", "192.0.2.1"],
      ["Via", "1.1 proxy"],
      ["Host", "rank.example.org"],
    ] as const)
      expect(await ask(origin, { [name]: value }), name).toBe(403);
    const known = await aServer({ publicUrl: "https://rank.example.org" });
    expect(await ask(known.origin)).toBe(403);
    const guarded = await aServer({ publicUrl: "https://rank.example.org", metricsToken: "a-token-of-some-length" });
    expect(await ask(guarded.origin, { Authorization: "Bearer a-token-of-some-length" })).toBe(200);
    for (const Authorization of ["", "Bearer", "Bearer a-token-of-some-lengtH", "a-token-of-some-length"])
      expect(await ask(guarded.origin, { Authorization }), Authorization).toBe(403);
  });

  test("a server that is shutting down is up and not ready", async () => {
    const { app, origin } = await aServer();
    app.beginDrain();
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    const ready = await fetch(`${origin}/readyz`);
    expect([ready.status, await ready.text()]).toEqual([503, "shutting down\n"]);
  });

  test("a server whose database is gone is up and not ready", async () => {
    const nobodyListens = "postgres://nobody@127.0.0.1:1/none";
    const gone = openDatabase(nobodyListens, { max: 1 });
    const { origin } = await aServer({}, gone.db);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    expect((await fetch(`${origin}/readyz`)).status).toBe(503);
    await gone.close();
  });
});

describe("while the database is away", () => {
  test("[PIPE-3] a request is answered 503 with a sentence, and no fault is told", async () => {
    const gone = openDatabase("postgres://nobody@127.0.0.1:1/none", { max: 1 });
    const { origin } = await aServer({}, gone.db);
    const answer = await fetch(`${origin}/`, { headers: { Cookie: "rank-room=of-somebody" } });
    expect(await answer.text()).toBe("The server cannot answer right now. Please try again in a moment.\n");
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "5"]);
    await gone.close();
  });
});

describe("headers", () => {
  test("scripts need a nonce that is new for each request and the one the page knows", async () => {
    const { origin } = await aServer();
    const answers = await Promise.all([fetch(origin), fetch(origin)]);
    const nonces = await Promise.all(answers.map(async (answer) => (await answer.json()).cspNonce));
    expect(new Set(nonces).size).toBe(2);
    for (const [index, answer] of answers.entries()) {
      const policy = answer.headers.get("content-security-policy") ?? "";
      expect(policy).toContain(`script-src 'self' 'nonce-${nonces[index]}';`);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy.replace(/style-src-attr[^;]*/, "")).not.toContain("unsafe-inline");
    }
  });

  test("no page may ask for the camera, the microphone or where somebody is", async () => {
    const { origin } = await aServer();
    const policy = (await fetch(origin)).headers.get("permissions-policy");
    for (const feature of ["camera", "microphone", "geolocation"]) expect(policy).toContain(`${feature}=()`);
  });

  test("the meeting and the wall may keep the screen from going dark, and no other page", async () => {
    const { origin } = await aServer();
    const wakeLock = async (path: string) =>
      /screen-wake-lock=\(([^)]*)\)/.exec((await fetch(origin + path)).headers.get("permissions-policy") ?? "")?.[1];
    for (const path of ["/meetings/x", "/present/x"]) expect(await wakeLock(path), path).toBe("self");
    for (const path of ["/", "/meetings/x/minutes", "/meetings", "/present/x/state", "/account", "/seasons/x"])
      expect(await wakeLock(path), path).toBe("");
  });

  test("what is sent is what it says it is", async () => {
    const { origin } = await aServer();
    expect((await fetch(origin)).headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("forms may lead to the single sign-on that is set, and nowhere else", async () => {
    const sso = { issuer: "https://login.example.org/tenant", clientId: "x", name: "x", isRequired: false };
    const { origin } = await aServer({ sso: { ...sso, clientSecret: undefined } });
    const policy = (await fetch(origin)).headers.get("content-security-policy");
    expect(policy).toContain("form-action 'self' https://login.example.org;");
  });

  test("browsers are told to insist on https only where there is https", async () => {
    const plain = await aServer();
    expect((await fetch(plain.origin)).headers.has("strict-transport-security")).toBe(false);
    const secure = await aServer({ publicUrl: "https://rank.example.org" });
    expect((await fetch(secure.origin)).headers.has("strict-transport-security")).toBe(true);
  });

  test("our own forms keep their origin: without it they would look like another site's", async () => {
    const { origin } = await aServer();
    expect((await fetch(origin)).headers.get("referrer-policy")).toBe("same-origin");
  });
});

describe("a request that changes something", () => {
  test("from another site is refused with a sentence", async () => {
    const { origin } = await aServer();
    const answer = await fetch(origin, { method: "POST", headers: { Origin: "https://evil.example" } });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("came from https://evil.example, which is another site");
  });

  test.each([
    [413, "too large", { "Content-Length": String(5 * 1024 * 1024 + 1) }],
    [411, "how long it is", { "Transfer-Encoding": "chunked" }],
  ])(
    "that carries too much, or will not say how much, is refused with %i and a sentence",
    async (status, words, headers) => {
      const { origin } = await aServer();
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        const asking = request(origin, { method: "POST", headers: { Origin: origin, ...headers } }, resolve);
        asking.on("error", reject).flushHeaders();
      });
      expect(answer.statusCode).toBe(status);
      expect(await text(answer)).toContain(words);
      answer.destroy();
    },
  );

  test("from our own pages is answered", async () => {
    const { origin } = await aServer();
    const answer = await fetch(origin, { method: "POST", headers: { Origin: origin } });
    expect(await answer.json()).toMatchObject({ method: "POST", person: null });
  });
});

test("a fault is told by its id alone", async () => {
  const { origin } = await aServer();
  const answer = await fetch(`${origin}/fault`);
  const words = await answer.text();
  expect(answer.status).toBe(500);
  expect(words).toContain(answer.headers.get("x-request-id"));
  expect(words).not.toContain("Ada");
});

test("the demo lets nobody in whose request did not begin on this machine, unless it is open to all", async () => {
  const demoAt = async (origin: string, headers: Record<string, string>) =>
    JSON.parse((await askRaw(origin, { headers: { Host: new URL(origin).host, ...headers } })).body).demoEnabled;
  const here = await aServer({ isDemo: true });
  expect(await demoAt(here.origin, {})).toBe(true);
  expect(await demoAt(here.origin, { "X-Forwarded-For": "192.0.2.1" })).toBe(false);
  expect(await demoAt(here.origin, { Host: "rebound.example" })).toBe(false);
  const open = await aServer({ isDemo: true, isOpenToAll: true });
  expect(await demoAt(open.origin, { Host: "rank.example.org", "X-Forwarded-For": "192.0.2.1" })).toBe(true);
});

test("demo sign-in is offered as the configuration says", async () => {
  const off = await aServer({ isDemo: false });
  expect(await (await fetch(off.origin)).json()).toMatchObject({ demoEnabled: false });
});

test("a port that is taken is named in a sentence", async () => {
  const { origin } = await aServer();
  const { app } = await aServer();
  await stopListening(app.httpServer);
  const port = Number(new URL(origin).port);
  await expect(listen(app.httpServer, { host: "127.0.0.1", port })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken by another program. Stop it, or set PORT to another number.`,
  );
});
