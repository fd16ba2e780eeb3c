// What a busy director does in the page while others move applicants: types ranks, nudges, looks around, opens a file, searches,
// and drags by mouse and by keyboard.
import type { Page } from "playwright-core";

const rows = '[data-list="ranked"] > li';
const pause = (page: Page, ms = 250) => page.waitForTimeout(ms);

export async function workWithRows(page: Page): Promise<void> {
  for (const [from, to] of [
    [6, "3"],
    [9, "2"],
    [4, "12"],
  ] as const) {
    await page.locator(`${rows}:nth-child(${from}) [data-act=rank]`).click();
    await page.keyboard.type(to, { delay: 60 });
    await page.keyboard.press("Enter");
    await pause(page);
  }
  await page.locator(`${rows}:nth-child(5) a`).focus();
  for (let i = 0; i < 5; i += 1) {
    await page.keyboard.press("Alt+ArrowDown");
    await pause(page, 150);
  }
  for (const key of ["j", "j", "j", "k"]) {
    await page.keyboard.press(key);
    await pause(page, 100);
  }
  await page.keyboard.press("Control+z");
  await pause(page);
}

export async function lookAround(page: Page): Promise<void> {
  await page.locator(`${rows}:nth-child(3) a`).click();
  await page.locator("dialog[open]").waitFor();
  await pause(page, 500);
  await page.locator("dialog[open] button[aria-label=Close]").click();
  await pause(page);
  await page.locator(`${rows}:nth-child(4) [data-act=menu]`).click();
  await page.getByRole("menu").waitFor();
  await pause(page);
  await page.keyboard.press("Escape");
  await pause(page);
  await page.keyboard.press("/");
  await page.keyboard.type("haddad", { delay: 60 });
  await pause(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.mouse.move(500, 500);
  for (let i = 0; i < 20; i += 1) {
    await page.mouse.wheel(0, 300);
    await pause(page, 40);
  }
  for (let i = 0; i < 22; i += 1) await page.mouse.wheel(0, -300);
  await pause(page, 500);
}

/** Down the list and back, over seconds, with frames recorded from after the lift to before the drop. */
export async function dragByMouse(page: Page, steps: number): Promise<void> {
  const box = await page.locator(`${rows}:nth-child(3) .row-handle`).boundingBox();
  if (!box) throw new Error("there is no handle to drag");
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 8, { steps: 4 });
  await pause(page);
  await page.evaluate(() => {
    window.recordFrames = true;
  });
  for (let step = 0; step < steps; step += 1) {
    const way = Math.sin((step / steps) * Math.PI);
    await page.mouse.move(x + 4, y + 8 + way * 480);
    await page.waitForTimeout(16);
  }
  await page.evaluate(() => {
    window.recordFrames = false;
  });
  await page.mouse.move(x + 4, y + 130, { steps: 4 });
  await page.mouse.up();
  await pause(page, 900);
}

export async function dragByKeyboard(page: Page): Promise<void> {
  await page.locator(`${rows}:nth-child(6) .row-handle`).focus();
  await page.keyboard.press("Space");
  await pause(page);
  for (let i = 0; i < 5; i += 1) {
    await page.keyboard.press("ArrowDown");
    await pause(page, 150);
  }
  await page.keyboard.press("Space");
  await pause(page, 900);
}
