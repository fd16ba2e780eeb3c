// A real browser on a real server for one test file: people of the demo season in windows of their own.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { aDemoFolder } from "./database";
import { launchBrowser } from "./launch-browser";
import { laptop, signInAs } from "./page";
import { type ServerProcess, startServerProcess } from "./server-process";

export interface Room {
  /** Where its server listens. */
  readonly origin: string;
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
    get origin() {
      return server.origin;
    },
    faults: [],
    async device(options = laptop) {
      const context = await browser.newContext({ baseURL: server.origin, ...options });
      context.on("weberror", (fault) => room.faults.push(fault.error().message));
      return context;
    },
    async enter(email, device = laptop) {
      const context = await browser.newContext({ baseURL: server.origin, ...device });
      const [meeting = "/"] = await signInAs(context, server.origin, email);
      const page = await context.newPage();
      page.on("pageerror", (error) => room.faults.push(`${email}: ${error.message}`));
      await page.goto(meeting);
      // Before that the page is only what the server rendered.
      await page.getByText("Live", { exact: true }).waitFor();
      return page;
    },
  };
  beforeAll(async () => {
    if (!process.env.CHROMIUM_PATH) return;
    server = await startServerProcess({ dataDir: await aDemoFolder() });
    browser = await launchBrowser();
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
