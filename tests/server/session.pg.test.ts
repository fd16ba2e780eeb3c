// Sessions and sign-in links, on a real database and a clock set by hand.
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenDatabase } from "../../db/client";
import { savePerson } from "../../db/people";
import { createCookie } from "../../server/auth/cookie";
import { createDemoSignIn } from "../../server/auth/demo";
import { absoluteLimit, createSessions, freshFor, idleLimit, type Sessions } from "../../server/auth/session";
import { createSignInLinks, linkLifetime, liveLinkLimit, type SignInLinks } from "../../server/auth/sign-in-link";
import { createLog } from "../../server/log";
import { aDatabase } from "../support/database";
import { aClock, type TestClock } from "../support/test-clock";

const headers = { host: "127.0.0.1:3000", "user-agent": "a browser" };
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
  const cookie = createCookie("rank-room", { publicUrl: undefined });
  sessions = createSessions({ db, clock: clock.now, cookie, onEnded: (key) => ended.push(key) });
});

/** What a browser sends back of a Set-Cookie header. */
const sentBack = (setCookie: string): string => setCookie.split(";")[0] ?? "";
const begin = async (): Promise<string> => sentBack(await sessions.begin(personId, "link", headers));
const read = (cookie: string) => sessions.read({ ...headers, cookie });

