// From the files on a coordinator's desk to a list that the room can trust, through the screens alone: an empty installation, a
// program, its people, applicants, scores, past years and the director's order, a note that says "I'd work with them", the freeze,
// and the meeting as somebody of the faculty finds it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aFolder } from "../support/database";
import { launchBrowser } from "../support/launch-browser";
import { allRows, laptop, phone } from "../support/page";
import { linkFrom, type ServerProcess, startServerProcess } from "../support/server-process";

const folder = process.env.RANK_ROOM_SEASON_DIR ?? "../shared/data";
const fileAt = (name: string) => join(folder, name);
const hasFiles = existsSync(fileAt("pdws-export.csv"));

let server: ServerProcess;
let browser: Browser;
const faults: string[] = [];

beforeAll(async () => {
  if (!process.env.CHROMIUM_PATH || !hasFiles) return;
  server = await startServerProcess({ dataDir: await aFolder(), env: { DEMO_MODE: "0", LOG_LEVEL: "info" } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

type Row = Readonly<Record<string, string>>;
const rowsOf = (name: string): Row[] =>
  Papa.parse<Row>(readFileSync(fileAt(name), "utf8"), { header: true, skipEmptyLines: true }).data;

async function aWindow(device = laptop): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.origin, ...device });
  context.on("weberror", (fault) => faults.push(fault.error().message));
  return context.newPage();
}
async function signIn(email: string, device = laptop): Promise<Page> {
  const page = await aWindow(device);
  await page.goto(await linkFrom(server, email));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "My meetings", level: 1 }).waitFor();
  return page;
}
const dialog = (page: Page) => page.locator("dialog:modal");
const live = (page: Page) => page.getByText("Live", { exact: true }).waitFor();
const toSeason = (page: Page, link: string | RegExp) =>
  page.getByRole("navigation", { name: "This season" }).getByRole("link", { name: link }).click();

/** The first administrator makes the program, and puts its director on the roster: all that is theirs to do. */
async function foundProgram(director: Row): Promise<void> {
  const setup = () => /"url":"([^"]+\/setup\/[^"]+)"/.exec(server.output())?.[1];
  await expect.poll(setup, { timeout: 10_000 }).toBeDefined();
  const admin = await aWindow();
  await admin.goto(setup() ?? "");
  await admin.getByLabel("Your name").fill("Ida Admin");
  await admin.getByLabel("E-mail address").fill("ida@example.org");
  await admin.getByRole("button", { name: "Become administrator" }).click();
  await admin.getByRole("heading", { name: "Programs", level: 1 }).waitFor();
  await admin.getByLabel("Name").fill("Internal Medicine");
  await admin.getByRole("button", { name: "Make the program" }).click();
  await admin.getByRole("link", { name: "Roster" }).click();
  await admin.getByRole("button", { name: "Add a person…" }).click();
  await dialog(admin)
    .getByLabel("Name")
    .fill(director.Name ?? "");
  await dialog(admin)
    .getByLabel("E-mail address")
    .fill(director["E-mail"] ?? "");
  await dialog(admin).getByLabel("Role").selectOption("pd");
  await dialog(admin).getByRole("button", { name: "Add" }).click();
  await admin.getByRole("row").filter({ hasText: "Program director" }).waitFor();
  await admin.context().close();
}

/** From the season's page and back to it; the kind is told by the columns. */
async function importFile(page: Page, name: string, { kind, found }: { kind: string; found: RegExp }): Promise<void> {
  await toSeason(page, "Import files");
  await page.locator("input[type=file]").setInputFiles(fileAt(name));
  await page.getByRole("button", { name: "Upload" }).click();
  await page.getByRole("heading", { name: kind, level: 1 }).waitFor();
  await page.getByRole("button", { name: "See what it would change" }).click();
  await page.getByText(found).waitFor();
  await page.getByRole("button", { name: /^Import [\d,]+ rows$/ }).click();
  await page.getByText("Imported.").waitFor();
  await page.getByRole("link", { name: "To the season" }).click();
}

