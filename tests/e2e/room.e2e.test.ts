// A whole meeting with twelve windows, three of them phones, through every stage to the lock. And what it looks like to axe.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectNothingSerious } from "../support/axe";
import { aRoom } from "../support/browser";
import { beginHosting, dark, idAt, laptop, phone, rowOf, typeRank, untilRank } from "../support/page";

const room = aRoom();
const tabOf = (page: Page, name: "List" | "Spotlight" | "Me") =>
  page.getByRole("button", { name: new RegExp(`^${name}`) });
const callOf = (page: Page) => page.getByRole("complementary", { name: "Call for objections" });

test("twelve windows go through lobby, walk-through, call, agenda and silent round to the lock", async () => {
  const pd = await room.enter("pd@example.org", laptop);
  const apd = await room.enter("apd@example.org", dark);
  const faculty: Page[] = [];
  for (let n = 4; n <= 10; n++) faculty.push(await room.enter(`faculty${n}@example.org`, n === 6 ? dark : laptop));
  const phones = [
    await room.enter("faculty11@example.org", phone),
    await room.enter("chief3@example.org", { ...phone, colorScheme: "dark" }),
    await room.enter("faculty12@example.org", phone),
  ];
  const everybody = [pd, apd, ...faculty, ...phones];
  expect(everybody).toHaveLength(12);
  const all = (look: (page: Page) => Promise<unknown>) => Promise.all(everybody.map(look));
  const header = (words: string) => all((page) => page.locator("header").getByText(words, { exact: true }).waitFor());

  // [ROOM-1] Every screen says where the meeting is.
  await header("Lobby");
  await beginHosting(pd);
  await pd.getByText("Walk-through", { exact: true }).click();
  await header("Walk-through");

  // A spotlight: followed on every screen, and nobody's focus is taken.
  const [writer] = faculty as [Page];
  await writer.getByPlaceholder("Search").fill("a search of mine");
  const id = await idAt(pd, 42);
  await pd.keyboard.press("s");
  const name = (await rowOf(pd, id).getByRole("link").textContent()) ?? "";
  await Promise.all(
    [apd, ...faculty].map((page) =>
      page.getByRole("complementary", { name: "The room" }).getByText(name).first().waitFor(),
    ),
  );
  expect(await writer.getByPlaceholder("Search").evaluate((field) => field === document.activeElement)).toBe(true);
  const [thumb, darkPhone] = phones as [Page, Page];
  await tabOf(thumb, "Spotlight").click();
  await thumb.getByText(name).first().waitFor();
  await expectNothingSerious(pd, { where: "spotlight, host" });
  await expectNothingSerious(thumb, { where: "spotlight, phone" });

  // The call for objections: on every screen, one objects with a thumb, some say no, the rest say nothing.
  await pd.getByText("Call for objections…").click();
  await pd.getByLabel("To rank", { exact: true }).fill("12");
  await pd.getByRole("button", { name: "Ask the room" }).click();
  await all((page) => callOf(page).waitFor());
  await expectNothingSerious(darkPhone, { where: "call, phone, dark" });
  await callOf(thumb).getByRole("button", { name: "Object…" }).click();
  const dialog = thumb.getByRole("dialog");
  await dialog.getByLabel("To whom?").selectOption({ index: 3 });
  await dialog.getByText("Integrity", { exact: true }).click();
  await dialog.getByLabel(/Why, in a sentence/).fill("The dates of two jobs do not agree.");
  await dialog.getByRole("button", { name: "Object", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await callOf(apd).getByRole("button", { name: "No objection" }).click();
  await callOf(pd).getByText("1 objection so far.").waitFor();
  await callOf(pd).getByRole("button", { name: "End the call" }).click();
  await all((page) => callOf(page).waitFor({ state: "detached" }));

  // [CALL-4] The objected one is on the agenda, with the reason.
  await pd.getByText("Agenda", { exact: true }).last().click();
  await header("Agenda");
  const agenda = pd.getByRole("region", { name: "Agenda" });
  const item = agenda.getByRole("listitem").filter({ hasText: "One objection in the call." });
  await item.getByRole("button", { name: /^Spotlight / }).click();

  // A silent round: nothing but counts until the reveal.
  await pd.getByText("Silent round…").click();
  await pd.getByRole("button", { name: "Open the round" }).click();
  await darkPhone.bringToFront();
  await tabOf(darkPhone, "Spotlight").click();
  for (const [page, choice] of [
    [thumb, "Concern"],
    [darkPhone, "Endorse"],
    [writer, "Neutral"],
  ] as const) {
    await page.getByText(choice, { exact: true }).click();
    await page.getByLabel("One line, if you like").fill(`A line of ${choice.toLowerCase()}`);
    await page.getByRole("button", { name: "Give my ballot" }).click();
    await page.getByText("Your ballot is in.").waitFor();
  }
  await apd.getByText(/^3 of \d+ in$/).waitFor();
  expect(await apd.locator("body").textContent()).not.toContain("A line of");
  await expectNothingSerious(darkPhone, { where: "round, phone, dark" });
  await pd.getByRole("button", { name: "Reveal" }).click();
  await apd.getByText("A line of concern").waitFor();
  await expectNothingSerious(apd, { where: "revealed, dark" });

  // What was decided: the outcome, with the move that belongs to it.
  const objected = await pd.locator("li[data-spotlit]").getAttribute("data-applicant");
  await pd.getByLabel("Move to rank").fill("30");
  await pd.getByRole("button", { name: "Move", exact: true }).click();
  // The list follows whom the room talks about, so the place is looked for.
  await expect.poll(() => idAt(pd, 30), { timeout: 15_000 }).toBe(objected);
  await agenda.getByText("Moved.").waitFor();

  // [PROPOSE-1] Direct moves off: a member's move is a proposal until a host accepts it.
  await pd.getByLabel("Everybody moves applicants directly").click();
  await writer.getByPlaceholder("Search").fill("");
  const proposed = await idAt(writer, 60);
  await typeRank(writer, proposed, 50);
  await pd
    .getByRole("region", { name: "Proposed moves" })
    .getByRole("button", { name: /^Accept/ })
    .click();
  await untilRank(writer, proposed, 50);

  await pd.getByRole("button", { name: "Lock…" }).click();
  const lock = pd.getByRole("dialog");
  // [DIFF-1] The list read back names the objection, as the differences do.
  const readBack = lock.getByRole("region", { name: "Read-back" });
  await readBack.getByText("Objection: Integrity: The dates of two jobs do not agree.").waitFor();
  await expectNothingSerious(pd, { where: "read-back" });
  const programName =
    (await lock
      .getByText(/^Internal Medicine/)
      .first()
      .textContent()) ?? "";
  const reason = lock.getByLabel(/^Why lock it/);
  if ((await reason.count()) > 0) await reason.first().fill("Agreed in the room.");
  await lock.getByLabel(/^Sign/).fill(programName);
  await lock.getByRole("button", { name: "Lock the list" }).click();
  await all((page) =>
    page
      .locator("header")
      .getByText(/^Locked v1$/)
      .waitFor(),
  );
  expect(room.faults).toEqual([]);
}, 240_000);
