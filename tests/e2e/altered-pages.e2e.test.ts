// Pages that others alter, and clocks that are off: what the server wrote is what the browser finds, and the page goes on.
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { aRoom } from "../support/browser";
import { beginHosting, idAt, laptop, phone } from "../support/page";

const room = aRoom();

/** A device in another zone and language, whose clock is two hours fast, in a dark room. */
const elsewhere: BrowserContextOptions = {
  ...laptop,
  timezoneId: "Asia/Kathmandu",
  locale: "de-DE",
  colorScheme: "dark",
};

const wrongClock = () => {
  const { now } = Date;
  const ahead = 2 * 60 * 60 * 1000;
  Date.now = () => now.call(Date) + ahead;
};

/** Everything that React, or anybody, complains of. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  return complaints;
}

const live = (page: Page) => page.getByText("Live", { exact: true });

describe("the server's clock in the first render", () => {
  test("no main page is thrown away by a browser whose clock, zone and language are others", async () => {
    const page = await room.enter("pd@example.org", elsewhere);
    const meeting = new URL(page.url()).pathname;
    await page.addInitScript(wrongClock);
    const complaints = complaintsOf(page);
    for (const path of [meeting, "/", `${meeting}/lobby`, `${meeting}/minutes`, `${meeting}/differences`, "/account"]) {
      await page.goto(path, { waitUntil: "networkidle" });
    }
    expect(complaints).toEqual([]);
  });
});

test("the wall, loaded while somebody is before the room and a call runs, keeps its colours and the right time left", async () => {
  const pd = await room.enter("pd@example.org", laptop);
  const meeting = new URL(pd.url()).pathname;
  await idAt(pd, 12);
  await pd.keyboard.press("s");
  await beginHosting(pd);
  await pd.getByText("Call for objections…").click();
  await pd.getByLabel("Open for").selectOption("120");
  await pd.getByRole("button", { name: "Ask the room" }).click();
  const timer = pd.getByRole("complementary", { name: "Call for objections" }).getByRole("timer");
  await timer.waitFor();

  const maker = await pd.context().newPage();
  await maker.goto(`${meeting}/presenter`);
  await maker.getByRole("button", { name: "Make a link" }).click();
  const path = await maker.getByRole("link", { name: "Open the presenter screen" }).getAttribute("href");
  const wall = await (await room.device({ ...elsewhere, viewport: { width: 1920, height: 1080 } })).newPage();
  await wall.addInitScript(wrongClock);
  const complaints = complaintsOf(wall);
  await wall.goto(path ?? "", { waitUntil: "networkidle" });
  await wall.getByRole("region", { name: "Spotlight" }).waitFor();
  const seconds = async (page: Page) => {
    const [minutes = 0, rest = 0] = ((await page.getByRole("timer").first().textContent()) ?? "")
      .split(":")
      .map(Number);
    return minutes * 60 + rest;
  };
  const [onWall, onScreen] = await Promise.all([seconds(wall), seconds(pd)]);
  expect(Math.abs(onWall - onScreen)).toBeLessThanOrEqual(1);
  expect(onWall).toBeGreaterThan(60);
  const background = await wall.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = Math.max(...(background.match(/\d+(\.\d+)?/g) ?? ["255"]).slice(0, 3).map(Number));
  expect(light, background).toBeLessThan(64);

  await pd.getByRole("button", { name: "End the call" }).click();
  const result = wall.getByRole("region", { name: "What came of the call" });
  await result.getByText(/^Ranks? .*: 0 objections$/).waitFor();
  await result.getByText(/0 no objection · \d+ said nothing/).waitFor();
  expect(complaints).toEqual([]);
});

test("a page that fails gives back what was typed on it", async () => {
  const page = await room.enter("faculty9@example.org", phone);
  await page.goto("/");
  await page.getByRole("link", { name: "Declare a recusal" }).first().click();
  const why = page.getByLabel("What the conflict is (optional)");
  await why.fill("We wrote a paper together, in 2025.");
  await page.route("**/recusal.data*", (route) => route.fulfill({ status: 500, body: "<h1>Bad gateway</h1>" }));
  await page.getByRole("button", { name: "Recuse myself" }).click();
  await page.getByRole("heading", { name: "Something went wrong on our side" }).waitFor();
  await page.getByText("We wrote a paper together, in 2025.").waitFor();
});

describe("a page that somebody has altered", () => {
  test("mail addresses that a proxy hides are written so that it finds none", async () => {
    const page = await room.enter("pd@example.org", laptop);
    const complaints = complaintsOf(page);
    const hidden: string[] = [];
    await page.route("**/*", async (route) => {
      if (route.request().resourceType() !== "document") return route.continue();
      const answer = await route.fetch();
      // Between tags only, as such proxies do.
      const altered = (await answer.text())
        .split(/(<script[\s\S]*?<\/script>|<[^>]*>)/)
        .map((piece, index) =>
          index % 2 === 1
            ? piece
            : piece.replace(/[\w.+-]+@[\w-]+\.[\w.]+/g, (address) => {
                hidden.push(address);
                return '<span class="__cf_email__">[email&#160;protected]</span>';
              }),
        )
        .join("");
      await route.fulfill({ response: answer, body: altered });
    });
    await page.goto("/account", { waitUntil: "networkidle" });
    await page.getByText("pd@example.org").waitFor();
    await page.goto("/", { waitUntil: "networkidle" });
    await page
      .getByRole("link", { name: /^Roster of/ })
      .first()
      .click();
    await page.getByText("coordinator@example.org").waitFor();
    await page.reload({ waitUntil: "networkidle" });
    await page.getByText("coordinator@example.org").waitFor();
    expect(hidden).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("nodes of extensions and proxies leave the page, its colours and its styles as they are", async () => {
    const page = await room.enter("faculty6@example.org", laptop);
    await page.evaluate(() => localStorage.setItem("rank-room.theme", "dark"));
    const meeting = new URL(page.url()).pathname;
    await page.route(`**${meeting}`, async (route) => {
      const answer = await route.fetch();
      const altered = (await answer.text())
        .replace("<head>", '<head><style id="stranger">a{}</style>')
        .replace(
          /<body([^>]*)>/,
          '<body$1 cz-shortcut-listen="true"><iframe hidden></iframe><stranger-panel></stranger-panel>',
        )
        .replace("</html>", "<stranger-end></stranger-end></html>");
      await route.fulfill({ response: answer, body: altered });
    });
    const complaints = complaintsOf(page);
    await page.reload();
    await live(page).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
    expect(complaints.filter((words) => /hydrat|Minified React|#4\d\d/i.test(words))).toEqual([]);
    expect(await page.locator("stranger-panel").count()).toBe(1);
  });

  test("texts that a translator has wrapped are changed on, and take nothing down", async () => {
    const page = await room.enter("faculty7@example.org", laptop);
    await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        if (text.parentElement?.closest("script, style")) continue;
        const font = document.createElement("font");
        text.replaceWith(font);
        font.append(text);
      }
    });
    await page.locator("li[data-applicant] a").first().click();
    await page.locator("li[data-applicant] a").nth(3).click();
    await page.keyboard.press("Escape");
    await live(page).waitFor();
    expect(room.faults).toEqual([]);
  });
});
