// A row in the hand, by finger and by mouse: the drop is where the pointer is, and a drag that nobody ends does not hide the meeting.
import type { CDPSession, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { aRoom } from "../support/browser";
import { allRows, idAt, rankShown, rowOf, typeRank, untilRank } from "../support/page";

const room = aRoom();
const tablet = { viewport: { width: 1180, height: 820 }, hasTouch: true };
const wideTouch = { viewport: { width: 1440, height: 900 }, hasTouch: true };

interface Spot {
  x: number;
  y: number;
}

async function middleOf(page: Page, id: string, part = ".row"): Promise<Spot> {
  const box = await rowOf(page, id).locator(part).boundingBox();
  if (!box) throw new Error("the row is not on the screen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A finger on the screen, as the browser's own driver sends it. */
async function aFinger(page: Page) {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd" | "touchCancel", touchPoints: Spot[]) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints });
  let at: Spot = { x: 0, y: 0 };
  return {
    async down(spot: Spot) {
      at = spot;
      await send("touchStart", [at]);
    },
    async moveTo(spot: Spot) {
      const from = at;
      for (let step = 1; step <= 8; step++) {
        at = { x: from.x + ((spot.x - from.x) * step) / 8, y: from.y + ((spot.y - from.y) * step) / 8 };
        await send("touchMove", [at]);
      }
    },
    up: () => send("touchEnd", []),
    cancel: () => send("touchCancel", []),
    addSecond: (spot: Spot) => send("touchStart", [at, spot]),
  };
}

const lifted = (page: Page) => page.locator(".row-lifted");

async function liftByFinger(page: Page, id: string) {
  const finger = await aFinger(page);
  await finger.down(await middleOf(page, id, ".row-handle"));
  await lifted(page).waitFor();
  return finger;
}

async function liftByMouse(page: Page, id: string): Promise<Spot> {
  const from = await middleOf(page, id, ".row-handle");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + 8);
  await lifted(page).waitFor();
  return from;
}

describe.each([
  ["1180 × 820", tablet],
  ["1440 × 900", wideTouch],
])("by finger, %s", (_size, device) => {
  test("within protected, within the middle, and into red", async () => {
    const [page, other] = [await room.enter("pd@example.org", device), await room.enter("faculty6@example.org")];
    const inProtected = await idInView(page, 20);
    let target = await middleOf(page, await idAtPlace(page, 18), ".row-handle");
    let finger = await liftByFinger(page, inProtected);
    await finger.moveTo(target);
    await finger.up();
    await untilRank(page, inProtected, 18);
    await expect.poll(() => idAt(other, 18), { timeout: 10_000 }).toBe(inProtected);

    const inMiddle = await idInView(page, 60);
    target = await middleOf(page, await idAtPlace(page, 62), ".row-handle");
    finger = await liftByFinger(page, inMiddle);
    await finger.moveTo(target);
    await finger.up();
    await untilRank(page, inMiddle, 62);
    await expect.poll(() => idAt(other, 62), { timeout: 10_000 }).toBe(inMiddle);

    // Beside the list or below it, whatever the room leaves: the last row is near in both.
    const last = (await allRows(page)).filter(({ rank }) => rank > 0).at(-1);
    const lastId = await idAt(page, last?.rank ?? 0);
    await rowOf(page, lastId).evaluate((row) => row.scrollIntoView({ block: "center" }));
    const red = await page.locator('[data-list="red"]').boundingBox();
    if (!red) throw new Error("red is not on the screen");
    finger = await liftByFinger(page, lastId);
    await finger.moveTo({ x: red.x + red.width / 2, y: Math.max(red.y, 200) + 30 });
    await finger.up();
    // Red asks for its reason first.
    await page.locator("dialog:modal").waitFor();
    expect(room.faults).toEqual([]);
  });
});

describe("the drop is where the pointer is", () => {
  test("a drift to the right that is still over the list changes the rank and nothing else", async () => {
    const page = await room.enter("pd@example.org");
    const id = await idInView(page, 64);
    const target = await middleOf(page, await idAtPlace(page, 66), ".row-handle");
    const from = await liftByMouse(page, id);
    await page.mouse.move(from.x + 160, target.y, { steps: 8 });
    await page.mouse.up();
    await untilRank(page, id, 66);
    expect(await page.locator("dialog:modal").count()).toBe(0);
  });

  test("over the upper edge of a row and over its lower edge is that row's rank; lifted at its edge as well", async () => {
    const page = await room.enter("pd@example.org");
    for (const edge of [-18, 18]) {
      const id = await idInView(page, 62);
      const target = await middleOf(page, await idAtPlace(page, 65), ".row-handle");
      const from = await middleOf(page, id, ".row-handle");
      await page.mouse.move(from.x, from.y - edge);
      await page.mouse.down();
      await page.mouse.move(from.x, from.y + 30);
      await page.mouse.move(from.x, target.y + edge, { steps: 8 });
      await page.mouse.up();
      await untilRank(page, id, 65);
    }
  });

  test("beside the lists is nowhere", async () => {
    const page = await room.enter("pd@example.org");
    const id = await idAt(page, 5);
    await liftByMouse(page, id);
    await page.mouse.move(700, 20, { steps: 6 });
    await page.mouse.up();
    await lifted(page).waitFor({ state: "detached" });
    expect(await rankShown(page, id)).toBe("5");
  });
});

describe("a drag that is given up ends within two seconds and lets in what others did", () => {
  type GiveUp = (page: Page, finger: Awaited<ReturnType<typeof aFinger>>) => Promise<unknown>;
  const ways: [string, GiveUp][] = [
    ["the touch is cancelled", (_page, finger) => finger.cancel()],
    ["a second finger", (_page, finger) => finger.addSecond({ x: 400, y: 600 })],
    ["Escape", (page) => page.keyboard.press("Escape")],
    ["the window loses the focus", (page) => page.evaluate(() => window.dispatchEvent(new Event("blur")))],
    ["the tab is behind", (page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")))],
    [
      "the pointer is gone without a word",
      (page) =>
        page.evaluate(() => {
          const lists = document.querySelector(".lists");
          for (let id = 0; id < 100; id++) if (lists?.hasPointerCapture(id)) lists.releasePointerCapture(id);
        }),
    ],
    [
      "let go where no animation ends",
      async (page, finger) => {
        await page.addStyleTag({ content: ".row-lifted { transition: none !important }" }).catch(() => undefined);
        await page.evaluate(() => {
          document.addEventListener("transitionend", (event) => event.stopImmediatePropagation(), { capture: true });
          window.addEventListener("transitionend", (event) => event.stopImmediatePropagation(), { capture: true });
        });
        await finger.up();
      },
    ],
  ];
  test.each(ways)("%s", async (_way, giveUp) => {
    const [page, other] = [await room.enter("pd@example.org", tablet), await room.enter("faculty6@example.org")];
    const dragged = await idAt(page, 5);
    const finger = await liftByFinger(page, dragged);
    await finger.moveTo({ x: 60, y: (await middleOf(page, await idAtPlace(page, 8), ".row")).y });
    const moved = await idAt(other, 66);
    await typeRank(other, moved, 64);
    await untilRank(other, moved, 64);
    const began = Date.now();
    await giveUp(page, finger);
    await lifted(page).waitFor({ state: "detached", timeout: 2000 });
    expect(Date.now() - began).toBeLessThan(2500);
    await expect.poll(() => idAt(page, 64), { timeout: 2000 }).toBe(moved);
    expect(room.faults).toEqual([]);
  });

  test("the applicant is withdrawn meanwhile", async () => {
    const [page, other] = [await room.enter("pd@example.org", tablet), await room.enter("apd@example.org")];
    const dragged = await idAt(page, 9);
    const name = await rowOf(page, dragged).getByRole("link").textContent();
    await liftByFinger(page, dragged);
    await rowOf(other, await idAt(other, 9))
      .getByRole("button", { name: /^Move/ })
      .click();
    await other.getByRole("menuitem", { name: /withdrawal/ }).click();
    await other.locator("dialog:modal").getByRole("button", { name: "Record the withdrawal" }).click();
    await page.getByText(`${name} was withdrawn while you dragged.`).first().waitFor({ timeout: 5000 });
    await lifted(page).waitFor({ state: "detached", timeout: 2000 });
    expect(room.faults).toEqual([]);
  });
});

/** Well within the view, where nothing scrolls by itself: a jump down brings its row to the lower edge. */
async function idInView(page: Page, rank: number): Promise<string> {
  await idAt(page, 1);
  await idAt(page, rank + 7);
  return idAtPlace(page, rank);
}

/** Without going there: the list stands still. */
const idAtPlace = async (page: Page, rank: number): Promise<string> =>
  (await page
    .locator(`[data-list="ranked"] li:has([data-figure="rank"]:text-is("${rank}"))`)
    .getAttribute("data-applicant")) ?? "";
