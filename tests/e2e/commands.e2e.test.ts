// The commands, the keys and the host's part, from the keyboard alone and on a phone.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectNoAxeFaults } from "../support/axe";
import { aRoom } from "../support/browser";
import { dark, idAt, laptop, phone, rowOf, untilRank } from "../support/page";

const room = aRoom();
const field = (page: Page) => page.getByRole("combobox", { name: "Commands", exact: true });
const choice = (page: Page, name: string | RegExp) => page.getByRole("option", { name });
const openCommands = async (page: Page) => {
  await page.keyboard.press("Control+k");
  await field(page).waitFor();
};
const focusIs = (page: Page, id: string) =>
  rowOf(page, id)
    .getByRole("link")
    .evaluate((link) => link === document.activeElement);

test("somebody is found and moved from the keyboard, and the focus comes back to where it was", async () => {
  const [pd, apd] = [await room.enter("pd@example.org"), await room.enter("apd@example.org", dark)];
  const id = await idAt(pd, 20);
  const name = (await rowOf(pd, id).getByRole("link").textContent()) ?? "";
  await openCommands(pd);
  expect(await field(pd).evaluate((input) => input === document.activeElement)).toBe(true);
  await choice(pd, "Lock the list…").waitFor();
  await expectNoAxeFaults(pd, { part: "dialog" });
  await pd.keyboard.type(name);
  await choice(pd, name).waitFor();
  await pd.keyboard.press("Enter");
  await pd.keyboard.type("14");
  await choice(pd, "Move to rank 14").waitFor();
  await pd.keyboard.press("Enter");
  await untilRank(apd, id, 14);
  await field(pd).waitFor({ state: "detached" });
  expect(await focusIs(pd, id)).toBe(true);
  // Escape, from the second level too.
  await openCommands(pd);
  await pd.keyboard.type("3");
  await choice(pd, /^Go to rank 3:/).waitFor();
  await pd.keyboard.press("ArrowDown");
  await pd.keyboard.press("Enter");
  await choice(pd, "Go to their row").waitFor();
  await pd.keyboard.press("Backspace");
  await choice(pd, /^Keys and help/).waitFor();
  await pd.keyboard.press("Escape");
  await field(pd).waitFor({ state: "detached" });
  expect(await focusIs(pd, id)).toBe(true);
  // A rank to go to.
  await openCommands(pd);
  await pd.keyboard.type("3");
  await choice(pd, /^Go to rank 3:/).waitFor();
  await pd.keyboard.press("Enter");
  await pd.waitForFunction(() => document.activeElement?.getAttribute("aria-label")?.includes("rank 3,"));
  await openCommands(apd);
  await choice(apd, /^Spotlight the next/).waitFor();
  await expectNoAxeFaults(apd, { part: "dialog" });
  expect(room.faults).toEqual([]);
});

test("Back closes what is on top before it leaves the page, and needs no press more than that", async () => {
  const page = await room.enter("faculty11@example.org", phone);
  await page.goto("/");
  const home = page.url();
  await page.locator('a[href^="/meetings/"]').first().click();
  await page.getByText("Live", { exact: true }).waitFor();
  const back = () => page.evaluate(() => history.back());
  const form = page.getByRole("dialog", { name: /^Endorse/ });
  const file = page.getByRole("tab", { name: "File" });
  await page.locator("li[data-applicant] a").first().click();
  await file.waitFor();
  await page.getByRole("button", { name: /^Endorse/ }).click();
  await form.waitFor();
  await back();
  await form.waitFor({ state: "detached" });
  await file.waitFor();
  // Opened again and closed by its own button: Back is the file's then.
  await page.getByRole("button", { name: /^Endorse/ }).click();
  await form.getByRole("button", { name: "Close" }).click();
  await form.waitFor({ state: "detached" });
  await file.waitFor();
  await back();
  await file.waitFor({ state: "detached" });
  expect(page.url()).toMatch(/\/meetings\/[^?]+$/);
  // A file that is closed by its own button leaves no step behind either.
  await page.locator("li[data-applicant] a").first().click();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await file.waitFor({ state: "detached" });
  await openCommands(page);
  await back();
  await field(page).waitFor({ state: "detached" });
  await openCommands(page);
  await page.keyboard.press("Escape");
  await field(page).waitFor({ state: "detached" });
  await back();
  await page.waitForURL(home);
  expect(room.faults).toEqual([]);
});

