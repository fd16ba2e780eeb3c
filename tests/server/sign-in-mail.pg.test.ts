// Signing in by link, from the form to the mail and back: a real SMTP server, the pages people get.
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { savePerson } from "../../db/people";
import { linkLifetime } from "../../server/auth/sign-in-link";
import { createLog } from "../../server/log";
import { createMail } from "../../server/mail";
import { aDatabase, type TestDatabase } from "../support/database";
import { aMailServer, type MailServer } from "../support/mail-server";
import { aWebServer, type TestBrowser, type WebServer } from "../support/web-server";

let database: TestDatabase;
let post: MailServer;
let server: WebServer;

beforeAll(async () => {
  database = await aDatabase();
  post = await aMailServer();
  await savePerson(database.db, { name: "Ada Byron", email: "ada@example.org" });
});

beforeEach(async () => {
  post.mails.length = 0;
  for (const table of ["sessions", "sign_in_asks", "sign_in_links"] as const) {
    await database.db.deleteFrom(table).execute();
  }
  server = await aWebServer(database, { SMTP_URL: post.url, MAIL_FROM: "Rank Room <rank-room@example.org>" });
});

const textOf = (source: string) => source.replace(/=\r?\n/g, "").replaceAll("=3D", "=");

/** Asks for a link; resolves to the path in the mail. */
async function linkFor(email: string, browser = server.browser(), to = ""): Promise<string> {
  await browser.post(`/sign-in${to && `?${new URLSearchParams({ to })}`}`, { email });
  await server.app.settled();
  return /http:\/\/[^/]+(\/sign-in\/[\w-]{43}\S*)/.exec(textOf(post.mails.at(-1)?.source ?? ""))?.[1] ?? "";
}

const codeInMail = () => /^(\d{4} \d{4})\r?$/m.exec(textOf(post.mails.at(-1)?.source ?? ""))?.[1] ?? "";
const isIn = async (browser: TestBrowser) => (await (await browser.get("/account")).text()).includes("ada@example.org");

