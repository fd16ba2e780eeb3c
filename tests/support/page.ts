// What a window is, who is signed in there, and what its list shows. Knows nothing of tests, so that whoever takes pictures uses it too.
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { enterMeetingsAt } from "./server-process";

export const laptop: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const dark: BrowserContextOptions = { ...laptop, colorScheme: "dark" };

/** One of the demo's people, who has pledged before. Resolves to the paths of their meetings. */
export async function signInAs(context: BrowserContext, origin: string, email: string): Promise<readonly string[]> {
  const { cookie, meetings } = await enterMeetingsAt(origin, email);
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: origin }]);
  return meetings;
}

const seasonPages = (page: Page) => page.getByRole("navigation", { name: "This season" });

/** From the start to the home of the demo's season. */
export async function goToSeason(page: Page): Promise<void> {
  await page.goto("/");
  await page
    .getByRole("region", { name: "Seasons" })
    .getByRole("link", { name: /1000140C0/ })
    .click();
  await seasonPages(page).waitFor();
}

/** And on, past its checklist, which may lead there as well. */
export async function goToSeasonPage(page: Page, link: string, heading: string): Promise<void> {
  await goToSeason(page);
  await seasonPages(page).getByRole("link", { name: link, exact: true }).click();
  await page.getByRole("heading", { name: heading, level: 1 }).waitFor();
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
/** By keyboard: a pointer cannot hit a row that others keep moving. */
export async function typeRank(page: Page, id: string, rank: number): Promise<void> {
  await rowOf(page, id).locator('[data-act="rank"]').press("Enter");
  await page.keyboard.type(String(rank));
  await page.keyboard.press("Enter");
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

/** With the host's part beside the list. It stands there already where something is on the agenda. */
export async function beginHosting(page: Page): Promise<void> {
  const begin = page.getByRole("button", { name: "Run the meeting" });
  const panel = page.getByRole("complementary", { name: "The room" }).getByText("Walk-through", { exact: true });
  await begin.or(panel).first().waitFor();
  if (await begin.isVisible()) await begin.click();
  await panel.waitFor();
}
