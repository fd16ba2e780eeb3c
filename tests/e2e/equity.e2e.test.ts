// The equity check as a director uses it: read, protected columns kept for it, a file imported, and all of that erased.
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectNoAxeFaults } from "../support/axe";
import { aRoom } from "../support/browser";
import { dark, goToSeason, goToSeasonPage, laptop, phone } from "../support/page";

const room = aRoom();

const links = (page: Page) => page.getByRole("navigation", { name: "This season" });

async function atSeason(email: string, device: BrowserContextOptions): Promise<Page> {
  const page = await room.enter(email, device);
  await goToSeason(page);
  return page;
}

async function atCheck(device: BrowserContextOptions): Promise<Page> {
  const page = await room.enter("pd@example.org", device);
  await goToSeasonPage(page, "Equity check", "Equity check");
  return page;
}

/** Everybody of the list, with a gender, in turns. */
async function genderFile(page: Page): Promise<string> {
  await page.goto("/");
  const meeting = await page.locator('a[href^="/meetings/"]').first().getAttribute("href");
  const list = await (await page.request.get(`${meeting}/rank-list.csv`)).text();
  const ids = [...list.matchAll(/\b\d{8}\b/g)].map(([aamcId]) => aamcId);
  expect(ids.length).toBeGreaterThan(100);
  return ["AAMC ID,Gender", ...ids.map((aamcId, at) => `${aamcId},${at % 3 === 0 ? "M" : "F"}`)].join("\n");
}

test("[EQUITY-1] [EQUITY-3] protected columns are kept once a director says so, shown as groups, and erased", async () => {
  const page = await atCheck(laptop);
  await page.getByRole("region", { name: "School type" }).getByRole("rowheader", { name: "US MD" }).waitFor();
  expect(await page.getByRole("region", { name: "Gender" }).count()).toBe(0);
  await expectNoAxeFaults(page, { where: "check" });
  await page.getByRole("button", { name: "Keep them for this check…" }).click();
  await expectNoAxeFaults(page, { where: "question" });
  await page.getByRole("button", { name: "Keep them", exact: true }).click();
  await page.getByText(/^Kept apart for this season’s check: .* of 0 applicants\./).waitFor();
  const check = page.url();

  const file = await genderFile(page);
  await page.goto(check.replace("/equity", "/import"));
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "gender.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await page.getByRole("button", { name: "Upload" }).click();
  await page.getByText("Protected columns, kept apart for the equity check:").waitFor();
  await expectNoAxeFaults(page, { where: "columns" });
  await page.getByRole("button", { name: "See what it would change" }).click();
  await page.getByRole("button", { name: "Keep it for the equity check" }).click();
  await page.getByText("Imported.").waitFor();

  await page.goto(check);
  const genders = page.getByRole("region", { name: "Gender" });
  await genders.getByRole("row", { name: /^Female/ }).waitFor();
  await expectNoAxeFaults(page, { where: "check with genders" });
  await page.getByRole("button", { name: "Turn off and erase…" }).click();
  await page.getByRole("button", { name: "Erase", exact: true }).click();
  await genders.waitFor({ state: "detached" });
  expect(room.faults).toEqual([]);
});

test("in the dark and on a phone; for others there is no way to it", async () => {
  for (const device of [dark, phone])
    await expectNoAxeFaults(await atCheck(device), { where: device.colorScheme ?? "phone" });
  const coordinator = await atSeason("coordinator@example.org", laptop);
  expect(await links(coordinator).getByRole("link", { name: "Equity check" }).count()).toBe(0);
});
