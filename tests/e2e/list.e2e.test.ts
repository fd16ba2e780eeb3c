// The list in a room: what is proposed on its rows, confirmed neighbours in one line, and a selection that moves as one. Mostly by
// keyboard alone.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectNothingSerious } from "../support/axe";
import { aRoom } from "../support/browser";
import {
  beginHosting,
  dark,
  idAt,
  laptop,
  phone,
  rankShown,
  rowOf,
  typeRank,
  untilRank,
  wholeList,
} from "../support/page";

const room = aRoom();
const proposedOn = (page: Page, id: string) => rowOf(page, id).locator(".row-proposed");
const folds = (page: Page) => page.getByRole("button", { name: /confirmed without objection/ });
const bar = (page: Page) => page.getByRole("region", { name: "Selected applicants" });

test("[PROPOSE-3] a proposal stands on the row, and a host accepts or declines it there with a key", async () => {
  const pd = await room.enter("pd@example.org", laptop);
  const faculty = await room.enter("faculty6@example.org", dark);
  await beginHosting(pd);
  await pd.getByLabel("Everybody moves applicants directly").click();
  const id = await idAt(faculty, 60);
  await typeRank(faculty, id, 55);
  await proposedOn(faculty, id).waitFor();
  expect(await proposedOn(faculty, id).textContent()).toMatch(/^→ 55, \S\. \S+$/);
  expect(await rankShown(faculty, id)).toBe("60");
  await expectNothingSerious(faculty);

  // For a member the keys do nothing.
  await rowOf(faculty, id).getByRole("link").focus();
  await faculty.keyboard.press("a");
  expect(await idAt(pd, 60)).toBe(id);
  await proposedOn(pd, id).waitFor();
  expect(await rowOf(pd, id).getByRole("link").getAttribute("aria-label")).toMatch(/, proposed: 55, \S\. \S+, /);
  await pd.keyboard.press("a");
  await untilRank(faculty, id, 55);
  await pd.getByText(/^Accepted\. .+, 60 to 55, middle\. Undo available\./).waitFor({ state: "attached" });
  expect(await proposedOn(pd, id).count()).toBe(0);

  const other = await idAt(faculty, 70);
  await typeRank(faculty, other, 65);
  await idAt(pd, 70);
  await proposedOn(pd, other).waitFor();
  await rowOf(pd, other).getByRole("button", { name: /^Move/ }).click();
  await pd.getByRole("menuitem", { name: /^Accept: to 65/ }).waitFor();
  await pd.keyboard.press("Escape");
  await pd.getByRole("menu").waitFor({ state: "detached" });
  await rowOf(pd, other).getByRole("link").focus();
  await pd.keyboard.press("d");
  await proposedOn(faculty, other).waitFor({ state: "detached" });
  expect(await rankShown(faculty, other)).toBe("70");
  await pd.getByLabel("Everybody moves applicants directly").click();
  expect(room.faults).toEqual([]);
});

