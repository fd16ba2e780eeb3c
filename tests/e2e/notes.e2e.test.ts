// Interview notes in a real browser: assigned by the coordinator, written on a phone whose connection is cut, closed and opened
// again, read by the director and in the meeting.
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectNoAxeFaults } from "../support/axe";
import { aRoom } from "../support/browser";
import { idAt, laptop, phone, rowOf } from "../support/page";

const room = aRoom();

async function signIn(email: string, device = laptop): Promise<Page> {
  const context = await room.device(device);
  const page = await context.newPage();
  await page.goto("/sign-in");
  await context.request.post("/demo", { form: { email }, headers: { Origin: new URL(page.url()).origin } });
  await page.goto("/");
  return page;
}

/** The page of somebody who was not on the list before. */
async function atNote(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: /Interview notes.*1000140C0/ }).click();
  await page.getByRole("heading", { name: "Interview notes", level: 1 }).waitFor();
  await addMet(page, name);
}

async function addMet(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Add somebody I met…" }).click();
  await page.getByLabel("Part of their name").fill(name);
  const found = page.getByRole("listitem").getByRole("button").first();
  const chosen = (await found.locator("span").first().textContent()) ?? "";
  await found.click();
  await page.getByRole("heading", { name: chosen, level: 1 }).waitFor();
}

const question = (page: Page, name: string) => page.getByRole("region", { name });
const cut = (context: BrowserContext, isCut: boolean) => context.setOffline(isCut);

describe("a note", () => {
  test("[NOTE-2] written with the connection cut outlives the tab, turns pages, and arrives once", async () => {
    const page = await signIn("chief3@example.org", phone);
    const context = page.context();
    await atNote(page, "a");
    const first = page.url();
    const total = Number(/of (\d+)/.exec((await page.getByText(/\d+ of \d+/).textContent()) ?? "")?.[1]) + 1;
    await page.getByRole("link", { name: "Interview notes" }).click();
    await addMet(page, "e");
    await page.goto(first);
    await page.getByText("Nothing written yet").waitFor();

    await cut(context, true);
    await question(page, "Passes exams").getByRole("button", { name: "Yes" }).click();
    await page.getByRole("button", { name: "I’d work with them" }).click();
    await page.getByLabel("Score").fill("4,5");
    await page.getByLabel("Anything else").fill("Calm on the wards. Talked about family medicine and a strong accent.");
    await page.getByText("“accent”", { exact: false }).waitFor();
    expect(await page.getByText("Marital status").count()).toBe(0);
    await page.getByText("On this device only, will be sent.").waitFor();
    await expectNoAxeFaults(page);
    // The next page and back, without a connection.
    const isLast = (await page.getByRole("link", { name: "Next" }).count()) === 0;
    for (const turn of isLast ? ["Previous", "Next"] : ["Next", "Previous"]) {
      const before = page.url();
      await page.getByRole("link", { name: turn }).click();
      await page.waitForURL((url) => url.href !== before);
    }
    expect(page.url()).toBe(first);
    await page.getByText("On this device only, will be sent.").waitFor();

    await page.close();
    await cut(context, false);
    const again = await context.newPage();
    await again.goto(first);
    await again.getByText("Saved", { exact: false }).first().waitFor();
    expect(await again.getByLabel("Score").inputValue()).toBe("4.5");
    await again.reload();
    expect(await again.getByLabel("Anything else").inputValue()).toContain("family medicine");
    expect(await again.getByRole("button", { name: "I’d work with them" }).getAttribute("aria-pressed")).toBe("true");
    expect(await again.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("/note/")))).toEqual([]);
    await again.getByRole("link", { name: "Interview notes" }).click();
    // Of the two that were added, one is written.
    const unwritten = again.getByRole("list", { name: "My interviewees" }).getByText("Not written");
    expect((await again.getByText(/\d+ of \d+ written/).textContent())?.match(/\d+/g)?.map(Number)).toEqual([
      total - (await unwritten.count()),
      total,
    ]);
    await expectNoAxeFaults(again);
    // Everything that is pressed is large enough for a thumb.
    const heights = await again.locator("main :is(a, button)").evaluateAll((all) => all.map((one) => one.clientHeight));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(42);
    expect(room.faults).toEqual([]);
  });

  test("changed on two devices shows both, and neither is lost", async () => {
    const laptopPage = await signIn("faculty4@example.org");
    await atNote(laptopPage, "a");
    const phonePage = await signIn("faculty4@example.org", phone);
    await phonePage.goto(laptopPage.url());
    await phonePage.getByLabel("Anything else").fill("From the phone.");
    await phonePage.getByText("Saved", { exact: false }).first().waitFor();
    await laptopPage.getByLabel("Anything else").fill("From the laptop.");
    await laptopPage.getByRole("heading", { name: "Changed on another device" }).waitFor();
    await laptopPage.getByRole("region", { name: "Saved" }).getByText("From the phone.").waitFor();
    await expectNoAxeFaults(laptopPage);
    await laptopPage.getByRole("button", { name: "Put both together" }).click();
    await laptopPage.getByText("Saved", { exact: false }).first().waitFor();
    await phonePage.reload();
    expect(await phonePage.getByLabel("Anything else").inputValue()).toBe("From the laptop.\n\nFrom the phone.");

    // What it said before: its author reads it, and so does a host, on the page with everybody's notes of them.
    await phonePage.getByRole("link", { name: "Earlier versions" }).click();
    await phonePage.getByRole("region", { name: "Version 1" }).getByText("From the phone.").waitFor();
    await expectNoAxeFaults(phonePage);
    const director = await signIn("pd@example.org");
    await director.goto(`${new URL(laptopPage.url()).pathname.replace("/notes/", "/applicants/")}/notes`);
    await director.getByRole("heading", { name: "Strike a note" }).waitFor();
    await expectNoAxeFaults(director);
    await director
      .getByRole("region", { name: "Earlier versions" })
      .getByRole("link", { name: /, 2 versions$/ })
      .click();
    await director.getByText("That you read this is on record too.").waitFor();
    await expectNoAxeFaults(director);
  });
});

