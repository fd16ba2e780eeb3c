// The director's audit trail and retention, in a real browser: what was read and taken is there, and a purge shows first what it
// takes.
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openDatabase } from "../../db/client";
import { connectEmbedded } from "../../server/embedded-postgres";
import { createLog } from "../../server/log";
import { expectNothingSerious } from "../support/axe";
import { aDemoFolder } from "../support/database";
import { launchBrowser } from "../support/launch-browser";
import { dark, laptop, phone, signInAs } from "../support/page";
import { type ServerProcess, startServerProcess } from "../support/server-process";

let server: ServerProcess;
let browser: Browser;
let programPath: string;
let programName: string;
let makeOld: () => Promise<unknown>;
const closing: (() => Promise<unknown>)[] = [];
const faults: string[] = [];

beforeAll(async () => {
  if (!process.env.CHROMIUM_PATH) return;
  const dataDir = await aDemoFolder();
  server = await startServerProcess({ dataDir });
  const embedded = await connectEmbedded({ dataDir, log: createLog("silent") });
  const { db, close } = openDatabase(embedded.databaseUrl, { max: 1 });
  closing.push(close, embedded.stop);
  const program = await db.selectFrom("programs").select(["id", "name"]).executeTakeFirstOrThrow();
  programPath = `/programs/${program.id}`;
  programName = program.name;
  makeOld = () => db.updateTable("meetings").set({ match_year: 2020 }).execute();
  browser = await launchBrowser();
});
afterEach(async () => {
  for (const context of browser?.contexts() ?? []) await context.close();
  expect(faults.splice(0)).toEqual([]);
});
afterAll(async () => {
  for (const close of closing) await close();
  await browser?.close();
  await server?.stop();
});

async function enter(email: string, device: BrowserContextOptions = laptop): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.origin, ...device });
  await signInAs(context, server.origin, email);
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(`${email}: ${error.message}`));
  return page;
}

test("[AUDIT-3] a file that stands open on a member's screen is on the director's page", async () => {
  const member = await enter("faculty5@example.org");
  await member.goto("/");
  await member.locator('a[href^="/meetings/"]').first().click();
  await member.getByText("Live", { exact: true }).waitFor();
  const told = member.waitForRequest((request) => request.url().endsWith("/opened"), { timeout: 15_000 });
  await member.locator("li[data-applicant] a").first().click();
  expect((await (await told).response())?.status()).toBe(204);

  const director = await enter("pd@example.org");
  await director.goto(`${programPath}/audit`);
  await director.getByLabel("What", { exact: true }).selectOption({ label: "Reading" });
  await director.getByRole("button", { name: "Show", exact: true }).click();
  await director.waitForURL(/what=reading/);
  // The address changes before the page does.
  const lines = director.locator("tbody tr");
  await expect.poll(() => lines.first().textContent()).toContain("Read the file of");
  expect(await lines.count()).toBe(2);
  await expectNothingSerious(director);

  const download = director.waitForEvent("download");
  await director.getByRole("link", { name: "Take these as CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/^audit-trail-.*\.csv$/);
  await director.getByRole("link", { name: "Show all" }).click();
  await director.getByText("Took the audit trail as CSV").waitFor();
});

test("nobody but the director finds either page", async () => {
  for (const email of ["apd@example.org", "coordinator@example.org", "faculty5@example.org"]) {
    const page = await enter(email);
    for (const path of [`${programPath}/audit`, `${programPath}/audit.csv`, `${programPath}/retention`, "/audit"]) {
      expect((await page.request.get(path)).status(), `${email} at ${path}`).toBe(404);
    }
  }
});

test("[KEEP-2] a purge shows first what it takes, wants the name, and leaves a meeting that says so", async () => {
  const page = await enter("pd@example.org");
  await page.goto(`${programPath}/retention`);
  await page.getByText("Nothing is due: no match year is past its time.").waitFor();
  await page.getByLabel("Years after the end of a match year").fill("1");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText(/Hiring records are kept at least 2 years:/).waitFor();

  await makeOld();
  await page.reload();
  await page.getByLabel("What it is for").fill("A complaint is pending.");
  await page.getByRole("button", { name: "Place a hold" }).click();
  await page.getByText("A legal hold stands, so nothing can be purged.").waitFor();
  await page.getByLabel("Why it may end").fill("It was settled.");
  await page.getByRole("button", { name: "Lift the hold" }).click();

  const field = page.getByLabel("Type the program's name");
  await field.waitFor();
  await expectNothingSerious(page);
  expect(await page.getByRole("row", { name: /^Applicants' files/ }).textContent(), "of both seasons").toContain("192");
  await field.fill("Something else");
  await page.getByRole("button", { name: "Purge for good" }).click();
  await page.getByText(/Type the program's name exactly/).waitFor();

  const other = await enter("faculty5@example.org");
  await other.goto("/");
  await other.locator('a[href^="/meetings/"]').first().click();
  await other.getByText("Live", { exact: true }).waitFor();
  await field.fill(programName);
  await page.getByRole("button", { name: "Purge for good" }).click();
  await page.getByText("Purged. The counts are in the audit trail.").waitFor();
  // Whoever has the meeting open sees it go.
  await other.getByText("This meeting's data were purged").waitFor();
  expect(await other.locator("li[data-applicant]").count()).toBe(0);
  await other.reload();
  await other.getByText("This meeting's data were purged").waitFor();
  await expectNothingSerious(other);
  await other.goto("/");
  await other.getByText("Purged", { exact: true }).waitFor();
});

test.each([
  ["dark", dark],
  ["phone", phone],
] as const)("axe finds nothing serious on either page: %s", async (_name, device) => {
  const page = await enter("pd@example.org", device);
  for (const path of ["audit", "retention"]) {
    await page.goto(`${programPath}/${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expectNothingSerious(page);
  }
});
