// Proving once more who one is before a lock, over HTTP as the lock's dialog does it.
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { savePassword } from "../../db/passwords";
import { savePerson } from "../../db/people";
import { hashPassword } from "../../server/auth/password-hash";
import { proofLifetime } from "../../server/auth/session";
import { aDatabase, type TestDatabase } from "../support/database";
import { aMailServer, type MailServer } from "../support/mail-server";
import { aWebServer, type TestBrowser, type WebServer } from "../support/web-server";

const password = "seven quiet harbours";
let database: TestDatabase;
let post: MailServer;
let server: WebServer;
let ada: string;

beforeAll(async () => {
  database = await aDatabase();
  post = await aMailServer();
  ada = await savePerson(database.db, { name: "Ada Byron", email: "ada@example.org" });
  await savePerson(database.db, { name: "Bea", email: "bea@example.org" });
  await savePassword(database.db, { personId: ada, hash: await hashPassword(password), now: new Date() });
});

beforeEach(async () => {
  server = await aWebServer(database, { SMTP_URL: post.url, MAIL_FROM: "rank-room@example.org" });
});

/** Signed in as Ada so long ago that it is no proof any more. */
async function anOldSession(at = server): Promise<TestBrowser> {
  const browser = at.browser();
  browser.keep((await at.app.sessions.begin(ada, "link", { host: "127.0.0.1" })).split(";")[0] ?? "");
  at.clock.pass(proofLifetime);
  return browser;
}
const standing = async (browser: TestBrowser) => (await browser.get("/account/proof")).json();
const prove = async (browser: TestBrowser, fields: Record<string, string>) => {
  const answer = await browser.post("/account/proof", fields);
  return { status: answer.status, ...(await answer.json()) };
};
const codeInMail = () => /^(\d{4} \d{4})\r?$/m.exec(post.mails.at(-1)?.source ?? "")?.[1] ?? "";

describe("[LOCK-6] a proof", () => {
  test("is a sign-in, for five minutes", async () => {
    const browser = server.browser();
    browser.keep((await server.app.sessions.begin(ada, "link", { host: "127.0.0.1" })).split(";")[0] ?? "");
    expect(await standing(browser)).toMatchObject({ isProved: true, hasPassword: true, ssoName: null, isDemo: false });
    server.clock.pass(proofLifetime - 1);
    expect(await standing(browser)).toMatchObject({ isProved: true });
    server.clock.pass(1);
    expect(await standing(browser)).toMatchObject({ isProved: false });
  });

  test("is the password, and a wrong one is none", async () => {
    const browser = await anOldSession();
    expect(await prove(browser, { way: "password", password: "wrong" })).toMatchObject({ status: 400 });
    expect(await standing(browser)).toMatchObject({ isProved: false });
    expect(await prove(browser, { way: "password", password })).toEqual({ status: 200 });
    expect(await standing(browser)).toMatchObject({ isProved: true });
    expect(await standing(await anOldSession()), "of that session alone").toMatchObject({ isProved: false });
  });

  test("is the code from the mail, once, in the browser that asked; the session goes on", async () => {
    const browser = await anOldSession();
    expect(await prove(browser, { way: "askCode" })).toEqual({ status: 200, isMailed: true, trouble: null });
    await server.app.settled();
    expect(post.mails.at(-1)?.to).toEqual(["ada@example.org"]);
    const elsewhere = await anOldSession();
    expect(await prove(elsewhere, { way: "code", code: codeInMail() })).toMatchObject({ status: 400 });
    const before = browser.cookie;
    expect(await prove(browser, { way: "code", code: codeInMail() })).toEqual({ status: 200 });
    expect(browser.cookie).toBe(before);
    server.clock.pass(proofLifetime);
    expect(await prove(browser, { way: "code", code: codeInMail() })).toMatchObject({ status: 400 });
  });

  test("is nobody else's code", async () => {
    const browser = server.browser();
    await browser.post("/sign-in", { email: "bea@example.org" });
    await server.app.settled();
    browser.keep((await anOldSession()).cookie);
    expect(post.mails.at(-1)?.to).toEqual(["bea@example.org"]);
    expect(await prove(browser, { way: "code", code: codeInMail() })).toMatchObject({
      status: 400,
      message: expect.stringContaining("not the account of whoever is signed in"),
    });
  });

  test("is a press in the demo, and nowhere else", async () => {
    expect(await prove(await anOldSession(), { way: "press" })).toMatchObject({ status: 400 });
    const demo = await aWebServer(database, { DEMO_MODE: "1" });
    const browser = await anOldSession(demo);
    expect(await standing(browser)).toMatchObject({ isProved: false, isDemo: true });
    expect(await prove(browser, { way: "press" })).toEqual({ status: 200 });
    expect(await standing(browser)).toMatchObject({ isProved: true });
  });
});
