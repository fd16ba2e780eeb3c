// Sessions and sign-in links, on a real database and a clock set by hand.
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenDatabase } from "../../db/client";
import { savePerson } from "../../db/people";
import { createCookie } from "../../server/auth/cookie";
import { createDemoSignIn } from "../../server/auth/demo";
import { absoluteLimit, createSessions, freshFor, idleLimit, type Sessions } from "../../server/auth/session";
import { codeTriesMax, createSignInLinks, linkLifetime, type SignInLinks } from "../../server/auth/sign-in-link";
import { hashToken } from "../../server/auth/token";
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
  await db.deleteFrom("sign_in_asks").execute();
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
  const asked: unknown[] = [];
  const audit = { linkAsked: async (...told: unknown[]) => void asked.push(told) };
  const browserToken = "this browser";
  let sent: { url: string; code: string }[];
  let links: SignInLinks;
  let isMailAway: boolean;

  beforeEach(() => {
    sent = [];
    isMailAway = false;
    links = createSignInLinks({
      db,
      clock: clock.now,
      log: createLog("silent"),
      origin: () => "https://rank.example.org",
      send: async ({ url, code }) => {
        if (isMailAway) throw new Error("no route to the mail server");
        sent.push({ url, code });
      },
    });
  });

  const askFor = async (email: string, returnTo = "/"): Promise<string> => {
    await links.request(email, { browserToken, returnTo }, audit);
    await links.settled();
    return new URL(sent.at(-1)?.url ?? "https://nothing.invalid/").pathname.split("/").at(-1) ?? "";
  };
  const stateOf = async (token: string) => (await links.look(hashToken(token))).state;
  const take = (token: string) => links.take(db, hashToken(token), null);

  test("[SIGNIN-1] works once, and leads to where its person wanted to go", async () => {
    const token = await askFor(" ADA@example.org ", "/meetings/1?tab=voices");
    expect(sent.map(({ url }) => url)).toEqual([
      `https://rank.example.org/sign-in/${token}?to=%2Fmeetings%2F1%3Ftab%3Dvoices`,
    ]);
    expect(await links.look(hashToken(token))).toEqual({ state: "open", personId });
    expect(await take(token)).toBe(true);
    expect(await take(token)).toBe(false);
    expect(await stateOf(token)).toBe("used");
  });

  test("[SIGNIN-1] used by ten requests at once is taken by one", async () => {
    const token = await askFor("ada@example.org");
    const results = await Promise.all(Array.from({ length: 10 }, () => take(token)));
    expect(results.filter(Boolean)).toHaveLength(1);
  });

  test("[SIGNIN-1] works for four hours, so that slow mail is not too late", async () => {
    const token = await askFor("ada@example.org");
    clock.pass(linkLifetime - minute);
    expect(linkLifetime).toBe(4 * 60 * minute);
    expect(await stateOf(token)).toBe("open");
    clock.pass(minute);
    expect(await stateOf(token)).toBe("expired");
    expect(await take(token)).toBe(false);
  });

  test("that nobody sent is unknown", async () => {
    expect(await stateOf("invented")).toBe("unknown");
  });

  test("[SIGNIN-1] is not sent to an address nobody has, and asking looks the same", async () => {
    await expect(links.request("nobody@example.org", { browserToken, returnTo: "/" }, audit)).resolves.toBeUndefined();
    await links.settled();
    expect(sent).toEqual([]);
    expect(await links.isCodeAwaited(browserToken)).toBe(true);
  });

  test("is stored without what the mail holds", async () => {
    const token = await askFor("ada@example.org");
    const rows = [
      await db.selectFrom("sign_in_links").selectAll().execute(),
      await db.selectFrom("sign_in_asks").selectAll().execute(),
    ];
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(sent[0]?.code);
    expect(JSON.stringify(rows)).not.toContain(hashToken(sent[0]?.code ?? ""));
  });

  test("whose mail did not leave is no link, and is told as not sent", async () => {
    isMailAway = true;
    await askFor("ada@example.org");
    expect(await db.selectFrom("sign_in_links").selectAll().execute()).toEqual([]);
    expect(asked.at(-1)).toEqual([personId, "mailFailed"]);
  });

  describe("with its code", () => {
    const find = (code: string, browser: string | undefined = browserToken) => links.findByCode(code, browser);
    const wrongFor = (code: string) => (code === "00000000" ? "00000001" : "00000000");

    test("[SIGNIN-5] opens in the browser that asked, however it is spaced, and in no other", async () => {
      const token = await askFor("ada@example.org");
      const code = sent[0]?.code ?? "";
      expect(code).toMatch(/^\d{8}$/);
      const found = { ok: true, linkHash: hashToken(token) };
      expect(await find(` ${code.slice(0, 4)} ${code.slice(4)} `)).toEqual(found);
      expect(await find(code, "another browser")).toEqual({ ok: false, code: "codeOver" });
      expect(await links.findByCode(code, undefined)).toEqual({ ok: false, code: "codeElsewhere" });
    });

    test("[SIGNIN-5] of an earlier mail opens too: slow mail comes in any order", async () => {
      const first = await askFor("ada@example.org");
      await askFor("ada@example.org");
      expect(await find(sent[0]?.code ?? "")).toEqual({ ok: true, linkHash: hashToken(first) });
    });

    test("[SIGNIN-5] is over after five wrong ones, also when many come at once, and the link is not", async () => {
      const token = await askFor("ada@example.org");
      const code = sent[0]?.code ?? "";
      const answers = await Promise.all(Array.from({ length: 20 }, () => find(wrongFor(code))));
      expect(answers.filter((answer) => !answer.ok && answer.code === "codeWrong")).toHaveLength(codeTriesMax);
      expect(await find(code)).toEqual({ ok: false, code: "codeOver" });
      expect(await stateOf(token)).toBe("open");
    });

    test("[SIGNIN-1] [SIGNIN-5] is refused in the same words and as often to an address nobody has", async () => {
      await askFor("nobody@example.org");
      const answers = [];
      for (let n = 0; n <= codeTriesMax; n++) answers.push(await find("12345678"));
      expect(answers.map((answer) => answer.ok || answer.code)).toEqual([
        ...Array.from({ length: codeTriesMax }, () => "codeWrong"),
        "codeOver",
      ]);
    });
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