describe("a session", () => {
  test("tells who its cookie belongs to", async () => {
    const cookie = await begin();
    const person = { id: personId, name: "Ada Byron", email: "ada@example.org" };
    expect((await read(`theme=dark; ${cookie}`))?.person).toEqual(person);
    expect(await read(`${cookie}x`)).toBeNull();
    expect(await sessions.read(headers)).toBeNull();
  });

  test("is found for each of many who ask at once", async () => {
    const cookies = await Promise.all(Array.from({ length: 250 }, begin));
    const found = await Promise.all([...cookies, "rank-room=invented"].map(read));
    expect(new Set(found.map((session) => session?.id)).size).toBe(251);
    expect(found.at(-1)).toBeNull();
  });

  test("is stored without what the cookie holds", async () => {
    const token = (await begin()).split("=")[1] ?? "";
    expect(token).toHaveLength(43);
    const rows = await db.selectFrom("sessions").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("[SESSION-2] ends 12 hours after its last use", async () => {
    const cookie = await begin();
    clock.pass(idleLimit - minute);
    expect(await read(cookie)).not.toBeNull();
    clock.pass(idleLimit - minute);
    expect(await read(cookie)).not.toBeNull();
    clock.pass(idleLimit + minute);
    expect(await read(cookie)).toBeNull();
  });

  test("[SESSION-2] ends 7 days after sign-in, however much it is used", async () => {
    const cookie = await begin();
    for (let passed = 0; passed < absoluteLimit; passed += idleLimit / 2) {
      expect(await read(cookie)).not.toBeNull();
      clock.pass(idleLimit / 2);
    }
    expect(await read(cookie)).toBeNull();
  });

  test("[SESSION-2] is kept alive by its sockets, and swept away when it has ended", async () => {
    const [meeting, forgotten] = [await begin(), await begin()];
    const ids = await Promise.all([meeting, forgotten].map(async (cookie) => (await read(cookie))?.id ?? ""));
    clock.pass(idleLimit - minute);
    await sessions.sweep(ids.slice(0, 1));
    clock.pass(2 * minute);
    await sessions.sweep([]);
    expect(await sessions.endedAmong(ids)).toEqual(ids.slice(1));
  });

  test("[SESSION-1] is replaced by the next sign-in, and its sockets are told", async () => {
    const first = await begin();
    const { id } = (await read(first)) ?? {};
    const second = sentBack(await sessions.begin(personId, "link", { ...headers, cookie: first }));
    expect(second).not.toBe(first);
    expect(await read(first)).toBeNull();
    expect(await read(second)).not.toBeNull();
    expect(ended).toEqual([id]);
  });

  test("[SESSION-1] never takes over a token that somebody planted", async () => {
    const planted = "rank-room=planted-before-signing-in";
    const signedIn = sentBack(await sessions.begin(personId, "link", { ...headers, cookie: planted }));
    expect(signedIn).not.toBe(planted);
    expect(await read(planted)).toBeNull();
  });

  test("ends with sign-out, which clears the cookie", async () => {
    const cookie = await begin();
    expect(await sessions.end({ ...headers, cookie })).toContain("Max-Age=0");
    expect(await read(cookie)).toBeNull();
  });

  test("[SESSION-4] is fresh for a quarter of an hour after a link, and never after a password", async () => {
    const byLink = await begin();
    const byPassword = sentBack(await sessions.begin(personId, "password", headers));
    expect((await read(byLink))?.isFresh).toBe(true);
    expect((await read(byPassword))?.isFresh).toBe(false);
    clock.pass(freshFor + 1);
    expect((await read(byLink))?.isFresh).toBe(false);
  });
});

describe("my devices", () => {
  test("are listed, ended one by one, and ended all but this one", async () => {
    const cookies = [await begin(), await begin(), await begin()];
    const [mine, second] = await Promise.all(cookies.map(read));
    if (!mine || !second) throw new Error("nobody is signed in");
    const devices = await sessions.devicesOf(mine);
    expect(devices.map(({ isThisOne }) => isThisOne).filter(Boolean)).toHaveLength(1);
    expect(devices[0]).toMatchObject({ method: "link", userAgent: "a browser" });
    expect(await sessions.endDevice(personId, second.id)).toBe(true);
    expect(await sessions.endDevice(personId, second.id)).toBe(false);
    expect(await sessions.endOthers(mine)).toBe(1);
    expect(ended).toHaveLength(2);
    expect(await sessions.devicesOf(mine)).toMatchObject([{ id: mine.id, isThisOne: true }]);
  });

  test("of somebody else cannot be ended", async () => {
    const other = await savePerson(db, { name: "Bea", email: "bea@example.org" });
    const session = await read(await begin());
    expect(await sessions.endDevice(other, session?.id ?? "")).toBe(false);
    expect(ended).toEqual([]);
  });
});

describe("the cookie", () => {
  const attributes = "Path=/; HttpOnly; SameSite=Lax";
  const secure = `__Host-rank-room=t; Max-Age=60; ${attributes}; Secure`;
  const onHost = (host: string, publicUrl?: string) => createCookie("rank-room", { publicUrl }).set({ host }, "t", 60);

  test.each(["rank.example.org", "10.0.0.5:3000", "localhost.evil.example", "127.0.0.1.evil.example"])(
    "is bound to the host and to https at %s",
    (host) => {
      expect(onHost(host)).toBe(secure);
    },
  );

  test.each(["localhost:3000", "127.0.0.1:3000", "[::1]:3000"])("can be kept over plain http at %s", (host) => {
    expect(onHost(host)).toBe(`rank-room=t; Max-Age=60; ${attributes}`);
  });

  test("is bound to https wherever PUBLIC_URL has it", () => {
    expect(onHost("127.0.0.1:3000", "https://rank.example.org")).toBe(secure);
  });

  test("by its plain name opens nothing where it should be bound", () => {
    const cookie = createCookie("rank-room", { publicUrl: undefined });
    expect(cookie.read({ host: "rank.example.org", cookie: "rank-room=planted" })).toBeUndefined();
    expect(cookie.read({ host: "rank.example.org", cookie: "a=b; __Host-rank-room=t" })).toBe("t");
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

  test("[SIGNIN-1] signs its person in, once", async () => {
    const token = await askFor(" ADA@example.org ");
    expect(sent).toEqual([`https://rank.example.org/sign-in/${token}`]);
    expect(await links.use(token)).toEqual({ ok: true, personId });
    expect(await links.use(token)).toEqual({ ok: false, code: "linkUsed", personId });
  });

  test("[SIGNIN-1] used by ten requests at once signs one in", async () => {
    const token = await askFor("ada@example.org");
    const results = await Promise.all(Array.from({ length: 10 }, () => links.use(token)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("[SIGNIN-1] works for 15 minutes", async () => {
    const token = await askFor("ada@example.org");
    clock.pass(linkLifetime);
    expect(await links.use(token)).toEqual({ ok: false, code: "linkExpired", personId });
  });

  test("that nobody sent is unknown", async () => {
    expect(await links.use("invented")).toEqual({ ok: false, code: "linkUnknown" });
  });

  test("[SIGNIN-1] is not sent to an address nobody has, and asking looks the same", async () => {
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