test.skipIf(!hasFiles)("[IMPORT-4] [FREEZE-2] a season's files become the meeting's list", async () => {
  const people = rowsOf("people.csv");
  const director = people.find(({ Role }) => Role === "pd") ?? {};
  await foundProgram(director);

  const pd = await signIn(director["E-mail"] ?? "");
  await pd.getByRole("link", { name: "Program Internal Medicine" }).click();
  await pd.getByRole("button", { name: "Add a track…" }).click();
  await dialog(pd).getByLabel("NRMP program code").fill("1000140C0");
  await dialog(pd).getByLabel("Name").fill("Categorical");
  await dialog(pd).getByLabel("Quota").fill("15");
  await dialog(pd).getByRole("button", { name: "Add" }).click();
  await pd.getByRole("link", { name: "Roster" }).click();
  await pd.getByRole("link", { name: "Import people…" }).click();
  await pd.getByLabel("People").setInputFiles(fileAt("people.csv"));
  await pd.getByRole("button", { name: "Check the file" }).click();
  await pd.getByRole("button", { name: `Import ${people.length - 1} people` }).click();
  await pd.getByRole("link", { name: "To the roster" }).click();
  await pd.getByRole("link", { name: "Internal Medicine" }).click();
  await pd.getByRole("button", { name: "Open a season…" }).click();
  await dialog(pd).getByLabel("Match year").fill("2027");
  await dialog(pd).getByRole("button", { name: "Open" }).click();
  await pd.getByRole("heading", { name: "Season 2027", level: 1 }).waitFor();
  const season = new URL(pd.url()).pathname;

  await importFile(pd, "pdws-export.csv", { kind: "Applicants", found: /^168 new, 0 changed, 0 as they are\.$/ });
  // The file has 32 rows of an interviewer who has said something of that applicant in an earlier row.
  await importFile(pd, "interview-scores.csv", {
    kind: "Interview scores",
    found: /^472 new, .* 32 that cannot be taken/,
  });
  await importFile(pd, "past-rank-lists.csv", { kind: "Past rank lists", found: /^520 new/ });
  await importFile(pd, "preliminary-rank-list.csv", { kind: "Preliminary list", found: /^162 new/ });
  await toSeason(pd, "Rubric");
  await pd.getByRole("region", { name: "Applicants" }).getByRole("listitem").nth(100).waitFor();

  // Somebody who met the first on the file's list, on the phone.
  const order = rowsOf("preliminary-rank-list.csv").filter(({ Rank }) => Rank !== "");
  const first = order[0] ?? {};
  const met = rowsOf("interview-scores.csv").filter((row) => row["AAMC ID"] === first["AAMC ID"]);
  const isFaculty = (email: string) => people.some((row) => row["E-mail"] === email && row.Role === "faculty");
  const interviewer = met.map((row) => row["Interviewer E-mail"] ?? "").find(isFaculty) ?? "";
  const chief = await signIn(interviewer, phone);
  await chief.getByRole("link", { name: /^Interview notes/ }).click();
  await chief.getByRole("link", { name: new RegExp(`^${first["Applicant Name"]}`) }).click();
  await chief.getByRole("button", { name: "I’d work with them" }).click();
  await chief.getByText(/^Saved/).waitFor();

  await pd.goto(`${season}/preliminary`);
  await live(pd);
  await pd.getByRole("button", { name: "Start from…" }).click();
  await dialog(pd).getByText("An imported list").click();
  await dialog(pd).getByRole("button", { name: "Show what it would change" }).click();
  await dialog(pd).getByRole("button", { name: "Arrange the list" }).click();
  await pd.getByText(`Protected 40 · Ranked ${order.length}`).first().waitFor();
  await pd.getByRole("button", { name: "Freeze preliminary…" }).click();
  await dialog(pd).getByRole("button", { name: "Freeze and open the meeting" }).click();
  await pd.waitForURL(/\/meetings\//);

  const reader = people.find((row) => row.Role === "faculty" && row["E-mail"] !== interviewer) ?? {};
  const faculty = await signIn(reader["E-mail"] ?? "");
  await faculty.locator('a[href^="/meetings/"]').click();
  await faculty.getByRole("button", { name: "I pledge this, and go in" }).click();
  await live(faculty);
  const ranked = (await allRows(faculty)).filter(({ rank }) => rank > 0);
  expect(ranked.map(({ rank, name }) => [rank, name])).toEqual(
    order.map((row) => [Number(row.Rank), row["Applicant Name"]]),
  );
  await faculty.getByRole("link", { name: new RegExp(`${first["Applicant Name"]}.*1 would work with them`) }).click();
  await faculty.getByRole("tab", { name: /Voices/ }).click();
  await faculty.getByRole("region", { name: "Endorsements" }).getByText("I'd work with them").waitFor();
  expect(faults).toEqual([]);
});
