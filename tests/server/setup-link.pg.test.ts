// The setup link, over HTTP as its page does it: once, and pressed twice in one browser each answer signs in (SIGNIN-4).
import { beforeEach, expect, test } from "vitest";
import { aDatabase } from "../support/database";
import { aWebServer, type TestBrowser, type WebServer } from "../support/web-server";

const typed = { name: "Ada Byron", email: "ada@example.org" };
let server: WebServer;
let path: string;

beforeEach(async () => {
  server = await aWebServer(await aDatabase());
  path = (await server.app.setupLinks.issue()) ?? "";
});

const press = async (browser: TestBrowser) => {
  const { status, headers } = await browser.post(path, typed);
  return { status, to: headers.get("location") };
};
const isIn = async (browser: TestBrowser) => (await (await browser.get("/account")).text()).includes(typed.email);

test("[SIGNIN-4] pressed twice at once in one browser, both answers sign in", async () => {
  const browser = server.browser();
  expect((await browser.get(path)).status).toBe(200);
  const answers = await Promise.all([press(browser), press(browser)]);
  expect(answers).toEqual([
    { status: 302, to: "/programs" },
    { status: 302, to: "/programs" },
  ]);
  expect(await isIn(browser)).toBe(true);
});

test("[SIGNIN-4] used, it goes on in the browser that used it, and is over in every other", async () => {
  const browser = server.browser();
  await browser.get(path);
  await press(browser);
  expect((await press(browser)).status).toBe(302);
  const thief = server.browser();
  expect((await thief.get(path)).status).toBe(404);
  expect((await press(thief)).status).toBe(400);
  expect(await isIn(thief)).toBe(false);
  expect(await isIn(browser)).toBe(true);
});