test("[FOLD-1] [FOLD-2] confirmed neighbours fold, open by key, and a drag goes over them as over one row", async () => {
  const pd = await room.enter("pd@example.org", laptop);
  const reader = await room.enter("chief3@example.org", { ...phone, colorScheme: "dark" });
  await beginHosting(pd);
  await pd.getByText("Call for objections…").click();
  await pd.getByLabel("From rank", { exact: true }).fill("4");
  await pd.getByLabel("To rank", { exact: true }).fill("9");
  await pd.getByRole("button", { name: "Ask the room" }).click();
  const callOn = (page: Page) => page.getByRole("complementary", { name: "Call for objections" });
  const call = callOn(pd);
  // Silence of both would confirm nobody (CALL-5).
  for (const page of [pd, reader]) await callOn(page).getByRole("button", { name: "No objection" }).click();
  await call.getByRole("button", { name: "End the call" }).click();
  await call.waitFor({ state: "detached" });
  await pd.getByText("Agenda", { exact: true }).last().click();
  await folds(pd).waitFor();
  await folds(reader).waitFor();
  expect(await folds(pd).textContent()).toBe("Ranks 4–9: 6 confirmed without objection. Show");
  await expectNothingSerious(pd);
  await expectNothingSerious(reader);

  // Up from 10 over the fold is rank 4.
  const lifted = await idAt(pd, 10);
  await rowOf(pd, lifted).locator(".row-handle").focus();
  await pd.keyboard.press("Space");
  await pd.waitForTimeout(300);
  await pd.keyboard.press("ArrowUp");
  await pd.waitForTimeout(300);
  await pd.keyboard.press("Space");
  await untilRank(pd, lifted, 4);
  await untilRank(reader, lifted, 4);
  expect(await folds(reader).textContent()).toBe("Ranks 5–10: 6 confirmed without objection. Show");

  // By keyboard: from the row above into the fold, and in. The other's stays as it is.
  await rowOf(pd, lifted).getByRole("link").focus();
  await pd.keyboard.press("j");
  await pd.keyboard.press("Enter");
  await folds(pd).waitFor({ state: "detached" });
  const focused = pd.locator("li[data-applicant]:focus-within");
  expect(await focused.locator('[data-figure="rank"]').textContent()).toBe("5");
  expect(await folds(reader).count()).toBe(1);
  await pd.getByRole("button", { name: "Fold 6 confirmed" }).click();
  await folds(pd).waitFor();

  // A jump goes into it, a search looks through it.
  const inside = await idAt(pd, 7);
  const name = (await rowOf(pd, inside).getByRole("link").textContent()) ?? "";
  expect(await rankShown(pd, inside)).toBe("7");
  await pd.getByRole("button", { name: "Fold 6 confirmed" }).click();
  await folds(pd).waitFor();
  expect(await rowOf(pd, inside).count()).toBe(0);
  await pd.getByPlaceholder("Search").fill(name);
  await rowOf(pd, inside).waitFor();
  expect(room.faults).toEqual([]);
});

test("a row that the keys go up to stands below the list's heading", async () => {
  const page = await room.enter("faculty12@example.org", laptop);
  await idAt(page, 40);
  for (let step = 0; step < 25; step++) await page.keyboard.press("k");
  expect(await page.locator("li[data-applicant]:focus-within .row-rank").textContent()).toContain("15");
  const [row, heading] = await Promise.all([
    page.locator("li[data-applicant]:focus-within").boundingBox(),
    page.locator(".list-heading").first().boundingBox(),
  ]);
  if (!row || !heading) throw new Error("no row has the focus");
  expect(row.y).toBeGreaterThanOrEqual(heading.y + heading.height - 1);
});

