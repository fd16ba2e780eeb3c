// My own way in, in a browser: a link, a password, my devices; and every page of it by axe.
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, test } from "vitest";
import { expectNoAxeFaults } from "../support/axe";
import { aDemoFolder } from "../support/database";
import { launchBrowser } from "../support/launch-browser";
import { dark, laptop, phone } from "../support/page";
import { linkFrom, type ServerProcess, startServerProcess } from "../support/server-process";

const email = "faculty6@example.org";
const password = "seven quiet harbours";
let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  if (!process.env.CHROMIUM_PATH) return;
  // A provider that nobody asks: its button is part of the pages.
  const sso = { OIDC_ISSUER: "http://127.0.0.1:1", OIDC_CLIENT_ID: "x", OIDC_NAME: "Harbor login" };
  server = await startServerProcess({ dataDir: await aDemoFolder(), env: { LOG_LEVEL: "info", ...sso } });
  browser = await launchBrowser();
});
afterEach(async () => {
  for (const context of browser?.contexts() ?? []) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function aWindow(device: BrowserContextOptions = laptop): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.origin, ...device });
  return context.newPage();
}

async function signInByLink(page: Page): Promise<void> {
  await page.goto(await linkFrom(server, email));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "My meetings" }).waitFor();
}

test("a link signs in, a password is set and signs in on the phone, and the laptop is signed out from there", async () => {
  const page = await aWindow();
  await signInByLink(page);
  await page.getByRole("link", { name: /My account/ }).click();
  await page.getByLabel("New password").fill("Password1234!");
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.getByText("would be guessed soon").waitFor();
  await page.getByLabel("New password").fill(password);
  await page.keyboard.press("Enter");
  await page.getByText("Your password is set.").waitFor();
  await page.goto("/");
  await page.locator('a[href^="/meetings/"]').first().click();
  await page.getByRole("button", { name: "I pledge this, and go in" }).click();
  await page.getByText("Live", { exact: true }).waitFor();

  const second = await aWindow(phone);
  await second.goto("/account/devices");
  await second.getByRole("link", { name: "Sign in with it" }).click();
  await second.getByRole("heading", { name: "Sign in with a password" }).waitFor();
  await second.getByLabel("E-mail address").fill(email);
  await second.getByLabel("Password").fill(password);
  await second.getByRole("button", { name: "Sign in" }).click();
  await second.getByRole("heading", { name: "My devices" }).waitFor();
  await second.getByText("This device").waitFor();
  await second.getByRole("button", { name: "Sign out all other devices" }).click();
  await second.getByText("One other device is signed out.").waitFor();
  await page
    .getByText(/sign in again|signed out/i)
    .first()
    .waitFor({ timeout: 5000 });
});

test.each([
  ["light", laptop],
  ["dark", dark],
  ["phone", phone],
] as const)("axe finds nothing: %s", async (_name, device) => {
  const page = await aWindow(device);
  const look = async (path: string) => {
    await page.goto(path);
    await expectNoAxeFaults(page, { where: path });
  };
  for (const path of ["/sign-in", "/sign-in/password", "/sign-in/sso/refused?why=ssoUnconnected"]) await look(path);
  await signInByLink(page);
  for (const path of ["/account", "/account/devices"]) await look(path);
});
