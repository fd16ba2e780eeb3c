// Every way to move an applicant, seen in a second window: typed, dragged, by keyboard, by menu, on a phone.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectNothingSerious } from "../support/axe";
import { aRoom } from "../support/browser";
import { dark, idAt, laptop, phone, rankShown, rowOf, typeRank, untilRank, wholeList } from "../support/page";

const room = aRoom();
const bothAt = (...pages: Page[]) => ({
  untilRank: (id: string, rank: number) => Promise.all(pages.map((page) => untilRank(page, id, rank))),
});

describe("two windows", () => {
  test("a typed rank shows in the other window; undo takes it back", async () => {
    const [pd, faculty] = [await room.enter("pd@example.org"), await room.enter("faculty6@example.org")];
    const id = await idAt(faculty, 12);
    await typeRank(faculty, id, 5);
    await bothAt(pd, faculty).untilRank(id, 5);
    await faculty.getByRole("button", { name: /Undo/ }).click();
    await bothAt(pd, faculty).untilRank(id, 12);
    expect(room.faults).toEqual([]);
  });

  test("a drag with the mouse, and one with the keyboard", async () => {
    const [pd, faculty] = [await room.enter("pd@example.org"), await room.enter("faculty7@example.org")];
    const dragged = await idAt(pd, 8);
    const handle = rowOf(pd, dragged).locator(".row-handle");
    const target = await rowOf(pd, await idAt(pd, 3)).boundingBox();
    const from = await handle.boundingBox();
    if (!from || !target) throw new Error("the rows are not on the screen");
    await pd.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await pd.mouse.down();
    await pd.mouse.move(from.x + 10, from.y - 20, { steps: 4 });
    await pd.mouse.move(from.x + 10, target.y + 8, { steps: 12 });
    await pd.waitForTimeout(300);
    await pd.mouse.up();
    await bothAt(pd, faculty).untilRank(dragged, 3);

    const lifted = await idAt(pd, 10);
    await rowOf(pd, lifted).locator(".row-handle").focus();
    await pd.keyboard.press("Space");
    for (let step = 0; step < 3; step++) {
      await pd.waitForTimeout(250);
      await pd.keyboard.press("ArrowUp");
    }
    await pd.waitForTimeout(250);
    await pd.keyboard.press("Space");
    await bothAt(pd, faculty).untilRank(lifted, 7);
    expect(room.faults).toEqual([]);
  });

  test("Alt and an arrow nudge the row in focus, and the focus stays with the applicant", async () => {
    const [pd, faculty] = [await room.enter("pd@example.org"), await room.enter("faculty8@example.org")];
    const id = await idAt(pd, 6);
    await rowOf(pd, id).getByRole("link").focus();
    await pd.keyboard.press("Alt+ArrowDown");
    await bothAt(pd, faculty).untilRank(id, 7);
    await pd.keyboard.press("Alt+ArrowDown");
    await bothAt(pd, faculty).untilRank(id, 8);
    const focused = await pd.evaluate(() => document.activeElement?.closest("li")?.getAttribute("data-applicant"));
    expect(focused).toBe(id);
  });

  test("the Move menu; a move that the rules refuse comes back with a sentence", async () => {
    const faculty = await room.enter("faculty9@example.org");
    const id = await idAt(faculty, 4);
    const before = await rankShown(faculty, id);
    await rowOf(faculty, id).getByRole("button", { name: /^Move/ }).click();
    await faculty.getByRole("menuitem", { name: /Middle/ }).click();
    await faculty
      .getByText(/Protected places are stable/)
      .first()
      .waitFor();
    expect(await rankShown(faculty, id)).toBe(before);
  });

  test("into red asks for a category, a provenance and a sentence, and the other window sees it leave the ranks", async () => {
    const [pd, faculty] = [await room.enter("pd@example.org"), await room.enter("faculty10@example.org")];
    const id = await idAt(pd, 60);
    await rowOf(pd, id).scrollIntoViewIfNeeded();
    await rowOf(pd, id).getByRole("button", { name: /^Move/ }).click();
    await pd.getByRole("menuitem", { name: /Not ranked/ }).click();
    const dialog = pd.locator("dialog:modal");
    await dialog.getByText("Professionalism", { exact: true }).click();
    await dialog.getByText("First-hand").click();
    await dialog.getByRole("textbox").fill("Missed the second day without a word.");
    await dialog
      .getByRole("button", { name: /Not rank|Move/ })
      .last()
      .click();
    // In the other window it may be far from the eye; going to its old rank finds somebody else there.
    await expect.poll(() => idAt(faculty, 60), { timeout: 10_000 }).not.toBe(id);
    await expect.poll(async () => (await wholeList(faculty)).indexOf(id), { timeout: 10_000 }).toBeGreaterThan(100);
  });
});

describe("a phone", () => {
  test("has no drag; a tap on Move opens a sheet", async () => {
    const page = await room.enter("faculty11@example.org", phone);
    const id = await idAt(page, 5);
    expect(await rowOf(page, id).locator(".row-handle").isVisible()).toBe(false);
    await rowOf(page, id).getByRole("button", { name: /^Move/ }).tap();
    const sheet = page.locator("dialog:modal");
    await sheet.waitFor();
    await sheet.getByRole("button", { name: /^(Up|Move up)/ }).tap();
    await untilRank(page, id, 4);
  });
});

describe("ten windows", () => {
  test("ten people type ranks at once and end with the same list, nobody lost or doubled", async () => {
    const emails = Array.from({ length: 10 }, (_, index) => `faculty${index + 6}@example.org`);
    const pages: Page[] = [];
    for (const email of emails) pages.push(await room.enter(email));
    const start = (await wholeList(pages[0] as Page)).length;
    const fought: string[] = [];
    for (const rank of [3, 4, 5, 6, 7]) fought.push(await idAt(pages[0] as Page, rank));
    for (let round = 0; round < 3; round++) {
      await Promise.all(
        pages.map((page, index) =>
          typeRank(page, fought[(index + round) % fought.length] as string, 2 + ((index * 3 + round) % 9)),
        ),
      );
    }
    let lists: string[] = [];
    for (let tries = 0; tries < 10; tries++) {
      lists = (await Promise.all(pages.map(wholeList))).map((ids) => ids.join(" "));
      if (new Set(lists).size === 1) break;
      await pages[0]?.waitForTimeout(200);
    }
    expect(new Set(lists).size).toBe(1);
    const ids = (lists[0] ?? "").split(" ");
    expect(new Set(ids).size).toBe(start);
    expect(ids).toHaveLength(start);
    // Screen readers and Tab follow the elements: they stand in the order of the ranks.
    const ranks = await (pages[0] as Page).locator('[data-list="ranked"] [data-figure="rank"]').allTextContents();
    expect(ranks).toEqual(ranks.map((_, index) => String(index + 1)));
    expect(room.faults).toEqual([]);
  });
});

describe("for everybody", () => {
  test.each([
    ["light", laptop],
    ["dark", dark],
    ["phone", phone],
  ] as const)("axe finds nothing serious: %s", async (_name, device) => {
    const page = await room.enter("pd@example.org", device);
    await expectNothingSerious(page);
  });
});
