// Passwords: how they are kept, which are taken, and signing in with one at the pages people get.
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { savePassword } from "../../db/passwords";
import { savePerson } from "../../db/people";
import { hashPassword, hasOldParameters, isPassword } from "../../server/auth/password-hash";
import { refusalOf } from "../../server/auth/password-rules";
import { freshFor } from "../../server/auth/session";
import { aDatabase, type TestDatabase } from "../support/database";
import { aWebServer, type TestBrowser, type WebServer } from "../support/web-server";

const good = "seven quiet harbours";
const better = "eight loud lighthouses";
const person = { name: "Ada Byron", email: "ada@example.org" };

describe("a hash", () => {
  test("[SIGNIN-2] holds its parameters and a salt of its own, and fits its password only", async () => {
    const [one, two] = await Promise.all([hashPassword(good), hashPassword(good)]);
    expect(one).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(two);
    expect(await isPassword(good, one)).toBe(true);
    expect(await isPassword(better, one)).toBe(false);
    expect(await isPassword(good, undefined)).toBe(false);
  });

  test("fits whichever way an accent was typed", async () => {
    expect(await isPassword("caf\u00e9 at noon, alone", await hashPassword("cafe\u0301 at noon, alone"))).toBe(true);
  });

  test("with weaker parameters is still good, and known to be old", async () => {
    const old = "scrypt$14$8$1$AAAAAAAAAAAAAAAAAAAAAA$uJpKk9m0pGx9P2n7mP1mE0v0Y9Q3lq0mJ6pB8l5vQ2Q";
    expect(hasOldParameters(old)).toBe(true);
    expect(await isPassword(good, old)).toBe(false);
    expect(hasOldParameters(await hashPassword(good))).toBe(false);
  });
});

describe("[SIGNIN-3] a new password", () => {
  test.each([good, better, "kx8!pq0vbn3z", "Grüße aus dem Süden, 3 Mal"])("may be %s", async (password) => {
    expect(await refusalOf(password, person)).toBeUndefined();
  });

  test.each([
    ["short", "passwordTooShort"],
    ["kx8!pq0vbn3", "passwordTooShort"],
    ["x".repeat(129), "passwordTooLong"],
    ["password1234", "passwordCommon"],
    ["Password1234!", "passwordCommon"],
    ["qwertyuiop12345", "passwordCommon"],
    ["123456789012345", "passwordCommon"],
    ["aaaaaaaaaaaaaaaa", "passwordCommon"],
    ["AdaByron2027", "passwordCommon"],
    ["ada@example.org1", "passwordCommon"],
    ["rankroom2027", "passwordCommon"],
  ])("may not be %s: %s", async (password, code) => {
    expect(await refusalOf(password, person)).toBe(code);
  });
});

describe("at the pages", () => {
  let database: TestDatabase;
  let server: WebServer;
  let personId: string;

  beforeAll(async () => {
    database = await aDatabase();
    personId = await savePerson(database.db, person);
    await savePerson(database.db, { name: "Bea", email: "bea@example.org" });
  });
  beforeEach(async () => {
    await database.db.deleteFrom("sessions").execute();
    await database.db.deleteFrom("passwords").execute();
    server = await aWebServer(database);
  });

  const signedIn = async (method: "link" | "password" = "link"): Promise<TestBrowser> => {
    const browser = server.browser();
    const [cookie = ""] = (await server.app.sessions.begin(personId, method, { host: "127.0.0.1" })).split(";");
    browser.keep(cookie);
    return browser;
  };
  const havePassword = async () =>
    savePassword(database.db, { personId, hash: await hashPassword(good), now: new Date() });
  const signInWith = (email: string, password: string, browser = server.browser()) =>
    browser.post("/sign-in/password", { email, password });
  const setPassword = (browser: TestBrowser, fields: Record<string, string>) =>
    browser.post("/account", { do: "setPassword", ...fields });

  test("[SESSION-4] is set after signing in by link, and signs in from then on", async () => {
    const browser = await signedIn();
    expect(await (await setPassword(browser, { next: good })).text()).toContain("Your password is set.");
    const other = server.browser();
    expect((await signInWith("ADA@example.org", good, other)).status).toBe(302);
    expect((await other.get("/account")).status).toBe(200);
  });

  test("[SESSION-4] is not set a quarter of an hour later, nor by somebody signed in by password", async () => {
    const browser = await signedIn();
    server.clock.pass(freshFor + 1);
    expect(await (await setPassword(browser, { next: good })).text()).toContain("sign in again with a link");
    expect((await setPassword(await signedIn("password"), { next: good })).status).toBe(400);
    expect((await signInWith(person.email, good)).status).toBe(400);
  });

  test("[SESSION-4] is changed with the old one, and other devices are signed out if wished", async () => {
    await havePassword();
    const [browser, phone] = [await signedIn("password"), await signedIn("password")];
    expect(await (await setPassword(browser, { old: better, next: better })).text()).toContain("not your present");
    await setPassword(browser, { old: good, next: better });
    expect((await phone.get("/account")).status).toBe(200);
    await setPassword(browser, { old: better, next: good, endOthers: "1" });
    expect((await phone.get("/account")).status).toBe(302);
    expect((await browser.get("/account")).status).toBe(200);
  });

  test("[SIGNIN-3] that would be guessed is refused with a sentence", async () => {
    const page = await (await setPassword(await signedIn(), { next: "Password1234!" })).text();
    expect(page).toContain("would be guessed soon");
  });

  test("[SIGNIN-2] wrong, of nobody and of somebody without one: the same words and about the same time", async () => {
    await havePassword();
    const ask = async (email: string) => {
      const start = performance.now();
      const page = await (await signInWith(email, better)).text();
      const words = page.slice(page.indexOf('role="alert"'), page.indexOf("</form>"));
      return { words, ms: performance.now() - start };
    };
    await ask(person.email);
    const answers = [];
    for (const email of [person.email, "nobody@example.org", "bea@example.org"]) answers.push(await ask(email));
    expect(new Set(answers.map(({ words }) => words)).size).toBe(1);
    expect(answers[0]?.words).toContain("do not fit together");
    // The hash is worked out each time: none of the three is answered from the database alone.
    const times = answers.map(({ ms }) => ms);
    expect(Math.min(...times)).toBeGreaterThan(Math.max(...times) / 10);
  });

  test("[LIMIT-1] is tried ten times a quarter of an hour, and then not even the right one is", async () => {
    await havePassword();
    const statuses = [];
    for (let n = 0; n < 10; n++) statuses.push((await signInWith(person.email, better)).status);
    expect(new Set(statuses)).toEqual(new Set([400]));
    const late = await signInWith(person.email, good);
    expect(late.status).toBe(429);
    expect(await late.text()).toContain("Wait a quarter of an hour");
  });

  test("is worked out anew with today's parameters when its owner signs in", async () => {
    const { scryptSync } = await import("node:crypto");
    const salt = Buffer.alloc(16, 7);
    const hash = scryptSync(good, salt, 32, { N: 2 ** 14, r: 8, p: 1 });
    const old = ["scrypt", 14, 8, 1, salt.toString("base64url"), hash.toString("base64url")].join("$");
    await savePassword(database.db, { personId, hash: old, now: new Date() });
    expect((await signInWith(person.email, good)).status).toBe(302);
    const kept = await database.db.selectFrom("passwords").select("hash").executeTakeFirstOrThrow();
    expect(hasOldParameters(kept.hash)).toBe(false);
    expect((await signInWith(person.email, good)).status).toBe(302);
  });
});