test("not while somebody types or drags; and nothing is listed that the role may not do", async () => {
  const faculty = await room.enter("faculty4@example.org");
  await faculty.getByPlaceholder("Search").press("Control+k");
  expect(await field(faculty).count()).toBe(0);
  const id = await idAt(faculty, 10);
  await rowOf(faculty, id).locator(".row-handle").focus();
  await faculty.keyboard.press("Space");
  await faculty.locator(".row-lifted").waitFor();
  await faculty.keyboard.press("Control+k");
  await faculty.keyboard.press("Escape");
  await faculty.locator(".row-lifted").waitFor({ state: "detached" });
  expect(await field(faculty).count()).toBe(0);
  await rowOf(faculty, id).getByRole("link").focus();
  await openCommands(faculty);
  const listed = (await faculty.getByRole("option").allTextContents()).join("\n");
  expect(listed).toContain("Keys and help");
  for (const word of ["Lock", "Stage", "Spotlight", "Invite", "File for R3", "Hand", "Roster", "Quota"])
    expect(listed).not.toContain(word);
  expect(room.faults).toEqual([]);
});

test("every key in the help does what it says, and single keys can be switched off", async () => {
  const pd = await room.enter("pd@example.org", laptop);
  const id = await idAt(pd, 30);
  await pd.keyboard.press("j");
  await pd.waitForFunction(() => document.activeElement?.getAttribute("aria-label")?.includes("rank 31,"));
  await pd.keyboard.press("k");
  expect(await focusIs(pd, id)).toBe(true);
  const dialog = pd.locator("dialog:modal");
  for (const [key, heading] of [
    ["e", /Endorse/],
    ["f", /[Ff]lag/],
    ["?", "Keys"],
  ] as const) {
    await pd.keyboard.press(key);
    await dialog.getByRole("heading", { name: heading }).waitFor();
    await pd.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await focusIs(pd, id)).toBe(true);
  }
  await pd.keyboard.press("m");
  await pd.getByRole("menu").waitFor();
  await pd.keyboard.press("Escape");
  await pd.getByRole("menu").waitFor({ state: "detached" });
  await rowOf(pd, id).getByRole("link").focus();
  await pd.keyboard.press("Enter");
  await pd.getByRole("dialog").waitFor();
  // From the list beside it, as the help says.
  await rowOf(pd, id).getByRole("link").focus();
  await pd.keyboard.press("Escape");
  await pd.getByRole("dialog").waitFor({ state: "detached" });
  await rowOf(pd, id).getByRole("link").focus();
  await pd.keyboard.press("Alt+ArrowUp");
  await untilRank(pd, id, 29);
  await pd.keyboard.press("Control+z");
  await untilRank(pd, id, 30);
  await pd.keyboard.press("Control+y");
  await untilRank(pd, id, 29);
  // Within the menu: u and d, and a number that goes on into the field.
  for (const [keys, rank] of [
    [["u"], 28],
    [["d"], 29],
    [["3", "5", "Enter"], 35],
  ] as const) {
    await rowOf(pd, id).getByRole("link").focus();
    await pd.keyboard.press("m");
    await pd.getByRole("menu").waitFor();
    for (const key of keys) await pd.keyboard.press(key);
    await untilRank(pd, id, rank);
  }
  await rowOf(pd, id).getByRole("link").focus();
  await pd.keyboard.press("s");
  await pd.locator(`li[data-spotlit][data-applicant="${id}"]`).waitFor();
  await pd.keyboard.press("n");
  await pd.locator(`li[data-spotlit]:not([data-applicant="${id}"])`).waitFor();
  await pd.keyboard.press("b");
  await pd.locator(`li[data-spotlit][data-applicant="${id}"]`).waitFor();
  // [SPOT-3] A host's open file goes along.
  await rowOf(pd, id).getByRole("link").focus();
  await pd.keyboard.press("Enter");
  const fileOf = (name: string) => pd.getByRole("dialog", { name }).waitFor();
  const spotlitName = async () => (await pd.locator("li[data-spotlit] a").first().textContent())?.trim() ?? "";
  await fileOf(await spotlitName());
  await pd.getByRole("button", { name: /^Next/ }).click();
  await pd.locator(`li[data-spotlit]:not([data-applicant="${id}"])`).waitFor();
  await fileOf(await spotlitName());
  await rowOf(pd, id).getByRole("link").focus();
  await pd.keyboard.press("Escape");
  await pd.keyboard.press("/");
  expect(await pd.getByPlaceholder("Search").evaluate((input) => input === document.activeElement)).toBe(true);
  await rowOf(pd, id).getByRole("link").focus();
  await openCommands(pd);
  await pd.keyboard.type("single keys off");
  await choice(pd, "Switch single keys off").waitFor();
  await pd.keyboard.press("Enter");
  await field(pd).waitFor({ state: "detached" });
  await pd.keyboard.press("j");
  await pd.keyboard.press("?");
  expect(await focusIs(pd, id)).toBe(true);
  expect(await dialog.count()).toBe(0);
  expect(room.faults).toEqual([]);
});

