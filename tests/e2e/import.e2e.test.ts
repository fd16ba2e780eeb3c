// The import of applicants as a coordinator does it: upload, columns, what it would change, import, and taking it back.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectNothingSerious } from "../support/axe";
import { aRoom } from "../support/browser";
import { dark, goToSeasonPage, laptop } from "../support/page";

const room = aRoom();

const file = [
  "AAMC ID,Applicant Name,USMLE Step 2 CK Score,Gender,Tracks Applied by Applicant",
  '19000001,"Quist, Ada",241,F,Internal Medicine|1000140C0 (Categorical)',
  '19000002,"Quist, Bo",233,M,Internal Medicine|1000140C0 (Categorical)',
  '1900003,"Quist, Cy",250,M,Internal Medicine|1000140C0 (Categorical)',
].join("\n");

async function atImport(device: object, email = "coordinator@example.org"): Promise<Page> {
  const page = await room.enter(email, device);
  await goToSeasonPage(page, "Import files", "Import files");
  return page;
}

test("[IMPORT-4] a file is shown first, imported without its bad row, and taken back", async () => {
  const page = await atImport(laptop);
  await expectNothingSerious(page, { where: "upload" });
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "late.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await page.getByRole("button", { name: "Upload" }).click();
  await page.getByText("Protected columns, dropped unread:").waitFor();
  await expectNothingSerious(page, { where: "columns" });
  await page.getByRole("button", { name: "See what it would change" }).click();
  await page.getByText(/^2 new, 0 changed/).waitFor();
  await expectNothingSerious(page, { where: "dry run" });
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await page.getByText("Imported.").waitFor();
  await page.getByRole("button", { name: "Take this import back" }).click();
  await page
    .getByText(/taken back/i)
    .first()
    .waitFor();
  expect(room.faults).toEqual([]);
});

/** As somebody without a mouse finds it: on from where the focus is, to the control of that name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const words = await page.evaluate(() => document.activeElement?.textContent ?? "");
    if (name.test(words)) return;
  }
  throw new Error(`no control by keyboard: ${name}`);
}

test("from the upload to the end in the dark, by keyboard alone; a colleague takes it back", async () => {
  const page = await atImport(dark);
  await expectNothingSerious(page, { where: "upload, dark" });
  // The window of files is the system's own.
  const buffer = Buffer.from(file.replaceAll("190000", "180000"));
  await page.locator("input[type=file]").setInputFiles({ name: "later.csv", mimeType: "text/csv", buffer });
  const press = async (name: RegExp) => {
    await tabTo(page, name);
    await page.keyboard.press("Enter");
  };
  await press(/^Upload$/);
  await page.getByRole("heading", { name: "Applicants", level: 1 }).waitFor();
  await expectNothingSerious(page, { where: "columns, dark" });
  await press(/^See what it would change$/);
  await page.getByText(/^2 new, 0 changed/).waitFor();
  await expectNothingSerious(page, { where: "dry run, dark" });
  await press(/^Cannot be taken/);
  await page.getByRole("cell", { name: /expected exactly 8 digits/ }).waitFor();
  await expectNothingSerious(page, { where: "bad rows, dark" });
  await press(/^Import 2 rows$/);
  await page.getByText("Imported.").waitFor();
  await expectNothingSerious(page, { where: "done, dark" });

  const director = await atImport(dark, "pd@example.org");
  await director.getByRole("button", { name: /^Take back Applicants by / }).click();
  await director.getByRole("dialog").getByRole("button", { name: "Take it back" }).waitFor();
  await expectNothingSerious(director, { where: "a colleague's, dark" });
  await director.getByRole("dialog").getByRole("button", { name: "Take it back" }).click();
  await director.getByText("The import is taken back.").first().waitFor();
  await page.reload();
  await page.getByText(/ took it back\.$/).waitFor();
  await expectNothingSerious(page, { where: "taken back, dark" });
  expect(room.faults).toEqual([]);
});