describe("[PICK-1] a selection", () => {
  test("by keyboard alone: selected, moved to a rank as one, taken back as one", async () => {
    const [pd, faculty] = [await room.enter("pd@example.org"), await room.enter("faculty7@example.org")];
    const ids = [await idAt(pd, 50), await idAt(pd, 51), await idAt(pd, 53)] as const;
    await idAt(pd, 50);
    await pd.keyboard.press("x");
    await pd.keyboard.press("Shift+ArrowDown");
    await pd.keyboard.press("j");
    await pd.keyboard.press("j");
    await pd.keyboard.press("Shift+Space");
    await bar(pd).getByText("3 selected").waitFor();
    await pd.getByText(/(^|\. )3 selected\.$/).waitFor({ state: "attached" });
    await expectNothingSerious(pd);
    await bar(pd).getByRole("button", { name: "Move to rank…" }).press("Enter");
    await bar(pd).getByLabel("First of them to rank").fill("45");
    await pd.keyboard.press("Enter");
    for (const [index, id] of ids.entries()) await untilRank(pd, id, 45 + index);
    await pd.getByText("3 applicants: ranks 45 to 47, middle. Undo available.").waitFor({ state: "attached" });
    await bar(pd).waitFor({ state: "detached" });
    await idAt(faculty, 45);
    for (const [index, id] of ids.entries()) await untilRank(faculty, id, 45 + index);
    await pd.keyboard.press("Control+z");
    await untilRank(pd, ids[0], 50);
    await untilRank(pd, ids[1], 51);
    await untilRank(pd, ids[2], 53);
  });

  test("with the mouse: a reason is asked once; what is refused is refused for all; Escape clears", async () => {
    const faculty = await room.enter("faculty8@example.org", dark);
    const safe = await idAt(faculty, 20);
    await rowOf(faculty, safe).click({ modifiers: ["ControlOrMeta"] });
    await rowOf(faculty, await idAt(faculty, 22)).click({ modifiers: ["Shift"] });
    await bar(faculty).getByText("3 selected").waitFor();
    await expectNothingSerious(faculty);
    await bar(faculty).getByRole("button", { name: "To zone…" }).click();
    await faculty.getByRole("menuitem", { name: /^Not ranked/ }).click();
    await faculty
      .getByText(/^Nobody was moved\. .+ cannot go there\. Protected places are stable/)
      .first()
      .waitFor();
    expect(await rankShown(faculty, safe)).toBe("20");
    await rowOf(faculty, safe).getByRole("link").focus();
    await faculty.keyboard.press("Escape");
    await bar(faculty).waitFor({ state: "detached" });

    const pd = await room.enter("pd@example.org");
    const first = await idAt(pd, 80);
    const second = await idAt(pd, 81);
    await rowOf(pd, first).click({ modifiers: ["ControlOrMeta"] });
    await rowOf(pd, second).click({ modifiers: ["ControlOrMeta"] });
    await bar(pd).getByRole("button", { name: "To zone…" }).click();
    await pd.getByRole("menuitem", { name: /^Not ranked/ }).click();
    const dialog = pd.getByRole("dialog", { name: "Not rank 2 applicants" });
    await dialog.getByText("Professionalism", { exact: true }).click();
    await dialog.getByText("First-hand").click();
    await dialog.getByRole("textbox").fill("Both left the interview day without a word.");
    await dialog.getByRole("button", { name: "Move to the red zone" }).click();
    await dialog.waitFor({ state: "detached" });
    await bar(pd).waitFor({ state: "detached" });
    expect([await idAt(pd, 80), await idAt(pd, 81)]).not.toContain(first);
    await pd.keyboard.press("Control+z");
    await idAt(pd, 80);
    await untilRank(pd, first, 80);
    expect(room.faults).toEqual([]);
  });

  test("on a phone it begins in the row's sheet, and a tap adds another", async () => {
    const page = await room.enter("faculty9@example.org", phone);
    const [first, second] = [await idAt(page, 44), await idAt(page, 45)];
    await rowOf(page, first).getByRole("button", { name: /^Move/ }).tap();
    await page.getByRole("dialog").getByRole("button", { name: "Select" }).tap();
    await bar(page).getByText("1 selected").waitFor();
    await rowOf(page, second).getByRole("link").tap();
    await bar(page).getByText("2 selected").waitFor();
    await expectNothingSerious(page);
    await bar(page).getByRole("button", { name: "Move to rank…" }).tap();
    await bar(page).getByLabel("First of them to rank").fill("48");
    await page.keyboard.press("Enter");
    await untilRank(page, first, 48);
    await untilRank(page, second, 49);
    expect(room.faults).toEqual([]);
  });
});

describe("the filter", () => {
  test("is mine alone: others' lists stay whole, and nothing is moved by it", async () => {
    const mine = await room.enter("faculty10@example.org", phone);
    const other = await room.enter("faculty11@example.org");
    const whole = await wholeList(other);
    await mine.getByRole("button", { name: "Filter" }).tap();
    await mine.getByLabel("School").selectOption("US DO");
    await mine
      .getByRole("status")
      .getByText(/^\d+ found$/)
      .waitFor();
    const schools = await mine.locator("li[data-applicant] .fact-school").allTextContents();
    expect(schools.length).toBeGreaterThan(2);
    expect(new Set(schools)).toEqual(new Set(["US DO"]));
    await mine.getByLabel("Said and done").selectOption("Endorsed by me");
    await mine.getByText("0 found").waitFor();
    await expectNothingSerious(mine);
    await mine.getByRole("button", { name: "Show everybody" }).tap();
    await mine.getByText(/ found$/).waitFor({ state: "detached" });
    expect(await wholeList(other)).toEqual(whole);
    expect(room.faults).toEqual([]);
  });
});