test.each([
  ["Cyrillic", { j: "о", k: "л", z: "я" }],
  ["Greek", { j: "ξ", k: "κ", z: "ζ" }],
  ["Hebrew", { j: "ח", k: "ל", z: "ז" }],
  ["Caps Lock", { j: "J", k: "K", z: "Z" }],
])("single keys, Ctrl+K and Ctrl+Z on a keyboard in %s", async (_keyboard, letters) => {
  const page = await room.enter("faculty12@example.org", laptop);
  /** As a browser tells of it: the letter that the keyboard has at the place where others have this one. */
  const press = (letter: keyof typeof letters, ctrlKey = false) =>
    page.evaluate((init) => document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", init)), {
      key: letters[letter],
      code: `Key${letter.toUpperCase()}`,
      ctrlKey,
      bubbles: true,
      cancelable: true,
    });
  const id = await idAt(page, 30);
  await press("j");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label")?.includes("rank 31,"));
  await press("k");
  expect(await focusIs(page, id)).toBe(true);
  await page.keyboard.press("Alt+ArrowUp");
  await untilRank(page, id, 29);
  await press("z", true);
  await untilRank(page, id, 30);
  await press("k", true);
  await field(page).waitFor();
  expect(room.faults).toEqual([]);
});

test("[ROLE-4] the director hands the host's part to a chief on a phone, who runs the room, and takes it back", async () => {
  const pd = await room.enter("pd@example.org", laptop);
  const chief = await room.enter("chief3@example.org", phone);
  await openCommands(pd);
  await pd.keyboard.type("hand the host");
  await choice(pd, /^Hand the host's part to/).waitFor();
  await pd.keyboard.press("Enter");
  await chief.getByText("You host the room now.").first().waitFor();
  await chief.getByRole("button", { name: /^Spotlight/ }).click();
  await chief.getByRole("region", { name: "Who hosts" }).getByText("Chief resident · here").waitFor();
  await chief.getByText("Agenda", { exact: true }).last().click();
  await pd.locator("header").getByText("Agenda", { exact: true }).waitFor();
  await chief.getByLabel("Commands, files, settings and keys").click();
  await chief.getByText("Find somebody, or do something…").click();
  await choice(chief, "Stage of the meeting: Lobby").waitFor();
  expect(await choice(chief, "Lock the list…").count()).toBe(0);
  await expectNoAxeFaults(chief, { part: "dialog" });
  await chief.getByRole("button", { name: "Close" }).click();
  await pd.getByRole("button", { name: /^Take the host's part back/ }).click();
  await chief.getByText("You host the room no more.").first().waitFor();
  await chief.getByRole("region", { name: "Hosts", exact: true }).waitFor({ state: "detached" });
  expect(room.faults).toEqual([]);
});
