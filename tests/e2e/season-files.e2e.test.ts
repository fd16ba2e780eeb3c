// A season's home and an applicant's file in a real browser: from home to the next step, a gap explained, a question asked by one and
// answered by another, and no faults that axe finds.
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { expectNoAxeFaults } from "../support/axe";
import { aDemoFolder } from "../support/database";
import { launchBrowser } from "../support/launch-browser";
import { dark, laptop, phone } from "../support/page";
import { type ServerProcess, startServerProcess } from "../support/server-process";

let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  if (!process.env.CHROMIUM_PATH) return;
  server = await startServerProcess({ dataDir: await aDemoFolder() });
  browser = await launchBrowser();
});
afterEach(async () => {
  for (const context of browser?.contexts() ?? []) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function signIn(email: string, device: BrowserContextOptions = laptop): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.origin, ...device });
  const page = await context.newPage();
  await context.request.post("/demo", { form: { email }, headers: { Origin: server.origin } });
  await page.goto("/");
  return page;
}
const dialog = (page: Page) => page.getByRole("dialog");
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

async function expectFine(page: Page): Promise<void> {
  await expectNoAxeFaults(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
}

test("a gap is explained, a question is asked by one and answered by another", async () => {
  const coordinator = await signIn("coordinator@example.org");
  await coordinator.getByRole("link", { name: /^Season 2027.*1000140C0/ }).click();
  await region(coordinator, "Next").getByText("Lock the list").waitFor();
  await coordinator.getByRole("link", { name: "Applicants", exact: true }).click();
  await coordinator.getByLabel("Search").fill("cardenas bea");
  await coordinator.getByRole("link", { name: "Cárdenas, Beatriz" }).click();
  const facts = region(coordinator, "Facts");
  const explain = facts.getByRole("button", { name: /^Explain / });
  await explain.first().waitFor();
  const openGaps = await explain.count();
  await explain.first().click();
  await dialog(coordinator).getByLabel("In a few words").fill("Time with family");
  await dialog(coordinator).getByLabel("Explanation, if there is one").fill("Looked after a relative.");
  await dialog(coordinator).getByRole("button", { name: "Save" }).click();
  await facts.getByText("Looked after a relative.").waitFor();
  expect(await explain.count()).toBe(openGaps - 1);

  const questions = region(coordinator, "Open questions");
  await questions.getByRole("button", { name: "Ask a question…" }).click();
  await dialog(coordinator).getByLabel("Question").fill("Which hospital was the internship in?");
  await dialog(coordinator).getByRole("button", { name: "Ask", exact: true }).click();
  await dialog(coordinator).getByText("Choose somebody of this program").waitFor();
  await dialog(coordinator).getByLabel("Who finds out").selectOption({ label: "Naveen Boateng" });
  await dialog(coordinator).getByRole("button", { name: "Ask", exact: true }).click();
  await questions.getByText("Naveen Boateng finds out").waitFor();

  const chief = await signIn("chief3@example.org", phone);
  await chief.getByRole("link", { name: /Which hospital was the internship in/ }).click();
  await chief.getByRole("button", { name: /^Answer: / }).click();
  await dialog(chief).getByLabel("What was found out").fill("The district hospital, says their letter.");
  await dialog(chief).getByRole("button", { name: "Sign and save" }).click();
  await region(chief, "Open questions").getByText("The district hospital, says their letter.").waitFor();
  expect(await chief.getByRole("button", { name: /^(Explain|Change) / }).count(), "a chief writes no facts").toBe(0);
  expect(await chief.getByText("Visa sponsorship").count()).toBe(0);
  await expectFine(chief);
});

test("[CLASS-1] [CLASS-2] what became of a class is written down, and small classes are told together", async () => {
  const coordinator = await signIn("coordinator@example.org");
  await coordinator.getByRole("link", { name: /^Season 2027.*1000140C0/ }).click();
  await coordinator.getByRole("link", { name: "Past years" }).click();
  const track = coordinator.getByRole("region", { name: /1000140C0$/ });
  await track.getByRole("button", { name: "Class of 2024…" }).click();
  const form = dialog(coordinator);
  await form.getByLabel("Took the boards").fill("12");
  await form.getByLabel("Passed them at the first attempt").fill("13");
  await form.getByRole("button", { name: "Save" }).click();
  await form.getByText("That is more than took them.").waitFor();
  await form.getByLabel("Passed them at the first attempt").fill("11");
  await form.getByLabel("What the program takes from it").fill("Two went part-time; nobody was pregnant and failed.");
  await form.getByText(/^“pregnant”: /).waitFor();
  await form.getByLabel("What the program takes from it").fill("Study days before the boards were worth it.");
  await expectFine(coordinator);
  await form.getByRole("button", { name: "Save" }).click();
  await track.getByText("Study days before the boards were worth it.").waitFor();
  await track.getByRole("row", { name: /^2024/ }).getByText("11 of 12").waitFor();

  const second = coordinator.getByRole("region", { name: /1000140P0$/ });
  await second
    .getByRole("row", { name: /^2025, 2026 8/ })
    .getByText("3 of 8")
    .waitFor();
  await second.getByText("too few").first().waitFor();

  const faculty = await signIn("faculty6@example.org");
  const answer = await faculty.goto(new URL(coordinator.url()).pathname);
  expect(answer?.status()).toBe(403);
  await faculty.getByText(/Study days/).waitFor({ state: "detached" });
});

test.each([
  ["laptop", laptop],
  ["phone", phone],
  ["dark", dark],
])(
  "the season's home, the program's past and a file have no faults that axe finds, and fit: %s",
  async (_name, device) => {
    const page = await signIn("pd@example.org", device);
    await page.getByRole("link", { name: /^Season 2027.*1000140C0/ }).click();
    await region(page, "Next").waitFor();
    await expectFine(page);
    await page.getByRole("link", { name: "Past years" }).click();
    await page.getByText("Chance that a position stays open").waitFor();
    await page.getByText("With under two past cycles nothing is said of the next list.").waitFor();
    await expectFine(page);
    await page.goBack();
    await page.getByRole("link", { name: "Applicants", exact: true }).click();
    await page.getByLabel("Search").fill("cardenas bea");
    await expectFine(page);
    await page.getByRole("link", { name: "Cárdenas, Beatriz" }).click();
    await page.getByRole("button", { name: "Log a call…" }).click();
    await expectFine(page);
  },
);
