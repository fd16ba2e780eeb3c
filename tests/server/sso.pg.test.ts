// Single sign-on against a real OpenID Connect provider: who gets in, how an account is connected, and everything that comes
// back and must not hold.
import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addAdministrator } from "../../db/administrators";
import { insertInvitation } from "../../db/invitations";
import { savePassword } from "../../db/passwords";
import { savePerson } from "../../db/people";
import { hashPassword } from "../../server/auth/password-hash";
import { proofLifetime } from "../../server/auth/session";
import { flowLifetime } from "../../server/auth/sso";
import { createToken, hashToken } from "../../server/auth/token";
import { aDatabase, type TestDatabase } from "../support/database";
import { anOidcProvider, clientId, clientSecret, type TestProvider } from "../support/oidc-provider";
import { aFreePort } from "../support/server-process";
import { aWebServer, type TestBrowser, type WebServer } from "../support/web-server";

const password = "seven quiet harbours";

let database: TestDatabase;
let provider: TestProvider;
let server: WebServer;
let ada: string;
let programId: string;
let port: number;

const settings = (issuer: string) => ({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
  OIDC_NAME: "Harbor login",
});

beforeAll(async () => {
  database = await aDatabase();
  port = await aFreePort();
  provider = await anOidcProvider([`http://127.0.0.1:${port}/sign-in/sso/callback`]);
  const { db } = database;
  ada = await savePerson(db, { name: "Ada Byron", email: "ada@hospital.example.org" });
  await savePassword(db, { personId: ada, hash: await hashPassword(password), now: new Date() });
  await savePerson(db, { name: "Bea", email: "bea@hospital.example.org" });
  programId = randomUUID();
  await db.insertInto("programs").values({ id: programId, name: "Internal Medicine" }).execute();
  await db
    .insertInto("memberships")
    .values({ program_id: programId, person_id: ada, name: "Ada Byron", role: "faculty" })
    .execute();
});

beforeEach(async () => {
  const { db } = database;
  for (const table of ["sessions", "sign_in_links", "sso_identities", "sso_flows"] as const) {
    await db.deleteFrom(table).execute();
  }
  await db.updateTable("programs").set({ sso_required: false }).execute();
  server = await aWebServer(database, settings(provider.issuer), { port });
  provider.signsIn = "ada";
});

afterEach(() => server.close());

const personOf = async (browser: TestBrowser): Promise<string | undefined> =>
  /knows you by(?:<!-- -->)? <span[^>]*>([^<]*)</.exec(
    // An address has a place to break before the @.
    (await (await browser.get("/account")).text()).replaceAll("<!-- --><wbr/><!-- -->", "").replaceAll("<wbr/>", ""),
  )?.[1];
const leave = async (browser: TestBrowser): Promise<string> =>
  (await browser.get("/sign-in/sso?to=/account")).headers.get("location") ?? "";
const comeBack = (browser: TestBrowser, address: URL) => browser.get(address.pathname + address.search);
const signIn = async (browser = server.browser()): Promise<Response> =>
  comeBack(browser, await provider.walk(await leave(browser)));
const whyNot = (answer: Response) =>
  new URL(answer.headers.get("location") ?? "", server.origin).searchParams.get("why");

/** A browser where somebody has signed in by other means. */
async function signedIn(email = "ada@hospital.example.org"): Promise<TestBrowser> {
  const browser = server.browser();
  const { id } = await database.db
    .selectFrom("people")
    .select("id")
    .where("email", "=", email)
    .executeTakeFirstOrThrow();
  browser.keep((await server.app.sessions.begin(id, "link", { host: "127.0.0.1" })).split(";")[0] ?? "");
  return browser;
}

async function connect(browser: TestBrowser): Promise<Response> {
  const start = await browser.post("/account", { do: "connectSso" });
  return comeBack(browser, await provider.walk(start.headers.get("location") ?? ""));
}

describe("an account that is connected", () => {
  test("[SSO-1] signs its person in, and goes where they wanted to go", async () => {
    await connect(await signedIn());
    const browser = server.browser();
    const answer = await signIn(browser);
    expect([answer.status, answer.headers.get("location")]).toEqual([302, "/account"]);
    expect(await personOf(browser)).toBe("ada@hospital.example.org");
  });

  test("[SSO-1] is known by its subject, whatever address the person has", async () => {
    await connect(await signedIn());
    await database.db.updateTable("people").set({ email: "lovelace@example.org" }).where("id", "=", ada).execute();
    const browser = server.browser();
    await signIn(browser);
    expect(await personOf(browser)).toBe("lovelace@example.org");
    await database.db.updateTable("people").set({ email: "ada@hospital.example.org" }).where("id", "=", ada).execute();
  });

  test("is told on the account page, and can be disconnected", async () => {
    const browser = await signedIn();
    expect((await connect(browser)).headers.get("location")).toBe("/account");
    expect(await (await browser.get("/account")).text()).toContain("ada@hospital.example.org");
    await browser.post("/account", { do: "disconnectSso" });
    expect(whyNot(await signIn())).toBe("ssoUnconnected");
  });
});

