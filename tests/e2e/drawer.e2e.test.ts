// The drawer and the dialogs, in real browsers on one meeting: marks, recusal, the lock and its files.
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { expectNothingSerious } from "../support/axe";
import { aDemoFolder } from "../support/database";
import { launchBrowser } from "../support/launch-browser";
import { signInAs } from "../support/page";
import { type ServerProcess, startServerProcess } from "../support/server-process";

let server: ServerProcess;
let browser: Browser;
let meetingPath: string;

const laptop = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

beforeAll(async () => {
  if (!process.env.CHROMIUM_PATH) return;
  server = await startServerProcess({ dataDir: await aDemoFolder() });
  browser = await launchBrowser();
  const page = await signIn("pd@example.org");
  meetingPath = (await page.locator('a[href^="/meetings/"]').first().getAttribute("href")) ?? "";
  await page.context().close();
});

afterEach(async () => {
  for (const context of browser?.contexts() ?? []) await context.close();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function signIn(email: string, device: object = laptop): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.origin, ...device });
  await signInAs(context, server.origin, email);
  const page = await context.newPage();
  await page.goto("/");
  return page;
}

/** In the meeting, with the drawer of whoever is at `position` of the list (from 0) open. */
async function atDrawer(email: string, position: number, device?: object): Promise<Page> {
  const page = await signIn(email, device);
  await page.goto(meetingPath);
  await openDrawer(page, await idAt(page, position));
  return page;
}

async function openDrawer(page: Page, id: string): Promise<void> {
  // Before that the page is only what the server rendered.
  await page.getByText("Live", { exact: true }).waitFor();
  await rowOf(page, id).locator("a").click();
  await drawer(page).getByRole("tab", { name: "File" }).waitFor();
}

const rows = (page: Page) => page.locator("li[data-applicant]");
const rowOf = (page: Page, id: string) => page.locator(`li[data-applicant="${id}"]`);
const idAt = async (page: Page, position: number): Promise<string> =>
  (await rows(page).nth(position).getAttribute("data-applicant")) ?? "";
const drawer = (page: Page) => page.getByRole("dialog").filter({ has: page.getByRole("tablist") });
/** The dialog on top; the drawer is modal too on a phone. */
const dialog = (page: Page) => page.locator("dialog:modal").filter({ hasNot: page.getByRole("tablist") });
const press = (page: Page, name: string | RegExp) => drawer(page).getByRole("button", { name }).click();
const openTab = (page: Page, name: RegExp) => drawer(page).getByRole("tab", { name }).click();

async function flag(page: Page, sentence: string, provenance = "Second-hand"): Promise<void> {
  await press(page, /^Flag/);
  await dialog(page).getByText("Communication", { exact: true }).click();
  await dialog(page).getByText(provenance).click();
  await dialog(page).getByLabel("What happened").fill(sentence);
  await dialog(page).getByRole("button", { name: "Raise the flag" }).click();
  await dialog(page).waitFor({ state: "detached" });
}

async function moveToRank(page: Page, rank: number): Promise<void> {
  await press(page, /^Move$/);
  await drawer(page).getByLabel("Move to rank").fill(String(rank));
  await press(page, /^Move$/);
}

