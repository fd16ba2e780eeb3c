// Sessions and sign-in links, on a real database and a clock set by hand.
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenDatabase } from "../../db/client";
import { savePerson } from "../../db/people";
import { createDemoSignIn } from "../../server/auth/demo";
import { absoluteLimit, createSessions, idleLimit, type Sessions } from "../../server/auth/session";
import { createSessionCookie } from "../../server/auth/session-cookie";
import { createSignInLinks, linkLifetime, liveLinkLimit, type SignInLinks } from "../../server/auth/sign-in-link";
import { createLog } from "../../server/log";
import { aDatabase } from "../support/database";
import { aClock, type TestClock } from "../support/test-clock";

const request = { cookieHeader: null, userAgent: "a browser" };
const minute = 60 * 1000;

let db: OpenDatabase["db"];
let personId: string;
let clock: TestClock;
let ended: string[];
let sessions: Sessions;

beforeAll(async () => {
  ({ db } = await aDatabase());
  personId = await savePerson(db, { name: "Ada Byron", email: "ada@example.org" });
});

beforeEach(async () => {
  await db.deleteFrom("sessions").execute();
  await db.deleteFrom("sign_in_links").execute();
  clock = aClock();
  ended = [];
  const cookie = createSessionCookie({ isSecure: false });
  sessions = createSessions({ db, clock: clock.now, cookie, onEnded: (key) => ended.push(key) });
});

/** What a browser sends back of a Set-Cookie header. */
const sentBack = (setCookie: string): string => setCookie.split(";")[0] ?? "";
const begin = async (): Promise<string> => sentBack(await sessions.begin(personId, request));

describe("a session", () => {
  test("tells who its cookie belongs to", async () => {
    const cookie = await begin();
    expect(await sessions.readPerson(`theme=dark; ${cookie}`)).toEqual({
      id: personId,
      name: "Ada Byron",
      email: "ada@example.org",
    });
    expect(await sessions.readPerson(`${cookie}x`)).toBeNull();
    expect(await sessions.readPerson(null)).toBeNull();
  });

  test("is stored without what the cookie holds", async () => {
    const token = (await begin()).split("=")[1] ?? "";
    expect(token).toHaveLength(43);
    const rows = await db.selectFrom("sessions").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("ends 12 hours after its last use", async () => {
    const cookie = await begin();
    clock.pass(idleLimit - minute);
    expect(await sessions.readPerson(cookie)).not.toBeNull();
    clock.pass(idleLimit - minute);
    expect(await sessions.readPerson(cookie)).not.toBeNull();
    clock.pass(idleLimit + minute);
    expect(await sessions.readPerson(cookie)).toBeNull();
  });

  test("ends 7 days after sign-in, however much it is used", async () => {
    const cookie = await begin();
    for (let passed = 0; passed < absoluteLimit; passed += idleLimit / 2) {
      expect(await sessions.readPerson(cookie)).not.toBeNull();
      clock.pass(idleLimit / 2);
    }
    expect(await sessions.readPerson(cookie)).toBeNull();
  });

  test("is replaced by the next sign-in, and its sockets are told", async () => {
    const first = await begin();
    const { sessionKey } = (await sessions.readSession(first)) ?? {};
    const second = sentBack(await sessions.begin(personId, { ...request, cookieHeader: first }));
    expect(second).not.toBe(first);
    expect(await sessions.readPerson(first)).toBeNull();
    expect(await sessions.readPerson(second)).not.toBeNull();
    expect(ended).toEqual([sessionKey]);
  });

  test("ends with sign-out, which clears the cookie", async () => {
    const cookie = await begin();
    expect(await sessions.end(cookie)).toContain("Max-Age=0");
    expect(await sessions.readPerson(cookie)).toBeNull();
  });
});

describe("the cookie", () => {
  test("is bound to the host and to https where there is https", () => {
    const cookie = createSessionCookie({ isSecure: true });
    expect(cookie.set("t", 60)).toBe("__Host-rank-room=t; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure");
  });

  test("can be kept by a browser over plain http", () => {
    const cookie = createSessionCookie({ isSecure: false });
    expect(cookie.set("t", 60)).toBe("rank-room=t; Max-Age=60; Path=/; HttpOnly; SameSite=Lax");
  });
});

describe("a sign-in link", () => {
  const audit = { linkAsked: async () => {} };
  let sent: string[];
  let links: SignInLinks;

  beforeEach(() => {
    sent = [];
    links = createSignInLinks({
      db,
      clock: clock.now,
      log: createLog("silent"),
      origin: () => "https://rank.example.org",
      send: async ({ url }) => {
        sent.push(url);
      },
    });
  });

  const askFor = async (email: string): Promise<string> => {
    await links.request(email, audit);
    await links.settled();
    return sent.at(-1)?.split("/").at(-1) ?? "";
  };

  test("signs its person in, once", async () => {
    const token = await askFor(" ADA@example.org ");
    expect(sent).toEqual([`https://rank.example.org/sign-in/${token}`]);
    expect(await links.use(token)).toEqual({ ok: true, personId });
    expect(await links.use(token)).toEqual({ ok: false, code: "linkUsed", personId });
  });

  test("used by ten requests at once signs one in", async () => {
    const token = await askFor("ada@example.org");
    const results = await Promise.all(Array.from({ length: 10 }, () => links.use(token)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("works for 15 minutes", async () => {
    const token = await askFor("ada@example.org");
    clock.pass(linkLifetime);
    expect(await links.use(token)).toEqual({ ok: false, code: "linkExpired", personId });
  });

  test("that nobody sent is unknown", async () => {
    expect(await links.use("invented")).toEqual({ ok: false, code: "linkUnknown" });
  });

  test("is not sent to an address nobody has, and asking looks the same", async () => {
    await expect(links.request("nobody@example.org", audit)).resolves.toBeUndefined();
    await links.settled();
    expect(sent).toEqual([]);
  });

  test("is stored without what the mail holds", async () => {
    const token = await askFor("ada@example.org");
    const rows = await db.selectFrom("sign_in_links").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("is not sent again and again while the others are unused", async () => {
    for (let count = 0; count < liveLinkLimit + 3; count += 1) await askFor("ada@example.org");
    expect(sent).toHaveLength(liveLinkLimit);
  });
});

describe("demo sign-in", () => {
  test("refuses and lists nobody when the demo is off", async () => {
    const demo = createDemoSignIn({ db, isDemo: false });
    expect(await demo.people()).toEqual([]);
    expect(await demo.personFor("ada@example.org")).toEqual({ ok: false, code: "demoOff" });
  });

  test("takes anybody of the demo season when it is on", async () => {
    const demo = createDemoSignIn({ db, isDemo: true });
    expect(await demo.personFor("Ada@example.org")).toEqual({ ok: true, personId });
    expect(await demo.personFor("nobody@example.org")).toEqual({ ok: false, code: "personUnknown" });
  });
});
