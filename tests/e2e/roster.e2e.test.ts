// Programs and rosters in real browsers: the director's way from home, an invitation accepted, somebody shown out, a first
// administrator.
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { expectNoAxeFaults } from "../support/axe";
import { aDemoFolder, aFolder } from "../support/database";
import { launchBrowser } from "../support/launch-browser";
import { dark, laptop, phone, signInAs } from "../support/page";
import { type ServerProcess, startServerProcess } from "../support/server-process";

let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  if (!process.env.CHROMIUM_PATH) return;
  server = await startServerProcess({ dataDir: await aDemoFolder() });
  browser = await launchBrowser();
});
afterEach(async () => {
  for (const context of browser?.contexts() ?? []) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function aWindow(device: BrowserContextOptions = laptop, at = server): Promise<Page> {
  const context = await browser.newContext({ baseURL: at.origin, ...device });
  return context.newPage();
}
async function signIn(email: string, device?: BrowserContextOptions): Promise<Page> {
  const page = await aWindow(device);
  await signInAs(page.context(), server.origin, email);
  await page.goto("/");
  return page;
}
async function atRoster(email = "pd@example.org", device?: BrowserContextOptions): Promise<Page> {
  const page = await signIn(email, device);
  await page.getByRole("link", { name: "Roster of Internal Medicine" }).click();
  await page.getByRole("heading", { name: "Roster", level: 1 }).waitFor();
  return page;
}
const row = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });
async function act(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole("button", { name: `Change ${name}` }).click();
  await page.getByRole("menuitem", { name: item }).click();
}
const dialog = (page: Page) => page.getByRole("dialog");
describe("the roster", () => {
  test("from home in one press: add, invite by a link, accepted in another browser", async () => {
    const director = await atRoster();
    await director.getByRole("button", { name: "Add a person…" }).click();
    await dialog(director).getByRole("button", { name: "Add" }).click();
    await dialog(director).getByText("Enter a name of 1 to 200 characters, on one line.").waitFor();
    await dialog(director).getByLabel("Name").fill("Ottilie Brandt");
    await dialog(director).getByLabel("E-mail address").fill("ottilie@example.org");
    await dialog(director).getByRole("button", { name: "Add" }).click();
    await row(director, "Ottilie Brandt").getByText("Not invited yet").waitFor();

    await act(director, "Ottilie Brandt", "Invite…");
    await dialog(director).getByRole("button", { name: "Make a link to hand over" }).click();
    const link = await dialog(director).getByLabel("Link").inputValue();
    await dialog(director).getByRole("button", { name: "Done" }).click();
    await row(director, "Ottilie Brandt").getByText("Invited", { exact: true }).waitFor();

    const guest = await aWindow(phone);
    await guest.goto(link);
    await guest.getByText("You are invited as Ottilie Brandt, faculty.").waitFor();
    await expectNoAxeFaults(guest);
    await guest.getByRole("button", { name: "Accept and go on" }).click();
    await guest.locator('a[href^="/meetings/"]').first().waitFor();
    await director.reload();
    await row(director, "Ottilie Brandt").getByText("Joined").waitFor();
    const again = await aWindow();
    await again.goto(link);
    await again.getByText("has been used already").waitFor();
  });

  test("whoever is removed is shown out of the open meeting, and their name stays on the roster's list", async () => {
    const faculty = await signIn("faculty7@example.org");
    await faculty.locator('a[href^="/meetings/"]').first().click();
    await faculty.getByText("Live", { exact: true }).waitFor();
    const director = await atRoster();
    await act(director, "Santiago Kovács", "Remove…");
    await dialog(director).getByLabel("Why?").fill("Moved to another hospital.");
    await dialog(director).getByRole("button", { name: "Remove" }).click();
    await faculty.getByText("This meeting is no longer open to you.").waitFor({ timeout: 2500 });
    const removed = director.getByRole("region", { name: "Removed" });
    await removed.getByText("Moved to another hospital.").waitFor();
  });

  test("[ROLE-3] a coordinator is offered no role that decides, and nothing about the director", async () => {
    const coordinator = await atRoster("coordinator@example.org");
    await act(coordinator, "Fiona Ibarra", "Name and role…");
    const offered = await dialog(coordinator).getByRole("option").allTextContents();
    expect(offered.map((text) => text.split(":")[0])).toEqual(["Coordinator", "Chief resident", "Faculty", "Observer"]);
    await dialog(coordinator).getByRole("button", { name: "Cancel" }).click();
    expect(await coordinator.getByRole("button", { name: "Change Renata Almqvist" }).count()).toBe(0);
  });

  test("a file is shown before it is imported, bad rows beside good ones", async () => {
    const director = await atRoster();
    await director.getByRole("link", { name: "Import people…" }).click();
    await director.getByLabel("People").setInputFiles({
      name: "people.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(
        "Name;E-mail;Role\nPilar Ngata;pilar@example.org;chief\nOskar Mistry;faculty9@example.org;faculty\nX;nowhere;faculty\n",
      ),
    });
    await director.getByRole("button", { name: "Check the file" }).click();
    await director.getByText("1 person to add, 0 to change, 1 as they are, 1 row that cannot be taken.").waitFor();
    await expectNoAxeFaults(director);
    await director.getByRole("button", { name: "Import 1 person" }).click();
    await director.getByText("Done: 1 person added, 0 changed, 1 row not taken.").waitFor();
    await director.getByRole("link", { name: "To the roster" }).click();
    await row(director, "Pilar Ngata").getByRole("cell", { name: "Chief resident", exact: true }).waitFor();
  });

  test.each([
    ["laptop", laptop],
    ["phone", phone],
    ["dark", dark],
  ])("pages have no faults that axe finds, and fit the screen: %s", async (_name, device) => {
    const page = await atRoster("pd@example.org", device);
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    await expectNoAxeFaults(page);
    expect(await fits()).toBe(true);
    await page.getByRole("button", { name: "Add a person…" }).click();
    await expectNoAxeFaults(page);
    await dialog(page).getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("link", { name: "Internal Medicine" }).click();
    await page.getByRole("heading", { name: "Match years" }).waitFor();
    await expectNoAxeFaults(page);
    expect(await fits()).toBe(true);
  });

  test("the director opens a meeting, and is in it; the meeting leads back to the roster", async () => {
    const page = await signIn("pd@example.org");
    await page.getByRole("link", { name: "Program Internal Medicine" }).click();
    await page.getByRole("button", { name: "Open a meeting…" }).click();
    await dialog(page).getByLabel("Title").fill("Second look");
    await dialog(page).getByRole("button", { name: "Open" }).click();
    await page.getByRole("button", { name: "I pledge this, and go in" }).click();
    await page.getByRole("heading", { name: "Second look" }).waitFor();
    await page.getByText("Live", { exact: true }).waitFor();
    await page.getByLabel("Commands, files, settings and keys").click();
    await page.getByRole("link", { name: "Roster" }).click();
    await page.getByRole("heading", { name: "Roster", level: 1 }).waitFor();
  });
});

