// The rubric in a real browser: a change tried before it is saved, a score that explains itself, a rating and an exception signed,
// two versions compared.
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectNoAxeFaults } from "../support/axe";
import { aDemoFolder } from "../support/database";
import { launchBrowser } from "../support/launch-browser";
import { dark, goToSeasonPage, laptop, phone } from "../support/page";
import { type ServerProcess, startServerProcess } from "../support/server-process";

let server: ServerProcess;
let browser: Browser;
const faults: string[] = [];

beforeAll(async () => {
  if (!process.env.CHROMIUM_PATH) return;
  server = await startServerProcess({ dataDir: await aDemoFolder() });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function atRubric(email: string, device: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.origin, ...device });
  await context.request.post("/demo", { form: { email }, headers: { Origin: server.origin } });
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(`${email}: ${error.message}`));
  await goToSeasonPage(page, "Rubric", "Rubric");
  return page;
}

const dialog = (page: Page) => page.getByRole("dialog");
const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("[RUBRIC-4] [RUBRIC-5] a change is tried, refused without a reason, saved as a version, and compared", async () => {
  const director = await atRubric("pd@example.org", laptop);
  await director.getByText("“Agreed in October.”").waitFor();
  await expectNoAxeFaults(director);
  await director.getByRole("link", { name: "Change the rubric" }).click();
  const whatIf = director.locator("form [role=status]");
  await director.getByText("No suggested place would change.").waitFor();
  await director.getByRole("textbox", { name: "Weight" }).nth(1).fill("5");
  await expect.poll(() => whatIf.textContent()).toMatch(/^\d+ of 162 applicants would have another suggested place\.$/);
  await director.getByLabel("H-1B seats").fill("4");
  await panel(director, "Exam floor").getByLabel("Step 2 CK").fill("225");
  await panel(director, "Exam floor").getByText("On", { exact: true }).click();
  await director.getByText("Floors by applicant type hold some people").waitFor();
  await expectNoAxeFaults(director);
  await panel(director, "Exam floor").getByText("Off: one floor for everybody").click();
  await director.getByRole("button", { name: "Save version 2" }).click();
  await director.getByText("Say why, in a sentence of at least three words and at most 500 characters.").waitFor();
  await director.getByLabel("Why this change?").fill("The exam counts less than the work on the wards.");
  await director.getByRole("button", { name: "Save version 2" }).click();
  await director.getByText("“The exam counts less than the work on the wards.”").waitFor();
  await panel(director, "H-1B seats").getByText("4", { exact: true }).waitFor();

  await director.getByRole("link", { name: "Versions" }).click();
  await director.getByRole("row", { name: "Step 2 CK, weight 25 5" }).waitFor();
  await expectNoAxeFaults(director);
});

test("[RUBRIC-1] [RUBRIC-3] a score explains itself, and what is signed about somebody stands beside it", async () => {
  const host = await atRubric("pd@example.org", phone);
  const applicants = panel(host, "Applicants");
  await applicants.getByLabel("Sort by").selectOption("step2");
  await applicants.getByRole("listitem").first().getByRole("button").click();
  await applicants
    .getByText(/^Step 2 CK \d+ is at or above 250/)
    .first()
    .waitFor();
  await applicants.getByRole("button", { name: "Rate letters and fit…" }).click();
  await dialog(host).getByText("4", { exact: true }).click();
  await dialog(host).getByLabel("Where is it from?").fill("The chair's letter, page 2.");
  await dialog(host).getByRole("button", { name: "Sign" }).click();
  await applicants.getByText("Rated 4 of 5 by hand.").waitFor();
  await applicants.getByText("“The chair's letter, page 2.”").waitFor();

  const under = applicants.getByRole("listitem").filter({ hasText: "Under the floor" }).first();
  await under.getByRole("button").first().click();
  await under.getByRole("button", { name: "Make an exception…" }).click();
  await dialog(host).getByLabel("Why?").fill("Two letters from inpatient work here.");
  await dialog(host).getByRole("button", { name: "Sign the exception" }).click();
  await under.getByText("Exception from the floor: Two letters from inpatient work here.").waitFor();
  await expectNoAxeFaults(host);
});

test("[SEASON-1] the coordinator reads it, in the dark too, and changes nothing", async () => {
  const coordinator = await atRubric("coordinator@example.org", dark);
  await panel(coordinator, "Applicants").getByRole("listitem").first().getByRole("button").click();
  expect(await coordinator.getByRole("link", { name: "Change the rubric" }).count()).toBe(0);
  expect(await coordinator.getByRole("button", { name: /^(Rate|Make|Strike) / }).count()).toBe(0);
  await expectNoAxeFaults(coordinator);
  expect(faults).toEqual([]);
});