test("interviews are assigned, reminders have words, scores a formula, and the meeting's drawer the interviews", async () => {
  const director = await signIn("pd@example.org");
  await director
    .getByRole("link", { name: /^Season/ })
    .first()
    .click();
  await director.getByRole("link", { name: "Who interviews whom" }).click();
  const row = director.getByRole("row").filter({ hasText: "Chief resident" }).first();
  await row.getByRole("link").click();
  for (let n = 0; n < 2; n++)
    await director.locator('input[type="checkbox"]:not(:disabled):not(:checked)').first().check();
  await director.getByLabel("Day, for those you add").fill("2026-11-20");
  await director.getByRole("button", { name: "Save the interviews" }).click();
  await director.getByText("Interviews saved: 2 added.").waitFor();
  await director.getByRole("heading", { name: "Notes not written yet" }).waitFor();
  expect(await director.getByLabel("A text to send by hand").inputValue()).toContain("not written yet");
  await expectNoAxeFaults(director);
  await director
    .getByRole("link", { name: /^Season/ })
    .first()
    .click();
  await director.getByRole("link", { name: "Interview scores" }).click();
  await director.getByText("How scores are made comparable").waitFor();
  await director.getByRole("heading", { name: "Interviewers’ leniency" }).waitFor();
  await expectNoAxeFaults(director);

  const member = await room.enter("chief3@example.org");
  const id = await idAt(member, 1);
  await rowOf(member, id).locator("a").click();
  await member.getByRole("tab", { name: "Interview" }).click();
  await member.getByRole("table", { name: "Scores" }).or(member.getByText("Not written yet")).first().waitFor();
  await expectNoAxeFaults(member);
  const observer = await room.enter("observer@example.org");
  await rowOf(observer, await idAt(observer, 1))
    .locator("a")
    .click();
  await observer.getByRole("tab", { name: "File" }).waitFor();
  expect(await observer.getByRole("tab", { name: "Interview" }).count()).toBe(0);
  expect(room.faults).toEqual([]);
});
