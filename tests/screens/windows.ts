// Windows that are looked at: the same screen light, dark and on a phone, each a browser context of its own.
import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { phone, signInAs } from "../support/page";

export const looks = {
  light: { viewport: { width: 1280, height: 800 } },
  dark: { viewport: { width: 1280, height: 800 }, colorScheme: "dark" },
  phone,
} satisfies Record<string, BrowserContextOptions>;
export type Look = keyof typeof looks;

/** One page a look. */
export type Windows = Record<Look, Page>;

/** Small enough to be kept with the documents: half a megabyte for all looks of a screen would be too much. */
const JPEG_QUALITY = 60;

export class Photographer {
  /** What was taken, in order. */
  readonly taken: { name: string; caption: string; looks: string[] }[] = [];
  constructor(
    private readonly browser: Browser,
    private readonly origin: string,
    private readonly folder: string,
  ) {}

  /** A signed-in window a look; one person, or a person each. */
  async open(who: string | Record<Look, string>, address = "/"): Promise<Windows> {
    const pages: Partial<Windows> = {};
    for (const look of Object.keys(looks) as Look[]) {
      const context = await this.browser.newContext({ ...looks[look], baseURL: this.origin, reducedMotion: "reduce" });
      await signInAs(context, this.origin, typeof who === "string" ? who : who[look]);
      pages[look] = await context.newPage();
      await pages[look].goto(address);
    }
    return pages as Windows;
  }

  async visit(name: string, caption: string, windows: Windows, address: string): Promise<void> {
    for (const page of Object.values(windows)) await page.goto(address, { waitUntil: "networkidle" });
    await this.take(name, caption, windows);
  }

  async take(name: string, caption: string, pages: Partial<Record<string, Page>>): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    for (const [look, page] of Object.entries(pages)) {
      await page?.evaluate(() => document.fonts.ready.then(() => {}));
      await page?.waitForTimeout(300);
      await page?.screenshot({
        path: path.join(this.folder, `${name}-${look}.jpg`),
        type: "jpeg",
        quality: JPEG_QUALITY,
        animations: "disabled",
      });
    }
    this.taken.push({ name, caption, looks: Object.keys(pages) });
  }

  async close(windows: Windows): Promise<void> {
    for (const page of Object.values(windows)) await page.context().close();
  }
}