describe("[SSO-4] after a sign-out", () => {
  const promptOf = async (browser: TestBrowser) => new URL(await leave(browser)).searchParams.get("prompt");

  test("the provider is told to ask for the account, once", async () => {
    await connect(await signedIn());
    const browser = server.browser();
    expect(await promptOf(browser)).toBeNull();
    await signIn(browser);
    await browser.post("/sign-out", {});
    expect(await promptOf(browser)).toBe("login");
    provider.signsIn = "ada";
    await signIn(browser);
    expect(await personOf(browser)).toBe("ada@hospital.example.org");
    await database.db.deleteFrom("sessions").execute();
    expect(await promptOf(browser), "its session was ended elsewhere").toBe("login");
    expect(await promptOf(server.browser()), "a browser that nobody has left").toBeNull();
  });
});

describe("an account that is not connected", () => {
  test("[SSO-1] lets nobody in, though a person here has the same address", async () => {
    const browser = server.browser();
    const answer = await signIn(browser);
    expect(whyNot(answer)).toBe("ssoUnconnected");
    expect(await (await browser.get(answer.headers.get("location") ?? "")).text()).toContain("is not connected");
    expect(await personOf(browser)).toBeUndefined();
    expect(await database.db.selectFrom("sso_identities").selectAll().execute()).toEqual([]);
  });

  test("[SSO-1] is not taken from the one who has it", async () => {
    await connect(await signedIn());
    expect(whyNot(await connect(await signedIn("bea@hospital.example.org")))).toBe("ssoTaken");
    const browser = server.browser();
    await signIn(browser);
    expect(await personOf(browser)).toBe("ada@hospital.example.org");
  });
});

describe("[SSO-3] what comes back does not hold", () => {
  beforeEach(async () => {
    await connect(await signedIn());
  });

  const refused = async (browser: TestBrowser, address: URL) => {
    expect(whyNot(await comeBack(browser, address))).toBe("ssoFailed");
    expect(await personOf(browser)).toBeUndefined();
  };
  const changed = (address: string, name: string, value: string) => {
    const url = new URL(address);
    url.searchParams.set(name, value);
    return url;
  };

  test("with another state", async () => {
    const browser = server.browser();
    const back = await provider.walk(await leave(browser));
    await refused(browser, changed(back.href, "state", "guessed"));
  });

  test("with another nonce", async () => {
    const browser = server.browser();
    await refused(browser, await provider.walk(changed(await leave(browser), "nonce", "of-somebody-else").href));
  });

  test("with a code that was used before", async () => {
    const browser = server.browser();
    const back = await provider.walk(await leave(browser));
    expect((await comeBack(browser, back)).headers.get("location")).toBe("/account");
    const thief = server.browser();
    const state = new URL(await leave(thief)).searchParams.get("state") ?? "";
    await refused(thief, changed(back.href, "state", state));
  });

  test("with a code that was meant for another browser's verifier", async () => {
    const back = await provider.walk(await leave(server.browser()));
    const thief = server.browser();
    const state = new URL(await leave(thief)).searchParams.get("state") ?? "";
    await refused(thief, changed(back.href, "state", state));
  });

  test("in another browser", async () => {
    await refused(server.browser(), await provider.walk(await leave(server.browser())));
  });

  test("a second time", async () => {
    const browser = server.browser();
    const back = await provider.walk(await leave(browser));
    await comeBack(browser, back);
    await browser.post("/sign-out", {});
    await refused(browser, back);
  });

  test("too late", async () => {
    const browser = server.browser();
    const back = await provider.walk(await leave(browser));
    server.clock.pass(flowLifetime);
    await refused(browser, back);
  });

  test("from another issuer", async () => {
    const other = await anOidcProvider([`http://127.0.0.1:${port}/sign-in/sso/callback`]);
    other.signsIn = "ada";
    const browser = server.browser();
    const there = (await leave(browser)).replace(provider.issuer, other.issuer);
    await refused(browser, await other.walk(there));
  });

  test("as a refusal of the provider", async () => {
    const browser = server.browser();
    const state = new URL(await leave(browser)).searchParams.get("state") ?? "";
    await refused(browser, new URL(`/sign-in/sso/callback?error=access_denied&state=${state}`, server.origin));
  });
});

