// Signing in by link, from the form to the mail and back: a real SMTP server, the pages people get.
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { savePerson } from "../../db/people";
import { linkLifetime } from "../../server/auth/sign-in-link";
import { aDatabase, type TestDatabase } from "../support/database";
import { aMailServer, type MailServer } from "../support/mail-server";
import { aWebServer, type WebServer } from "../support/web-server";

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
  await database.db.deleteFrom("sign_in_links").execute();
  server = await aWebServer(database, { SMTP_URL: post.url, MAIL_FROM: "Rank Room <rank-room@example.org>" });
});

/** Asks for a link; resolves to the path in the mail. */
async function linkFor(email: string): Promise<string> {
  await server.browser().post("/sign-in", { email });
  await server.app.settled();
  return /http:\/\/[^/]+(\/sign-in\/[\w-]{43})/.exec(post.mails.at(-1)?.source ?? "")?.[1] ?? "";
}

describe("a link by mail", () => {
  test("[SIGNIN-1] reaches its person and signs them in, once", async () => {
    const path = await linkFor("Ada@example.org");
    expect(post.mails).toMatchObject([{ from: "rank-room@example.org", to: ["ada@example.org"] }]);
    expect(post.mails[0]?.source).toContain("Subject: Your sign-in link for Rank Room");

    const ada = server.browser();
    expect(await (await ada.get(path)).text()).toContain("Press the button to sign in");
    expect((await ada.post(path, {})).status).toBe(302);
    expect(await (await ada.get("/account")).text()).toContain("ada@example.org");

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

  test("[SIGNIN-1] is refused after 15 minutes, with a sentence", async () => {
    const path = await linkFor("ada@example.org");
    server.clock.pass(linkLifetime);
    expect(await (await server.browser().post(path, {})).text()).toContain("older than 15 minutes");
  });

  test("[SIGNIN-1] is promised to an address nobody has, in the same words, and not sent", async () => {
    const words = async (email: string) => {
      const page = await (await server.browser().post("/sign-in", { email })).text();
      return page.slice(page.indexOf('id="main"'), page.indexOf("</main>"));
    };
    expect(await words("nobody@example.org")).toBe(await words("ada@example.org"));
    await server.app.settled();
    expect(post.mails.map(({ to }) => to)).toEqual([["ada@example.org"]]);
  });

  test("[LIMIT-1] is asked for six times a quarter of an hour, known address or not", async () => {
    for (const email of ["ada@example.org", "nobody@example.org"]) {
      const statuses = [];
      for (let n = 0; n < 7; n++) statuses.push((await server.browser().post("/sign-in", { email })).status);
      expect(statuses, email).toEqual([200, 200, 200, 200, 200, 200, 429]);
    }
    await server.app.settled();
    expect(post.mails).toHaveLength(5);
  });
});