describe("marks", () => {
  test("an endorsement takes two taps on a phone, and the room sees who gave it", async () => {
    const chief = await atDrawer("chief3@example.org", 2, phone);
    const director = await atDrawer("pd@example.org", 2);
    await drawer(chief).getByRole("button", { name: "Endorse" }).tap();
    await dialog(chief)
      .getByRole("button", { name: /Strongly/ })
      .tap();
    await drawer(chief).getByRole("button", { name: "Endorsed" }).waitFor();
    await openTab(director, /Voices \d/);
    await drawer(director).getByText("Naveen Boateng").waitFor();
  });

  test("[MARK-3] a champion is asked for a sentence, with hints beside it, before anything is sent", async () => {
    const chief = await atDrawer("chief3@example.org", 3, phone);
    await drawer(chief).getByRole("button", { name: "Endorse" }).tap();
    const champion = dialog(chief).getByRole("button", { name: /Champion/ });
    await champion.tap();
    await dialog(chief).getByText("A champion says in a sentence what they saw.").waitFor();
    await dialog(chief).getByLabel("What I saw").fill("Her husband says she ran the ward well.");
    await dialog(chief).getByText("Marital status and family may not count.").waitFor();
    await dialog(chief).getByLabel("What I saw").fill("Ran the ward well on a bad night.");
    await champion.tap();
    await drawer(chief).getByRole("button", { name: "Endorsed" }).waitFor();
  });

  test("what was typed into a flag survives closing it by accident, and a reload", async () => {
    const page = await atDrawer("faculty5@example.org", 4);
    await press(page, /^Flag/);
    await dialog(page).getByText("Integrity").click();
    await dialog(page).getByLabel("What happened").fill("The dates of two papers differ.");
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    const id = await idAt(page, 4);
    await page.goto(meetingPath);
    await openDrawer(page, id);
    await press(page, /^Flag/);
    expect(await dialog(page).getByLabel("What happened").inputValue()).toBe("The dates of two papers differ.");
    expect(await dialog(page).getByRole("radio", { name: "Integrity" }).isChecked()).toBe(true);
  });

  test("an incomplete flag says at each field what is missing, and takes the focus there", async () => {
    const page = await atDrawer("faculty5@example.org", 5);
    await press(page, /^Flag/);
    await dialog(page).getByRole("button", { name: "Raise the flag" }).click();
    expect(await dialog(page).getByRole("alert").count()).toBe(3);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("radio");
  });

  test("a flag moves nobody out of protected until a host has verified it (MARK-4)", async () => {
    const faculty = await atDrawer("faculty6@example.org", 6);
    const director = await atDrawer("pd@example.org", 6);
    await flag(faculty, "I was told of a missed handover.");
    await moveToRank(faculty, 90);
    await faculty.getByText("needs a verified flag").first().waitFor();
    await drawer(faculty).getByText("Rank 7").waitFor();

    await openTab(director, /Voices/);
    await drawer(director).getByText("Unverified: not counted, moves nobody").waitFor();
    // [MARK-5] From the hosts' worklist, where the flags of everybody wait.
    await director.getByText(/flags? waits? for verification/).click();
    const waiting = director
      .getByRole("list", { name: "Flags that wait for verification" })
      .locator("li li")
      .filter({ hasText: "I was told of a missed handover." });
    await waiting.getByRole("button", { name: /^Verify/ }).click();
    await waiting.getByLabel("How is it verified?").fill("The dean's office confirmed it.");
    await waiting.getByRole("button", { name: "Verify", exact: true }).click();
    await waiting.waitFor({ state: "detached" });
    expect(await faculty.getByText(/flags? waits? for verification/).count()).toBe(0);
    await openTab(faculty, /Voices/);
    await drawer(faculty).getByText("Verified: counts").waitFor();

    await moveToRank(faculty, 90);
    await drawer(faculty).getByText("Rank 90").waitFor();
    await openTab(director, /History/);
    await drawer(director).getByText("7 to 90, middle", { exact: true }).waitFor();
  });

  test("a struck mark stays in sight with its reason (MARK-6)", async () => {
    const faculty = await atDrawer("faculty7@example.org", 10);
    await flag(faculty, "They were late twice.", "First-hand");
    await openTab(faculty, /Voices \d/);
    await press(faculty, /^Strike/);
    await press(faculty, /^Strike$/);
    await drawer(faculty).getByText("Write a sentence of at least three words.").waitFor();
    await drawer(faculty).getByLabel("Why is this flag struck?").fill("It was somebody else.");
    await press(faculty, /^Strike$/);
    await drawer(faculty).getByText("It was somebody else.").waitFor();
    expect(await drawer(faculty).locator(".line-through").textContent()).toBe("They were late twice.");
    await drawer(faculty).getByText("Not counted: struck").waitFor();
  });
});

