// A real browser on a real server for one test file: people of the demo season in windows of their own.
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { aFolder } from "./database";
import { enterAt, type ServerProcess, startServerProcess } from "./server-process";

export const laptop: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const dark: BrowserContextOptions = { ...laptop, colorScheme: "dark" };

/** One of the demo's people, who has pledged before. */
export async function signInAs(context: BrowserContext, origin: string, email: string): Promise<void> {
  const [name = "", value = ""] = (await enterAt(origin, email)).split("=");
  await context.addCookies([{ name, value, url: origin }]);
}

export interface Room {
  /** A signed-in window on the demo's meeting, live. */
  enter(email: string, device?: BrowserContextOptions): Promise<Page>;
  /** Nobody's yet: a browser of its own, with no cookies. */
  device(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Faults that any page of the test reported by itself. */
  faults: string[];
}

/** Opens with the file and closes after it. Windows close after every test; the meeting goes on. */
export function aRoom(): Room {
  let server: ServerProcess;
  let browser: Browser;
  const room: Room = {
    faults: [],
    async device(options = laptop) {
      const context = await browser.newContext({ baseURL: server.origin, ...options });
      context.on("weberror", (fault) => room.faults.push(fault.error().message));
      return context;
    },
    async enter(email, device = laptop) {
      const context = await browser.newContext({ baseURL: server.origin, ...device });
      await signInAs(context, server.origin, email);
      const page = await context.newPage();
      page.on("pageerror", (error) => room.faults.push(`${email}: ${error.message}`));
      await page.goto("/");
      await page.locator('a[href^="/meetings/"]').first().click();
      // Before that the page is only what the server rendered.
      await page.getByText("Live", { exact: true }).waitFor();
      return page;
    },
  };
  beforeAll(async () => {
    if (!process.env.CHROMIUM_PATH) return;
    server = await startServerProcess({ dataDir: await aFolder() });
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
    room.faults.length = 0;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  return room;
}

/** The list as the window shows it. */
export const rowOf = (page: Page, id: string) => page.locator(`li[data-applicant="${id}"]`);
/** Jumps there, because only the rows near the eye are in the page. */
export async function idAt(page: Page, rank: number): Promise<string> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.type(`g${rank}`);
  await page.keyboard.press("Enter");
  const row = page.locator("li[data-applicant]:focus-within");
  return (await row.getAttribute("data-applicant")) ?? "";
}
export interface ShownRow {
  id: string;
  /** 0: not ranked. */
  rank: number;
  name: string;
}
/** Everybody on the screen's lists, ranked ones in their order: looked at from the top to the bottom. */
export const allRows = (page: Page): Promise<ShownRow[]> =>
  page.evaluate(async () => {
    const seen = new Map<string, ShownRow>();
    const look = () => {
      for (const row of document.querySelectorAll<HTMLElement>("li[data-applicant]")) {
        const id = row.dataset.applicant ?? "";
        const rank = Number(row.querySelector('[data-figure="rank"]')?.textContent ?? 0);
        seen.set(id, { id, rank, name: row.querySelector("a")?.textContent ?? "" });
      }
    };
    const panes = [...document.querySelectorAll<HTMLElement>(".lists-panes, .lists-pane")];
    for (const pane of panes) {
      for (let top = 0; top <= pane.scrollHeight; top += 400) {
        pane.scrollTop = top;
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        look();
      }
      pane.scrollTop = 0;
    }
    const place = ({ rank }: ShownRow) => rank || Number.POSITIVE_INFINITY;
    return [...seen.values()].sort((a, b) => (place(a) === place(b) ? (a.id < b.id ? -1 : 1) : place(a) - place(b)));
  });
export const wholeList = async (page: Page): Promise<string[]> => (await allRows(page)).map(({ id }) => id);
export const rankShown = async (page: Page, id: string): Promise<string> =>
  (await rowOf(page, id).locator('[data-figure="rank"]').textContent()) ?? "";

export async function untilRank(page: Page, id: string, rank: number): Promise<void> {
  await page.waitForFunction(
    ([applicant, wanted]) =>
      document.querySelector(`li[data-applicant="${applicant}"] [data-figure="rank"]`)?.textContent === wanted,
    [id, String(rank)] as const,
    { timeout: 15_000 },
  );
}
