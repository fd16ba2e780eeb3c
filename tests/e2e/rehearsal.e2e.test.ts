// A rehearsal in a real browser: started from the meeting, plain on every screen of it, paused, and thrown away.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectNothingSerious } from "../support/axe";
import { aRoom } from "../support/browser";
import { dark, laptop, phone } from "../support/page";

const room = aRoom();

const menuOf = (page: Page) => page.locator('summary[title="Commands, files, settings and keys"]');
const bandOf = (page: Page) => page.getByRole("region", { name: "Rehearsal", exact: true });

test("[REHEARSE-1] [REHEARSE-2] a director rehearses, sees on every screen that it is one, and throws it away", async () => {
  const pd = await room.enter("pd@example.org", laptop);
  await menuOf(pd).click();
  await pd.getByRole("link", { name: "Rehearsal", exact: true }).click();
  await pd.getByRole("button", { name: "Start a rehearsal" }).waitFor();
  await expectNothingSerious(pd, { where: "before the start" });
  await pd.getByRole("button", { name: "Start a rehearsal" }).click();
  await bandOf(pd).getByText("REHEARSAL", { exact: true }).waitFor();
  await pd.getByText("Live", { exact: true }).waitFor();
  const path = new URL(pd.url()).pathname;

  await expectNothingSerious(pd, { where: "rehearsal" });
  await bandOf(pd).getByRole("button", { name: "Pause the practice members" }).click();
  await bandOf(pd).getByRole("button", { name: "Let the practice members go on" }).waitFor();

  // No file and no door of it.
  await menuOf(pd).click();
  await pd.getByRole("link", { name: "Presenter screen" }).waitFor();
  expect(await pd.getByText("The list as a file").count()).toBe(0);
  expect(await pd.getByRole("button", { name: /Invite the room/ }).count()).toBe(0);
  await pd.getByRole("link", { name: "Presenter screen" }).click();
  await pd.getByRole("button", { name: "Make a link" }).click();
  const wall = (await pd.getByRole("link", { name: "Open the presenter screen" }).getAttribute("href")) ?? "";
  const presented = await (await room.device(dark)).newPage();
  await presented.goto(wall);
  await presented.getByText("REHEARSAL", { exact: true }).waitFor();
  await expectNothingSerious(presented, { where: "the wall, dark" });

  // On a phone in the dark, in the associate's hand; not in faculty's list.
  const apd = await room.enter("apd@example.org", { ...phone, colorScheme: "dark" });
  await apd.goto("/");
  await apd.getByRole("region", { name: "Rehearsals" }).getByRole("link").click();
  await bandOf(apd).getByText("REHEARSAL", { exact: true }).waitFor();
  await expectNothingSerious(apd, { where: "rehearsal, phone, dark" });
  expect(await apd.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await bandOf(apd).getByRole("link", { name: "About this rehearsal" }).click();
  await apd.getByRole("button", { name: "Let the practice members go on" }).waitFor();
  await expectNothingSerious(apd, { where: "about it, phone, dark" });
  expect(await apd.getByRole("button", { name: "Throw this rehearsal away" }).count()).toBe(0);
  const faculty = await room.enter("faculty4@example.org", laptop);
  await faculty.goto("/");
  expect(await faculty.getByRole("region", { name: "Rehearsals" }).count()).toBe(0);
  expect((await faculty.goto(path))?.status()).toBe(404);

  // [REHEARSE-5]
  await pd.goto(`${path}/rehearsal`);
  await pd.getByRole("button", { name: "Throw this rehearsal away" }).click();
  await pd.waitForURL((url) => url.pathname === "/");
  expect((await pd.goto(path))?.status()).toBe(404);
  expect(room.faults).toEqual([]);
});
