// Proving once more who one is before a lock, at a real OpenID Connect provider.
import { beforeEach, describe, expect, test } from "vitest";
import { savePerson } from "../../db/people";
import { proofLifetime } from "../../server/auth/session";
import { aDatabase } from "../support/database";
import { anOidcProvider, clientId, clientSecret, type TestProvider } from "../support/oidc-provider";
import { aFreePort } from "../support/server-process";
import { aClock } from "../support/test-clock";
import { aWebServer, type TestBrowser, type WebServer } from "../support/web-server";

let provider: TestProvider;
let server: WebServer;
let browser: TestBrowser;

/** Connected, and signed in so long ago that it is no proof any more; the provider's clock is the machine's. */
beforeEach(async () => {
  const database = await aDatabase();
  const port = await aFreePort();
  provider = await anOidcProvider([`http://127.0.0.1:${port}/sign-in/sso/callback`]);
  const ada = await savePerson(database.db, { name: "Ada Byron", email: "ada@hospital.example.org" });
  const env = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret };
  const clock = aClock(new Date(Date.now() - proofLifetime).toISOString());
  server = await aWebServer(database, env, { port, clock });
  browser = server.browser();
  browser.keep((await server.app.sessions.begin(ada, "link", { host: "127.0.0.1" })).split(";")[0] ?? "");
  provider.signsIn = "ada";
  const start = await browser.post("/account", { do: "connectSso" });
  await comeBack(browser, await provider.walk(start.headers.get("location") ?? ""));
  clock.pass(proofLifetime);
});

const comeBack = (at: TestBrowser, address: URL) => at.get(address.pathname + address.search);
const isProved = async () => ((await (await browser.get("/account/proof")).json()) as { isProved: boolean }).isProved;
const leaveToProve = async () =>
  ((await (await browser.post("/account/proof", { way: "sso" })).json()) as { goTo: string }).goTo;
const sessionOf = ({ cookie }: TestBrowser) => /rank-room=[^;]+/.exec(cookie)?.[0];

describe("[LOCK-6] a proof at the provider", () => {
  test("is the account's sign-in there, asked anew; the session goes on", async () => {
    expect(await isProved()).toBe(false);
    const session = sessionOf(browser);
    const address = await leaveToProve();
    expect(Object.fromEntries(new URL(address).searchParams)).toMatchObject({ prompt: "login", max_age: "300" });
    const back = await comeBack(browser, await provider.walk(address));
    expect(back.headers.get("location")).toBe("/account/confirmed");
    expect(await isProved()).toBe(true);
    expect(sessionOf(browser)).toBe(session);
  });

  test("is no other account's, and none that comes back to another browser", async () => {
    provider.signsIn = "bea";
    await comeBack(browser, await provider.walk(await leaveToProve()));
    expect(await isProved()).toBe(false);
    provider.signsIn = "ada";
    await comeBack(server.browser(), await provider.walk(await leaveToProve()));
    expect(await isProved()).toBe(false);
  });

  test("is none where the provider does not say when they signed in", async () => {
    const address = new URL(await leaveToProve());
    for (const name of ["prompt", "max_age"]) address.searchParams.delete(name);
    const back = await comeBack(browser, await provider.walk(address.href));
    expect(back.headers.get("location")).toContain("why=ssoFailed");
    expect(await isProved()).toBe(false);
  });
});
