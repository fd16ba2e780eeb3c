// The real pages as they are asked for through proxies that write Host, ports and forwarded headers their own way.
import { beforeAll, describe, expect, test } from "vitest";
import { aDatabase, type TestDatabase } from "../support/database";
import { askRaw } from "../support/raw-http";
import { aWebServer, type WebServer } from "../support/web-server";

const publicUrl = "https://rank.example.org";
const form = { "Content-Type": "application/x-www-form-urlencoded" };
let asked = 0;
/** Each time for somebody else: one address is mailed a few times only. */
const asksForLink = () => ({ method: "POST", path: "/sign-in", body: `email=pd${asked++}%40example.org` });

let database: TestDatabase;
let server: WebServer;
beforeAll(async () => {
  database = await aDatabase();
  server = await aWebServer(database, { PUBLIC_URL: publicUrl, TRUST_PROXY: "1" });
});

const fromPage = { ...form, Origin: publicUrl, "Sec-Fetch-Site": "same-origin" };

describe("[WEB-1] a form of ours is taken behind", () => {
  test.each<[string, Record<string, string>]>([
    ["nginx with proxy_pass alone", { Host: "127.0.0.1:3000" }],
    ["nginx with its own name for us", { Host: "rank_room_app" }],
    ["nginx with Host $host on an odd port", { Host: "rank.example.org" }],
    ["a port that is not ours", { Host: "rank.example.org:8443" }],
    ["a forwarded host of somebody else's", { Host: "app:3000", "X-Forwarded-Host": "balancer.internal" }],
    [
      "several forwarded hosts",
      { Host: "app:3000", "X-Forwarded-Host": "a.example, b.example", "X-Forwarded-Port": "8443" },
    ],
    [
      "an address with a port, and another protocol",
      { Host: "app", "X-Forwarded-For": "192.0.2.1:55", "X-Forwarded-Proto": "http" },
    ],
  ])("%s", async (_what, headers) => {
    const answer = await askRaw(server.origin, { ...asksForLink(), headers: { ...fromPage, ...headers } });
    expect(answer.status, answer.body).toBe(200);
    expect((await askRaw(server.origin, { path: "/sign-in", headers })).status).toBe(200);
  });

  test("one that hides where forms come from", async () => {
    const headers = { ...fromPage, Host: "app:3000", Origin: "null" };
    expect((await askRaw(server.origin, { ...asksForLink(), headers })).status).toBe(200);
    const join = { method: "POST", path: "/join/AAAAAAAAAAAAAAAAAAAAAA", body: "intent=passcode&passcode=000000" };
    expect((await askRaw(server.origin, { ...join, headers })).status).not.toBe(403);
  });
});

test("[WEB-1] a form of another address is a 403 whose sentence names the setting", async () => {
  const headers = { ...form, Host: "rank.example.org", Origin: "https://rank.example.org:8443" };
  const answer = await askRaw(server.origin, { ...asksForLink(), headers });
  expect(answer.status).toBe(403);
  expect(answer.body).toContain("This server's address is https://rank.example.org (PUBLIC_URL).");
});

test("[WEB-1] a page that sends its form by script is told the same, and nothing is done for it", async () => {
  const headers = { ...form, Host: "rank.example.org", Origin: "https://rank.example.org:8443" };
  const asked = asksForLink();
  const answer = await askRaw(server.origin, { ...asked, path: `${asked.path}.data`, headers });
  expect(answer.status).toBe(403);
  expect(answer.body).toContain("This server's address is https://rank.example.org (PUBLIC_URL).");
  expect(answer.body).not.toContain("on its way");
});

test("without PUBLIC_URL a forwarded host decides nothing, and the refusal says what to set", async () => {
  const plain = await aWebServer(database);
  const host = new URL(plain.origin).host;
  const headers = { ...form, Host: host, Origin: "https://rank.example.org", "X-Forwarded-Host": "rank.example.org" };
  const answer = await askRaw(plain.origin, { ...asksForLink(), headers });
  expect(answer.status).toBe(403);
  expect(answer.body).toContain("set PUBLIC_URL to it");
  const ours = { ...form, Host: host, Origin: plain.origin, "X-Forwarded-Host": "balancer.internal" };
  expect((await askRaw(plain.origin, { ...asksForLink(), headers: ours })).status).toBe(200);
});

test("[WEB-3] a host that is none is refused, and a probe that names none is answered", async () => {
  const plain = await aWebServer(database);
  for (const Host of ["a b", "evil host/..", "<x>", "[::1", "a:b:c"])
    expect((await askRaw(plain.origin, { headers: { Host } })).status, Host).toBe(400);
  const probe = await askRaw(plain.origin, { path: "/healthz", headers: { Host: "" } });
  expect(probe.status).toBe(200);
});

test("the session is read by the same cookie on pages and sockets, whatever Host a proxy passes on", async () => {
  const { createCookie } = await import("../../server/auth/cookie");
  for (const url of [publicUrl, "http://localhost:3000", "http://rank.lan"]) {
    const cookie = createCookie("rank-room", { publicUrl: url });
    const [pair = ""] = cookie.set({ host: new URL(url).host }, "token", 60).split(";");
    for (const host of ["app:3000", "127.0.0.1:3000", "localhost", "rank.example.org"])
      expect(cookie.read({ host, cookie: pair }), `${url} asked as ${host}`).toBe("token");
  }
});

test("pages say that nobody may rewrite them, and are still packed", async () => {
  const answer = await fetch(`${server.origin}/sign-in`, { headers: { "Accept-Encoding": "gzip" } });
  expect(answer.headers.get("cache-control")).toBe("no-store, no-transform");
  expect(answer.headers.get("content-encoding")).toBe("gzip");
});

test("32 kB of cookies are taken, and a connection outlasts a balancer's", async () => {
  const tickets = Array.from({ length: 8 }, (_, at) => `ticket${at}=${"x".repeat(3800)}`).join("; ");
  const answer = await fetch(`${server.origin}/sign-in`, { headers: { Cookie: tickets } });
  expect(answer.status).toBe(200);
  expect(Number(/timeout=(\d+)/.exec(answer.headers.get("keep-alive") ?? "")?.[1])).toBeGreaterThan(600);
});
