// The preliminary list in real browsers: started from scores, moved by hand beside somebody else, kept, frozen, and open to the
// faculty as a meeting with what an interviewer had said.
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectNothingSerious } from "../support/axe";
import { aDemoFolder } from "../support/database";
import { fillDraft } from "../support/draft-on-server";
import { launchBrowser } from "../support/launch-browser";
import { dark, idAt, laptop, phone, rowOf, untilRank } from "../support/page";
import { type ServerProcess, startServerProcess } from "../support/server-process";

let server: ServerProcess;
let browser: Browser;
let dataDir: string;
const faults: string[] = [];

beforeAll(async () => {
  if (!process.env.CHROMIUM_PATH) return;
  dataDir = await aDemoFolder();
  server = await startServerProcess({ dataDir });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function signIn(email: string, device: BrowserContextOptions = laptop): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.origin, ...device });
  await context.request.post("/demo", { form: { email }, headers: { Origin: server.origin } });
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(`${email}: ${error.message}`));
  return page;
}
const live = (page: Page) => page.getByText("Live", { exact: true }).waitFor();
/** Asked of everybody before a meeting's list (JOIN-8). */
const pledge = (page: Page) => page.getByRole("button", { name: "I pledge this, and go in" }).click();
const dialog = (page: Page) => page.locator("dialog:modal");
test("[FREEZE-2] from the scores to the meeting", async () => {
  const pd = await signIn("pd@example.org");
  await pd.goto("/");
  const roster = await pd.getByRole("link", { name: "Roster of Internal Medicine" }).getAttribute("href");
  await pd.goto(roster?.replace("/roster", "") ?? "");
  await pd.getByRole("button", { name: "Open a season…" }).click();
  await dialog(pd).getByRole("textbox", { name: "Match year" }).fill("2029");
  await dialog(pd).getByRole("button", { name: "Open" }).click();
  await pd.waitForURL(/\/seasons\//);
  const season = new URL(pd.url()).pathname;
  const people = Array.from({ length: 12 }, (_, index) => ({
    name: `Preliminary${String(index).padStart(2, "0")}, Applicant`,
    aamcId: String(31_000_000 + index),
  }));
  // The last has no score; the first two have somebody who would work with them.
  const scored = people
    .slice(0, -1)
    .map((_, applicant) => ({ applicant, author: "faculty6@example.org", score: applicant }));
  const said = scored.map((note) =>
    note.applicant < 2 ? { ...note, worksWithSince: "2026-01-05T16:00:00.000Z" } : note,
  );
  await fillDraft(dataDir, season.split("/").at(-1) ?? "", { people, notes: said });

  await pd.goto(`${season}/preliminary`);
  await live(pd);
  await pd.getByRole("button", { name: "Start from…" }).click();
  await dialog(pd).getByText("Interview scores").click();
  await dialog(pd).getByRole("textbox", { name: "How many are protected" }).fill("3");
  await dialog(pd).getByRole("button", { name: "Show what it would change" }).click();
  await dialog(pd).getByText("1 applicant has no score and comes last").waitFor();
  await expectNothingSerious(pd);
  await dialog(pd).getByRole("button", { name: "Arrange the list" }).click();
  await pd.getByText("Protected 3 · Ranked 12").first().waitFor();

  // The coordinator is in the same draft, live.
  const coordinator = await signIn("coordinator@example.org", dark);
  await coordinator.goto(`${season}/preliminary`);
  await live(coordinator);
  const moved = await idAt(coordinator, 5);
  await rowOf(coordinator, moved).locator('[data-act="rank"]').click();
  await coordinator.keyboard.type("1");
  await coordinator.keyboard.press("Enter");
  await untilRank(pd, moved, 1);
  expect(await coordinator.getByRole("button", { name: "Freeze preliminary…" }).count()).toBe(0);
  await coordinator.getByRole("button", { name: "Checks" }).click();
  await coordinator.getByText("1 ranked applicant was met by nobody.").waitFor();
  await expectNothingSerious(coordinator);

  await pd.getByRole("button", { name: "Snapshots…" }).click();
  await dialog(pd).getByRole("textbox", { name: "Name" }).fill("After the first pass");
  await dialog(pd).getByRole("button", { name: "Take a snapshot" }).click();
  await dialog(pd).getByRole("button", { name: "Start from After the first pass" }).waitFor();
  await expectNothingSerious(pd);
  await dialog(pd).getByRole("button", { name: "Close" }).click();
  await rowOf(pd, moved).getByRole("link").click();
  await pd.getByRole("tab", { name: "Checks" }).waitFor();
  await pd.getByText("The default rubric. It suggests and moves nobody.").waitFor();
  await expectNothingSerious(pd);

  const reader = await signIn("coordinator@example.org", phone);
  await reader.goto(`${season}/preliminary`);
  await live(reader);
  await reader.getByText("On a phone the preliminary list is to read.").waitFor();
  await expectNothingSerious(reader);

  await pd.getByRole("button", { name: "Freeze preliminary…" }).click();
  await dialog(pd).getByText("A freeze cannot be taken back.").waitFor();
  await expectNothingSerious(pd);
  await dialog(pd).getByRole("button", { name: "Freeze and open the meeting" }).click();
  await pd.waitForURL(/\/meetings\//);
  await pledge(pd);
  await pd.getByRole("heading", { name: "Rank meeting 2029" }).waitFor();
  // Whoever was in the draft is shown what it has become.
  await coordinator.getByRole("link", { name: "To the meeting" }).waitFor();
  await expectNothingSerious(coordinator);

  const faculty = await signIn("faculty7@example.org");
  await faculty.goto(new URL(pd.url()).pathname);
  await pledge(faculty);
  await live(faculty);
  await untilRank(faculty, moved, 1);
  const endorsed = faculty.getByRole("link", { name: /Preliminary01.*1 would work with them/ });
  await faculty.getByRole("textbox", { name: "Search applicants by name or identifier" }).fill("Preliminary01");
  await endorsed.click();
  await faculty.getByRole("tab", { name: /Voices/ }).click();
  await faculty.getByRole("region", { name: "Endorsements" }).getByText("I'd work with them").waitFor();
  expect(faults).toEqual([]);
});

test("[VOICE-1] a weight is changed with a reason, and everybody sees it", async () => {
  const pd = await signIn("pd@example.org");
  await pd.goto("/");
  await pd.locator('a[href^="/seasons/"]').last().click();
  await pd.getByRole("link", { name: "Weights of voices" }).click();
  const change = pd.getByRole("button", { name: /^Change the weight of/ }).first();
  const name = (await change.getAttribute("aria-label"))?.replace("Change the weight of ", "") ?? "";
  await change.click();
  await dialog(pd).getByLabel("Weight").selectOption("1.5");
  await dialog(pd).getByRole("button", { name: "Change" }).click();
  await dialog(pd).getByText("Say why").waitFor();
  await dialog(pd).getByRole("textbox", { name: "Reason" }).fill("Ran the wards with all of them.");
  await dialog(pd).getByRole("button", { name: "Change" }).click();
  await pd.getByText(`The weight of ${name} is changed.`).first().waitFor();
  await expectNothingSerious(pd);
  const reader = await signIn("faculty8@example.org", phone);
  await reader.goto(new URL(pd.url()).pathname);
  await reader.getByText("Ran the wards with all of them.").waitFor();
  expect(await reader.getByRole("button", { name: /^Change the weight/ }).count()).toBe(0);
  await expectNothingSerious(reader);
  expect(faults).toEqual([]);
});
