// The meeting, the lobby and the wall in a real browser on a hospital's network.
import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { offlineWords } from "../../app/meeting/move-block";
import { aRoom } from "../support/browser";
import { aNetwork, type Kindness, type Network } from "../support/network";
import { beginHosting, idAt, signInAs, typeRank, untilRank } from "../support/page";

const room = aRoom();
const networks: Network[] = [];
afterEach(async () => {
  for (const network of networks.splice(0)) await network.close();
});

/** Somebody's window behind a network of its own, on the page of their meetings. */
async function behind(kindness: Kindness, email: string): Promise<{ page: Page; network: Network }> {
  const network = await aNetwork(room.origin, kindness);
  networks.push(network);
  const context = await room.device({ viewport: { width: 1440, height: 900 }, baseURL: network.origin });
  await signInAs(context, network.origin, email);
  const page = await context.newPage();
  await page.goto("/");
  return { page, network };
}

const meetingLink = (page: Page) => page.locator('a[href^="/meetings/"]').first();
const live = (page: Page) => page.getByText("Live", { exact: true });

const unkind = ["refuses", "swallows", "dropsFrames"] as const;

describe("[WIRE-2] a network that is unkind to WebSockets", () => {
  test.each(unkind)(
    "%s: live within ten seconds, at once the next time, and the lobby says which way",
    async (kindness) => {
      const { page } = await behind(kindness, "faculty6@example.org");
      await meetingLink(page).click();
      await live(page).waitFor({ timeout: 10_000 });
      const address = new URL(page.url()).pathname;

      const before = Date.now();
      await page.reload();
      await live(page).waitFor({ timeout: 10_000 });
      expect(Date.now() - before).toBeLessThan(4000);

      await page.goto(`${address}/lobby`);
      await page.getByText(/works the slower way, because this network lets no WebSocket through/).waitFor();
      expect(room.faults).toEqual([]);
    },
  );
});

describe("[WIRE-2] packets that vanish", () => {
  test("the page says so within some ten seconds, and comes back by itself", async () => {
    const { page, network } = await behind("passes", "pd@example.org");
    await meetingLink(page).click();
    await live(page).waitFor();
    network.isGone = true;
    await page.getByText(/^Reconnecting… Your changes wait/).waitFor({ timeout: 14_000 });
    network.isGone = false;
    await live(page).waitFor({ timeout: 20_000 });
  });

  test("every control of the room that sends at once looks as dead as it is, and says why when it is pressed", async () => {
    const { page, network } = await behind("passes", "pd@example.org");
    await meetingLink(page).click();
    await live(page).waitFor();
    await beginHosting(page);
    await idAt(page, 12);
    await page.keyboard.press("s");
    const panel = page.getByRole("complementary", { name: "The room" });
    await panel.getByRole("button", { name: "Lights off" }).waitFor();
    network.isGone = true;
    await page.getByText(/^Reconnecting… Your changes wait/).waitFor({ timeout: 14_000 });
    const alive = await panel
      .locator("button, input, select, textarea")
      .evaluateAll((controls) =>
        controls
          .filter((one) => !one.matches(":disabled") && one.getAttribute("aria-disabled") !== "true")
          .map((one) => (one.getAttribute("aria-label") ?? one.textContent ?? "").trim()),
      );
    // What opens a file or asks in a dialog first, and what is only typed or chosen for a form.
    const opens = /^(File|Endorse…|Flag…|Show \d+ more.*|(Verify|Dismiss|Strike): .*|.+, .+ \d+\D*|)$/;
    const typed = /^(Move to rank|15 seconds.*)$/;
    expect(alive.filter((name) => !opens.test(name) && !typed.test(name))).toEqual([]);
    // It can be pressed as people do, though it is announced as disabled.
    await panel.getByRole("button", { name: "Lights off" }).click({ force: true });
    await page.getByText(offlineWords).first().waitFor();
    network.isGone = false;
    await live(page).waitFor({ timeout: 20_000 });
    await panel.getByRole("button", { name: "Lights off" }).click();
    await panel.getByText("Nobody is before the room.").first().waitFor();
  });

  test("a page that was asleep meanwhile checks itself when it wakes, and shows what it has missed", async () => {
    const { page, network } = await behind("passes", "faculty6@example.org");
    await meetingLink(page).click();
    await live(page).waitFor();
    const director = await room.enter("pd@example.org");
    const applicantId = await idAt(page, 12);
    network.isGone = true;
    await typeRank(director, applicantId, 5);
    await untilRank(director, applicantId, 5);
    network.isGone = false;
    // What a browser that had frozen the page tells it, before anything is heard again.
    await page.evaluate(() => document.dispatchEvent(new Event("resume")));
    await expect.poll(() => idAt(page, 5), { timeout: 10_000 }).toBe(applicantId);
  });
});