describe("without the demo", () => {
  test("the link in the log makes the first administrator, once; they make a program", async () => {
    const bare = await startServerProcess({ dataDir: await aFolder(), env: { DEMO_MODE: "0" } });
    try {
      const link = () => /"url":"([^"]+\/setup\/[^"]+)"/.exec(bare.output())?.[1];
      await expect.poll(link, { timeout: 10_000 }).toBeDefined();
      const url = link() ?? "";
      const page = await aWindow(laptop, bare);
      await page.goto(url);
      await expectNoAxeFaults(page);
      await page.getByLabel("Your name").fill("Ida Admin");
      await page.getByLabel("E-mail address").fill("ida");
      await page.getByRole("button", { name: "Become administrator" }).click();
      await page.getByText("Enter an e-mail address, such as name@hospital.org.").waitFor();
      await page.getByLabel("E-mail address").fill("ida@example.org");
      await page.getByRole("button", { name: "Become administrator" }).click();
      await page.getByRole("heading", { name: "Programs", level: 1 }).waitFor();
      await page.getByLabel("Name").fill("Pediatrics");
      await page.getByRole("button", { name: "Make the program" }).click();
      await page.getByRole("heading", { name: "Pediatrics" }).waitFor();
      await page.getByRole("link", { name: "Roster" }).click();
      await page.getByText("Nobody is on the roster yet").waitFor();
      await expectNoAxeFaults(page);
      const second = await aWindow(laptop, bare);
      expect((await second.goto(url))?.status()).toBe(404);
      await second.getByText("does not work any more").waitFor();
    } finally {
      await bare.stop();
    }
  });
});