describe("a link by mail", () => {
  test("[SIGNIN-1] reaches its person and signs them in, once", async () => {
    const path = await linkFor("Ada@example.org");
    expect(post.mails).toMatchObject([{ from: "rank-room@example.org", to: ["ada@example.org"] }]);
    expect(post.mails[0]?.source).toContain("Subject: Your sign-in link for Rank Room");

    const ada = server.browser();
    expect(await (await ada.get(path)).text()).toContain("Press the button to sign in");
    expect((await ada.post(path, {})).status).toBe(302);
    expect(await isIn(ada)).toBe(true);

    const thief = server.browser();
    const again = await thief.post(path, {});
    expect(again.status).toBe(400);
    expect(await again.text()).toContain("already been used");
    expect((await thief.get("/account")).status).toBe(302);
  });

  test("[SIGNIN-1] is not used up by being opened, as mail scanners do", async () => {
    const path = await linkFor("ada@example.org");
    for (let n = 0; n < 3; n++) await server.browser().get(path);
    expect((await server.browser().post(path, {})).status).toBe(302);
  });

  test("[SIGNIN-1] is refused after four hours, with a sentence and a button for another", async () => {
    const path = await linkFor("ada@example.org");
    server.clock.pass(linkLifetime);
    const late = server.browser();
    const page = await (await late.get(path)).text();
    expect(page).toContain("older than four hours");
    expect(page).toContain("Send me another");
    expect(await (await late.post(path, {})).text()).toContain("older than four hours");
  });

  test("[SIGNIN-1] leads to where its person wanted to go, and nowhere else", async () => {
    const path = await linkFor("ada@example.org", server.browser(), "/seasons/1?tab=2");
    const answer = await server.browser().post(path, {});
    expect(answer.headers.get("Location")).toBe("/seasons/1?tab=2");
    const astray = await linkFor("ada@example.org", server.browser(), "//evil.example");
    expect((await server.browser().post(astray, {})).headers.get("Location")).toBe("/");
  });

  test("[SIGNIN-4] pressed twice at once in one browser, both answers sign in, as one session", async () => {
    const path = await linkFor("ada@example.org");
    const ada = server.browser();
    await ada.get(path);
    const before = ada.cookie;
    const presses = await Promise.all([ada.post(path, {}), ada.post(path, {}), ada.post(path, {})]);
    expect(presses.map(({ status, headers }) => [status, headers.get("Location")])).toEqual(
      presses.map(() => [302, "/"]),
    );
    // Whichever answer the browser keeps.
    for (const answer of presses) {
      const kept = server.browser();
      kept.keep(before);
      const session = answer.headers.getSetCookie().find((line) => line.startsWith("rank-room="));
      kept.keep(session?.split(";")[0] ?? "");
      expect(await isIn(kept)).toBe(true);
    }
    expect(await (await ada.get("/account")).text()).toContain("signed in on this device only");
  });

  test("[SIGNIN-4] opened again in the browser that used it goes on, and after a sign-out is used", async () => {
    const path = await linkFor("ada@example.org", server.browser(), "/account");
    const ada = server.browser();
    await ada.get(path);
    await ada.post(path, {});
    const opened = await ada.get(path);
    expect([opened.status, opened.headers.get("Location")]).toEqual([302, "/account"]);
    await ada.post("/sign-out", {});
    expect((await ada.post(path, {})).status).toBe(400);
    expect(await (await ada.get(path)).text()).toContain("already been used");
  });

  test("[SIGNIN-4] used elsewhere sends another to the same address at a press", async () => {
    const path = await linkFor("ada@example.org");
    await server.browser().post(path, {});
    post.mails.length = 0;
    const late = server.browser();
    expect(await (await late.post(path, { intent: "another" })).text()).toContain("A new link is on its way");
    await server.app.settled();
    expect(post.mails.map(({ to }) => to)).toEqual([["ada@example.org"]]);
    await late.post("/sign-in", { intent: "code", code: codeInMail() });
    expect(await isIn(late)).toBe(true);
  });

  test("[SIGNIN-5] has a code that signs in where it was asked for, and only there", async () => {
    const desk = server.browser();
    await linkFor("ada@example.org", desk, "/account");
    // The page may have been thrown away while the mail was read.
    expect(await (await desk.get("/sign-in?to=%2Faccount")).text()).toContain("Code from the mail");
    const thief = server.browser();
    await thief.post("/sign-in", { email: "nobody@example.org" });
    expect((await thief.post("/sign-in", { intent: "code", code: codeInMail() })).status).toBe(400);
    const answer = await desk.post("/sign-in?to=%2Faccount", { intent: "code", code: codeInMail() });
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/account"]);
    expect(await isIn(desk)).toBe(true);
  });

  test("[SIGNIN-5] the code and its link are one: the one used, the other is", async () => {
    const desk = server.browser();
    const path = await linkFor("ada@example.org", desk);
    await desk.post("/sign-in", { intent: "code", code: codeInMail() });
    expect((await server.browser().post(path, {})).status).toBe(400);
  });

  test("[SIGNIN-1] is promised to an address nobody has, in the same words, and not sent", async () => {
    const words = async (email: string) => {
      const page = await (await server.browser().post("/sign-in", { email })).text();
      return page.slice(page.indexOf('id="main"'), page.indexOf("</main>"));
    };
    const told = await words("nobody@example.org");
    expect(told).toBe(await words("ada@example.org"));
    expect(told).toContain("a link is on its way");
    await server.app.settled();
    expect(post.mails.map(({ to }) => to)).toEqual([["ada@example.org"]]);
  });

  test("[LIMIT-1] is asked for six times a quarter of an hour, known address or not, and each of them is sent", async () => {
    for (const email of ["ada@example.org", "nobody@example.org"]) {
      const statuses = [];
      for (let n = 0; n < 7; n++) statuses.push((await server.browser().post("/sign-in", { email })).status);
      expect(statuses, email).toEqual([200, 200, 200, 200, 200, 200, 429]);
    }
    await server.app.settled();
    expect(post.mails).toHaveLength(6);
  });
});