describe("[SSO-2] where a program requires it", () => {
  const linkFor = async (email: string): Promise<string> => {
    const sent: string[] = [];
    server.onLink((url) => sent.push(new URL(url).pathname));
    await server.browser().post("/sign-in", { email });
    await server.app.settled();
    return sent[0] ?? "";
  };

  beforeEach(async () => {
    await database.db.updateTable("programs").set({ sso_required: true }).where("id", "=", programId).execute();
  });

  test("a right password is refused with a sentence, and a wrong one like any other", async () => {
    const ask = async (typed: string) =>
      (await server.browser().post("/sign-in/password", { email: "ada@hospital.example.org", password: typed })).text();
    expect(await ask(password)).toContain("single sign-on only");
    expect(await ask("eight loud lighthouses")).toContain("do not fit together");
  });

  test("[SSO-1] a link signs nobody in, and leads to connecting one's account", async () => {
    const browser = server.browser();
    const page = await (await browser.post(await linkFor("ada@hospital.example.org"), {})).text();
    expect(page).toContain("single sign-on only");
    expect(await personOf(browser)).toBeUndefined();
    const on = /href="(http:[^"]+)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
    await comeBack(browser, await provider.walk(on));
    expect(await personOf(browser)).toBe("ada@hospital.example.org");
    const next = server.browser();
    await signIn(next);
    expect(await personOf(next)).toBe("ada@hospital.example.org");
  });

  test("an administrator gets in by link and by password all the same, and stays one of the program's people", async () => {
    await addAdministrator(database.db, ada, { by: null, now: new Date() });
    try {
      const byLink = server.browser();
      expect((await byLink.post(await linkFor("ada@hospital.example.org"), {})).status).toBe(302);
      expect(await personOf(byLink)).toBe("ada@hospital.example.org");
      const byPassword = server.browser();
      await byPassword.post("/sign-in/password", { email: "ada@hospital.example.org", password });
      expect(await personOf(byPassword)).toBe("ada@hospital.example.org");
    } finally {
      await database.db.deleteFrom("administrators").execute();
    }
  });

  test("[SSO-1] an invitation proves who somebody is, and leads to connecting their account before they are in", async () => {
    const { db } = database;
    const newcomer = await savePerson(db, { name: "Cleo", email: "cleo@hospital.example.org" });
    await db
      .insertInto("memberships")
      .values({ program_id: programId, person_id: newcomer, name: "Cleo", role: "chief", state: "invited" })
      .execute();
    const token = createToken();
    const expiresAt = new Date(server.clock.now().getTime() + 60_000);
    const invitation = { tokenHash: hashToken(token), programId, personId: newcomer, createdBy: ada };
    await insertInvitation(db, { ...invitation, now: server.clock.now(), expiresAt });

    const browser = server.browser();
    const accepted = await browser.post(`/invitations/${token}`, {});
    expect(await personOf(browser)).toBeUndefined();
    provider.signsIn = "cleo";
    await comeBack(browser, await provider.walk(accepted.headers.get("location") ?? ""));
    expect(await personOf(browser)).toBe("cleo@hospital.example.org");
    expect((await server.browser().post(`/invitations/${token}`, {})).status, "it is used up").toBe(400);
  });

  test("[LOCK-6] whoever signs in there alone proves there who they are, with their own account", async () => {
    await connect(await signedIn());
    const browser = server.browser();
    await signIn(browser);
    server.clock.pass(proofLifetime);
    const standing = async () => (await browser.get("/account/proof")).json();
    expect(await standing()).toMatchObject({
      ...{ isProved: false, hasPassword: false, takesCode: false, ssoName: "Harbor login" },
    });
    expect((await browser.post("/account/proof", { way: "password", password })).status).toBe(400);
    const prove = async () => {
      const { goTo } = await (await browser.post("/account/proof", { way: "sso" })).json();
      // The provider is told to ask anew, whoever is signed in there.
      expect(new URL(goTo).searchParams.get("prompt")).toMatch(/login|select_account/);
      return comeBack(browser, await provider.walk(goTo));
    };
    provider.signsIn = "cleo";
    expect((await prove()).headers.get("location")).not.toBe("/account/confirmed");
    expect(await standing()).toMatchObject({ isProved: false });
    provider.signsIn = "ada";
    expect((await prove()).headers.get("location")).toBe("/account/confirmed");
    expect(await standing()).toMatchObject({ isProved: true });
    expect(await (await browser.get("/account/confirmed")).text()).toContain("It is you.");
  });

  test("people of other programs sign in as before", async () => {
    const browser = server.browser();
    expect((await browser.post(await linkFor("bea@hospital.example.org"), {})).status).toBe(302);
  });

  test("nobody is locked out where the installation has no single sign-on", async () => {
    const plain = await aWebServer(database);
    const form = { email: "ada@hospital.example.org", password };
    expect((await plain.browser().post("/sign-in/password", form)).status).toBe(302);
  });

  test("it can be required of everybody here", async () => {
    const strict = await aWebServer(database, { ...settings(provider.issuer), OIDC_REQUIRED: "1" });
    await database.db.updateTable("programs").set({ sso_required: false }).execute();
    const form = { email: "ada@hospital.example.org", password };
    const answer = await strict.browser().post("/sign-in/password", form);
    expect(await answer.text()).toContain("single sign-on only");
    expect(await (await strict.browser().get("/sign-in")).text()).toContain("Sign in with Harbor login");
  });
});

test("a provider that is away is told in a sentence, and is asked again next time", async () => {
  const gone = `http://127.0.0.1:${await aFreePort()}`;
  const alone = await aWebServer(database, settings(gone));
  expect(whyNot(await alone.browser().get("/sign-in/sso"))).toBe("ssoUnavailable");
  expect((await alone.browser().get("/sign-in")).status).toBe(200);
});
