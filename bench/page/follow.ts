// What following a spotlight costs a phone: the work of its main thread from the host's pick to rest, the list on screen half of
// the time and the applicant the other half. Nobody else does anything meanwhile.
import type { CDPSession, Page } from "playwright-core";
import type { Remote } from "./remote";

/** By then the page is at rest again. */
const REST_MS = 900;
const PICKS = 12;

/** Milliseconds of each pick, in order. */
export async function costOfFollowing(page: Page, devtools: CDPSession, host: Remote): Promise<number[]> {
  await devtools.send("Performance.enable");
  const busy = async (): Promise<number> => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  };
  const over = async (act: () => void): Promise<number> => {
    const before = await busy();
    act();
    await page.waitForTimeout(REST_MS);
    return (await busy()) - before;
  };
  const costs: number[] = [];
  // The first loads the parts of the room, once for the whole meeting.
  host.spotlight(0);
  await page.waitForTimeout(3000);
  for (const tab of ["List", "Spotlight"]) {
    await page.getByRole("button", { name: new RegExp(`^${tab}`) }).click();
    await page.waitForTimeout(REST_MS);
    const idle = await over(() => {});
    for (let n = 1; n <= PICKS; n += 1) costs.push(Math.max(0, (await over(() => host.spotlight(n * 23))) - idle));
  }
  return costs;
}
