// What a busy director does in the page while others move applicants: types ranks, nudges, looks around, opens a file, searches,
// and drags by mouse and by keyboard. Presses go to places on the screen, as a hand's do: the rows under them keep changing.
import type { Page } from "playwright-core";

const pause = (page: Page, ms = 250) => page.waitForTimeout(ms);

/** The middle of a part of the n-th row in view, from 0. */
async function spot(page: Page, row: number, part: string): Promise<{ x: number; y: number }> {
  const found = await page.evaluate(
    ([n, selector]) => {
      const top = document.querySelector(".list-heading")?.getBoundingClientRect().bottom ?? 0;
      const inView = [...document.querySelectorAll('[data-list="ranked"] > [data-applicant]')].filter(
        (item) => item.getBoundingClientRect().top >= top,
      );
      const box = inView[n]?.querySelector(selector)?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    [row, part] as const,
  );
  if (!found) throw new Error(`there is no ${part} in row ${row} of the view`);
  return found;
}

/** Again when the row moved away between press and release, as a person would. */
async function press(page: Page, row: number, part: string, awaited: string): Promise<void> {
  for (let tries = 0; tries < 10; tries += 1) {
    const { x, y } = await spot(page, row, part);
    await page.mouse.click(x, y);
    const isThere = await page
      .locator(awaited)
      .first()
      .waitFor({ timeout: 2000 })
      .then(
        () => true,
        () => false,
      );
    if (isThere) return;
  }
  throw new Error(`${part} of row ${row} does not answer`);
}

export async function workWithRows(page: Page): Promise<void> {
  for (const [row, rank] of [
    [6, "3"],
    [9, "2"],
    [4, "12"],
  ] as const) {
    await press(page, row, "[data-act=rank]", ".row-entry");
    await page.keyboard.type(rank, { delay: 60 });
    await page.keyboard.press("Enter");
    await pause(page);
  }
  for (let i = 0; i < 5; i += 1) {
    // Upwards, so that the page stays where it is and the moves of others at the top of the list are seen.
    await page.keyboard.press("Alt+ArrowUp");
    await pause(page, 150);
  }
  for (const key of ["j", "j", "j", "k"]) {
    await page.keyboard.press(key);
    await pause(page, 100);
  }
  await page.keyboard.press("Control+z");
  // And listens for a while, as people do most of a meeting.
  await pause(page, 30_000);
}

export async function lookAround(page: Page): Promise<void> {
  await press(page, 3, "a", "dialog[open] [role=tab]");
  await pause(page, 500);
  await page.locator("dialog[open] button[aria-label=Close]").click();
  await pause(page, 500);
  await press(page, 4, "[data-act=menu]", "[role=menu]");
  await pause(page);
  await page.keyboard.press("Escape");
  await pause(page);
  await page.keyboard.press("/");
  await page.keyboard.type("haddad", { delay: 60 });
  await pause(page);
  await page.keyboard.press("Escape");
  await pause(page);
  await page.mouse.move(500, 500);
  for (let i = 0; i < 20; i += 1) {
    await page.mouse.wheel(0, 300);
    await pause(page, 40);
  }
  await pause(page, 500);
}

/** Down the list and back, over seconds, with frames recorded from after the lift to before the drop. */
export async function dragByMouse(page: Page, steps: number): Promise<void> {
  const { x, y } = await spot(page, 2, ".row-handle");
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 8, { steps: 4 });
  await pause(page);
  await page.evaluate(() => window.recordFrames(true));
  for (let step = 0; step < steps; step += 1) {
    const way = Math.sin((step / steps) * Math.PI);
    await page.mouse.move(x + 4, y + 8 + way * 560);
    await page.waitForTimeout(16);
  }
  await page.evaluate(() => window.recordFrames(false));
  await page.mouse.move(x + 4, y + 130, { steps: 4 });
  await page.mouse.up();
  await pause(page, 900);
}

export async function dragByKeyboard(page: Page): Promise<void> {
  await page.evaluate(() =>
    document.querySelector<HTMLElement>('[data-list="ranked"] .row-handle[tabindex]')?.focus({ preventScroll: true }),
  );
  await page.keyboard.press("Space");
  await pause(page);
  for (let i = 0; i < 5; i += 1) {
    await page.keyboard.press("ArrowDown");
    await pause(page, 150);
  }
  await page.keyboard.press("Space");
  await pause(page, 900);
}
