// The frame around the meeting's list: nothing of it scrolls away, its head is one row, and the list is whole on paper.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { aRoom } from "../support/browser";
import { allRows, beginHosting, phone } from "../support/page";

const room = aRoom();
const sizes = [
  [1280, 800],
  [1024, 768],
] as const;

/** How far anything around the scrollers has been scrolled. */
const frameScroll = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, document.body, ...document.querySelectorAll(".meeting-frame, main, main > div")].map(
      (element) => element.scrollTop,
    ),
  );

test("the head is one row, also with everybody here", async () => {
  const page = await room.enter("pd@example.org");
  for (let at = 1; at <= 9; at++) await room.enter(`faculty${at + 5}@example.org`);
  await page.getByText("10 here").waitFor();
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await expect.poll(async () => (await page.locator("header").first().boundingBox())?.height).toBeLessThan(60);
    const last = await page.getByRole("button", { name: "Sign out" }).boundingBox();
    expect((last?.x ?? width) + (last?.width ?? 0)).toBeLessThanOrEqual(width);
  }
});

describe.each(sizes)("at %i × %i", (width, height) => {
  test("no control of the host's panel moves the page", async () => {
    const page = await room.enter("pd@example.org", { viewport: { width, height } });
    await beginHosting(page);
    const panel = page.getByRole("complementary", { name: "The room" });
    const stages = panel.getByRole("radio");
    await stages.first().waitFor({ state: "attached" });
    for (const stage of await stages.all()) {
      await panel.evaluate((element) => {
        element.scrollTop = element.scrollHeight;
      });
      await stage.locator("xpath=..").click();
      expect(await frameScroll(page)).toSatisfy((all: number[]) => all.every((top) => top === 0));
    }
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
    expect(room.faults).toEqual([]);
  });
});

test("on paper stands the whole list", async () => {
  const page = await room.enter("pd@example.org");
  const everybody = (await allRows(page)).length;
  const rows = page.locator("li[data-applicant]");
  expect(await rows.count()).toBeLessThan(everybody);
  await page.emulateMedia({ media: "print" });
  await expect.poll(() => rows.count()).toBe(everybody);
  // One below the other, in the flow that pages are made of.
  const tops = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().top));
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  const pages = (await page.pdf()).toString("latin1").match(/\/Count (\d+)/)?.[1];
  expect(Number(pages)).toBeGreaterThan(2);
  await page.emulateMedia({ media: "screen" });
  await expect.poll(() => rows.count()).toBeLessThan(everybody);
});

test("with the system's colours the zones keep their edges and the rows their handles", async () => {
  const page = await room.enter("pd@example.org");
  await page.emulateMedia({ forcedColors: "active" });
  const look = (selector: string, pseudo?: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, of) => {
        const { backgroundColor, backgroundImage } = getComputedStyle(element, of);
        return { backgroundColor, backgroundImage };
      }, pseudo);
  const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect((await look(".edge-protected")).backgroundColor).not.toBe(canvas);
  expect((await look(".edge-red")).backgroundImage).toContain("gradient");
  expect((await look(".row-handle", "::before")).backgroundImage).toContain("gradient");
});

test("on a phone endorsements and flags are within the row, and names stand at one edge", async () => {
  const page = await room.enter("pd@example.org", phone);
  const marked = page.locator(".row:has(.fact-stars svg)").first();
  const marks = await marked.locator(".fact-stars").boundingBox();
  const facts = await marked.locator(".row-facts").boundingBox();
  expect(marks && facts && marks.x + marks.width <= facts.x + facts.width).toBe(true);
  const edges = await page
    .locator('[data-list="ranked"] .row-name')
    .evaluateAll((names) => names.map((name) => Math.round(name.getBoundingClientRect().left)));
  expect(new Set(edges).size).toBe(1);
});
