// Looking back in real browsers: from a move to what has changed, the list as it was, the line in the drawer, and the depth.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectNothingSerious } from "../support/axe";
import { aRoom } from "../support/browser";
import { dark, idAt, phone, rowOf, typeRank, untilRank } from "../support/page";

const room = aRoom();

/** Follows a link that opens a window of its own. */
async function windowBehind(page: Page, link: ReturnType<Page["getByRole"]>): Promise<Page> {
  const [opened] = await Promise.all([page.waitForEvent("popup"), link.click()]);
  return opened;
}

test("[DIFF-1] [BACK-1] [BACK-3] [DEPTH-4] a move is found again in what has changed, and the list before it", async () => {
  const pd = await room.enter("pd@example.org");
  const id = await idAt(pd, 60);
  const name = (await rowOf(pd, id).getByRole("link").textContent()) ?? "";
  await typeRank(pd, id, 45);
  await untilRank(pd, id, 45);

  await pd.getByLabel("Files, settings and keys").click();
  const changes = await windowBehind(pd, pd.getByRole("link", { name: "What has changed" }));
  const unexplained = changes.getByRole("region", { name: "Without a reason" });
  await unexplained.getByText(name).waitFor();
  await unexplained.getByText("60 to 45").waitFor();
  await expectNothingSerious(changes);

  await changes.getByRole("link", { name: "As it was at …" }).click();
  await changes.getByRole("link", { name: "Opened with the preliminary list" }).click();
  await changes.getByText(/^As it was at .*, not now$/).waitFor();
  const row = changes.getByRole("row", { name });
  expect(await row.getByRole("cell").allTextContents()).toEqual(["60", name, "Middle", "60", "45"]);
  await expectNothingSerious(changes);

  await rowOf(pd, id).getByRole("link").click();
  await pd.getByRole("tab", { name: "History" }).click();
  await pd.getByText("60 at opening, 45 now, 1 move").waitFor();
  await expectNothingSerious(pd, { part: '[role="tabpanel"]' });
  const then = await windowBehind(pd, pd.getByRole("link", { name: /^See the list then.*60 to 45/ }));
  await then.getByText("Nothing has happened since: this is the list as it stands.").waitFor();

  const faculty = await room.enter("faculty7@example.org", dark);
  const depth = faculty.getByRole("link", { name: /80% by \d+$/ });
  const likely = async () => Number((await depth.textContent())?.match(/\d+$/)?.[0]);
  const markAt = async (rank: number) => rowOf(faculty, await idAt(faculty, rank)).getAttribute("data-depth");
  const atFirst = await likely();
  expect(await markAt(atFirst)).toContain("80%");
  // Another quota is another depth, on every screen that is open.
  const setQuota = async (quota: string) => {
    await pd.getByLabel("Files, settings and keys").click();
    await pd.getByText("Quota and champions…").click();
    await pd.getByRole("dialog").getByLabel("Quota").fill(quota);
    await pd.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await faculty.getByText(`Quota ${quota}`).first().waitFor();
  };
  await setQuota("9");
  await expect.poll(likely).toBeLessThan(atFirst);
  expect(await markAt(await likely())).toContain("80%");
  expect((await markAt(atFirst)) ?? "").not.toContain("80%");
  await setQuota("15");
  await expect.poll(likely).toBe(atFirst);
  await depth.click();
  await faculty
    .getByText(/ (?:filled|past years filled) 15 places/)
    .first()
    .waitFor();
  await expectNothingSerious(faculty);
  await faculty.getByRole("link", { name: "Changes" }).click();
  await faculty.getByText("60 to 45").waitFor();

  const observer = await room.enter("observer@example.org", phone);
  expect(await observer.locator("[data-depth]").count()).toBe(0);
  await observer.goto(`${new URL(pd.url()).pathname}/at`);
  await observer.getByRole("link", { name: "Opened with the preliminary list" }).click();
  await observer.getByText(/not now$/).waitFor();
  expect(await observer.getByRole("link", { name: "Depth" }).count()).toBe(0);
  await expectNothingSerious(observer);
  expect(room.faults).toEqual([]);
});

test("[MIN-1] [MIN-3] the minutes tell a move, what was taken back, and a stage; they print without the way around them", async () => {
  const pd = await room.enter("pd@example.org");
  const id = await idAt(pd, 70);
  const name = (await rowOf(pd, id).getByRole("link").textContent()) ?? "";
  await typeRank(pd, id, 65);
  await untilRank(pd, id, 65);
  await pd.getByRole("button", { name: /Undo/ }).click();
  await untilRank(pd, id, 70);

  await pd.getByLabel("Files, settings and keys").click();
  const minutes = await windowBehind(pd, pd.getByRole("link", { name: "Minutes" }));
  const done = minutes.getByRole("region", { name: "What the room did" });
  await done.getByText("Opened with the preliminary list").waitFor();
  await done.getByText(`${name} 70 to 65, middle, taken back later`).waitFor();
  await done.getByText(`${name} 65 to 70, middle, a move taken back`).waitFor();
  await minutes.getByText("Has not pledged").first().waitFor();
  await expectNothingSerious(minutes);
  await minutes.emulateMedia({ media: "print" });
  expect(await minutes.getByRole("navigation", { name: "Looking back" }).isVisible()).toBe(false);
  expect(await minutes.getByRole("button", { name: "Print" }).isVisible()).toBe(false);
  expect(await minutes.getByRole("button", { name: "Sign out" }).isVisible()).toBe(false);

  const observer = await room.enter("observer@example.org", { ...phone, colorScheme: "dark" });
  await observer.goto(new URL(minutes.url()).pathname);
  await observer.getByText("Opened with the preliminary list").waitFor();
  expect(await observer.getByText(/pledged/i).count()).toBe(0);
  expect(await observer.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await expectNothingSerious(observer);
  expect(room.faults).toEqual([]);
});