describe("recusal", () => {
  test("from then on nothing of the applicant is on the member's screen, in their pages or their reach", async () => {
    const page = await atDrawer("faculty8@example.org", 12);
    const id = new URL(page.url()).searchParams.get("applicant") ?? "";
    const aamcId = /AAMC ID (\d{8})/.exec((await drawer(page).textContent()) ?? "")?.[1] ?? "nobody";
    await press(page, /^More/);
    await page.getByRole("menuitem", { name: /Recuse/ }).click();
    await dialog(page).getByText("You cannot take this back yourself.").waitFor();
    await dialog(page).getByRole("button", { name: "Recuse myself" }).click();
    await drawer(page).waitFor({ state: "detached" });
    await rowOf(page, id).waitFor({ state: "detached" });
    // Scripts aside: what the page was opened with stays in its source until it is opened again.
    const elements = await page
      .locator("body :not(script)")
      .evaluateAll((all) => all.map((one) => one.outerHTML).join());
    expect(elements).not.toContain(id);
    expect(elements).not.toContain(aamcId);

    const html = await (await page.request.get(meetingPath)).text();
    expect(html).not.toContain(id);
    expect(html).not.toContain(aamcId);
    expect((await page.request.get(`${meetingPath}/applicants/${id}/history`)).status()).toBe(404);
  });
});

describe("the lock", () => {
  test("is signed by the program's name, ends all moves, gives the file, and is undone with a reason", async () => {
    const director = await atDrawer("pd@example.org", 20);
    const faculty = await atDrawer("faculty9@example.org", 20);
    await flag(faculty, "A letter is missing.", "Document");

    await director.getByRole("button", { name: /^lock/i }).click();
    const form = dialog(director);
    await form.getByText("Wants a reason:").first().waitFor();
    await form.getByText("Locked here is not certified in R3:").waitFor();
    await form.getByLabel("Why lock it").fill("Discussed; it stays open.");
    await form.getByLabel("Sign").fill("Some Other Program");
    await form.getByRole("button", { name: "Lock the list" }).click();
    await form.getByText("Type that name to lock it.").waitFor();
    await form.getByLabel("Sign").fill(" internal  medicine");
    await form.getByRole("button", { name: "Lock the list" }).click();
    await dialog(director).getByRole("heading", { name: "Locked: version 1" }).waitFor();
    expect((await dialog(director).locator("code").textContent())?.replaceAll(" ", "")).toMatch(/^[0-9a-f]{64}$/);

    await drawer(faculty).getByText("The list is locked").waitFor();
    expect(
      await drawer(faculty)
        .getByRole("button", { name: /^(Move|Flag|Endorse)/ })
        .count(),
    ).toBe(0);

    const file = await director.request.get(`${meetingPath}/r3.txt?id=aamc`);
    expect(file.headers()["content-disposition"]).toMatch(/^attachment; .*-v1-aamc\.txt"$/);
    const lines = (await file.text()).trimEnd().split("\r\n");
    expect(lines[0]).toMatch(/^1,\d{8},/);
    expect(lines.map((line) => Number(line.split(",")[0]))).toEqual(lines.map((_line, at) => at + 1));
    expect((await faculty.request.get(`${meetingPath}/r3.txt?id=aamc`)).status()).toBe(403);

    await dialog(director).getByRole("button", { name: "Done" }).click();
    await director.getByRole("button", { name: /^unlock/i }).click();
    await dialog(director).getByRole("button", { name: "Unlock the list" }).click();
    await dialog(director).getByText("Write a sentence of at least three words.").waitFor();
    await dialog(director).getByLabel("Why is it unlocked?").fill("A late withdrawal.");
    await dialog(director).getByRole("button", { name: "Unlock the list" }).click();
    await drawer(faculty)
      .getByRole("button", { name: /^Move$/ })
      .waitFor();
  });
});

describe.each(["light", "dark"] as const)("in the %s", (colorScheme) => {
  test("axe finds nothing serious in the drawer's tabs and the dialogs", async () => {
    const page = await atDrawer("pd@example.org", 30, { ...laptop, colorScheme });
    const look = (where: string) => expectNothingSerious(page, { where, part: "dialog[open]" });
    for (const tab of ["File", "Voices", "History"]) {
      await openTab(page, new RegExp(`^${tab}`));
      await look(tab);
    }
    for (const name of [/^Endorse/, /^Flag/]) {
      await press(page, name);
      await dialog(page).waitFor();
      await look(String(name));
      await page.keyboard.press("Escape");
      await dialog(page).waitFor({ state: "detached" });
    }
    await page.getByRole("button", { name: /^lock/i }).click();
    await dialog(page).getByRole("button", { name: "Lock the list" }).click();
    await look("Lock");
  });
});