describe("a mail server", () => {
  const serverWith = (SMTP_URL: string) => aWebServer(database, { SMTP_URL, MAIL_FROM: "rank-room@example.org" });
  const asks = async (at: WebServer, email: string) => (await at.browser().post("/sign-in", { email })).text();

  test.each(["ada@example.org", "nobody@example.org"])(
    "[SIGNIN-1] that is away is said so, to %s alike, and no link is left behind",
    async (email) => {
      const away = await aMailServer();
      await away.close();
      const at = await serverWith(away.url);
      const page = await asks(at, email);
      expect(page).toContain("The mail may not arrive: the mail server does not answer: nothing listens");
      expect(page).not.toContain("on its way");
      await at.app.settled();
      expect(await database.db.selectFrom("sign_in_links").selectAll().execute()).toEqual([]);
    },
  );

  test("[SIGNIN-1] that takes its time is waited for, and its mail works", async () => {
    const slow = await aMailServer({ greetsAfter: 6000 });
    const at = await serverWith(slow.url);
    expect(await asks(at, "ada@example.org")).toContain("the mail server is slow to answer");
    await at.app.settled();
    expect(slow.mails.map(({ to }) => to)).toEqual([["ada@example.org"]]);
  }, 30_000);

  test("[SIGNIN-1] that refuses the mail leaves no link behind, and the next request says so", async () => {
    const refusing = await aMailServer({ refusesMail: "552 5.3.4 Message refused by policy" });
    const at = await serverWith(refusing.url);
    await asks(at, "ada@example.org");
    await at.app.settled();
    expect(await database.db.selectFrom("sign_in_links").selectAll().execute()).toEqual([]);
  });

  test("[MAIL-2] that says not now is asked again, and a refusal for good is not", async () => {
    const mail = {
      personId: "p",
      email: "ada@example.org",
      what: "sign-in link",
      url: "u",
      subject: "S",
      text: "Come.",
    };
    const busy = await aMailServer({ refusesMail: "451 4.7.1 Try again later", refusesFirst: 3 });
    await createMail({ smtpUrl: busy.url, from: "a@example.org" }, createLog("silent"), [0, 0, 0]).send(mail);
    expect(busy.mails).toHaveLength(1);
    const busier = await aMailServer({ refusesMail: "451 4.7.1 Try again later", refusesFirst: 4 });
    const sent = createMail({ smtpUrl: busier.url, from: "a@example.org" }, createLog("silent"), [0, 0, 0]).send(mail);
    await expect(sent).rejects.toMatchObject({ responseCode: 451 });
    const strict = await aMailServer({ refusesMail: "552 5.3.4 Refused by policy", refusesFirst: 1 });
    const refused = createMail({ smtpUrl: strict.url, from: "a@example.org" }, createLog("silent"), [0]).send(mail);
    await expect(refused).rejects.toMatchObject({ responseCode: 552 });
    expect(strict.mails).toEqual([]);
  });

  test("[MAIL-1] is tried at the start: its true reason is in /readyz, which stays ready", async () => {
    const closed = await aMailServer({ password: "right" });
    const at = await serverWith(closed.url.replace("smtp://", "smtp://rank-room:wrong@"));
    await at.app.checkMail();
    const ready = await fetch(`${at.origin}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.text()).toBe("ready\nmail: the mail server does not accept this installation's password\n");
    const good = await serverWith(post.url);
    await good.app.checkMail();
    expect(await (await fetch(`${good.origin}/readyz`)).text()).toBe("ready\n");
  });

  test("[SIGNIN-1] that was never set: the page says where the link is", async () => {
    const at = await aWebServer(database);
    const page = await asks(at, "ada@example.org");
    expect(page).toContain("This installation has no mail server");
    expect(page).not.toContain("on its way");
  });

  test("[NAME-1] gets one line as a subject, whatever a name from long ago holds", async () => {
    const { send } = createMail({ smtpUrl: post.url, from: "rank-room@example.org" }, createLog("silent"));
    const subject = "You are invited to Harbor\r\nBcc: everybody@example.org\u2028Program";
    await send({ personId: "p", email: "ada@example.org", what: "invitation", url: "u", subject, text: "Come." });
    const source = post.mails.at(-1)?.source ?? "";
    expect(source).toContain("Subject: You are invited to Harbor Bcc: everybody@example.org Program");
    expect(source).not.toMatch(/^Bcc:/m);
    expect(post.mails.at(-1)?.to).toEqual(["ada@example.org"]);
  });
});
