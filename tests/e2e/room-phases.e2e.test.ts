// What every phase of a meeting is to axe: on a laptop and on a phone, light and dark; and the screen on the wall beside them.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { aRoom } from "../support/browser";
import { beginHosting, dark, idAt, laptop, phone } from "../support/page";

const room = aRoom();
const wall = { viewport: { width: 1920, height: 1080 } };
const tabOf = (page: Page, name: "List" | "Spotlight" | "Me") =>
  page.getByRole("button", { name: new RegExp(`^${name}`) });

test("lobby, walk-through, call, agenda, silent round, revealed and locked", async () => {
  const pd = await room.enter("pd@example.org", laptop);
  const windows = {
    "a host, light": pd,
    "a host, dark": await room.enter("apd@example.org", dark),
    "a phone, light": await room.enter("faculty4@example.org", phone),
    "a phone, dark": await room.enter("chief3@example.org", { ...phone, colorScheme: "dark" }),
    "the wall, light": await atWall(pd, "light"),
    "the wall, dark": await atWall(pd, "dark"),
  };
  const phones = [windows["a phone, light"], windows["a phone, dark"]];
  const faults: unknown[] = [];
  /** The wall is the same wherever nothing is before the room. */
  const look = async (phase: string, isOnWall = false) => {
    for (const [where, page] of Object.entries(windows)) {
      if (where.startsWith("the wall") && !isOnWall) continue;
      const builder = new AxeBuilder({ page });
      // The dark has other colours and nothing else.
      if (where.endsWith("dark")) builder.withRules("color-contrast");
      const { violations } = await builder.analyze();
      faults.push(...violations.map(({ id, nodes }) => [phase, where, id, nodes[0]?.html]));
    }
  };
  const header = (words: string) =>
    Promise.all([pd, ...phones].map((page) => page.locator("header").getByText(words, { exact: true }).waitFor()));

  await header("Lobby");
  await look("lobby", true);
  await beginHosting(pd);
  await pd.getByText("Walk-through", { exact: true }).click();
  await header("Walk-through");
  await idAt(pd, 42);
  await pd.keyboard.press("s");
  for (const page of phones) {
    await tabOf(page, "Spotlight").click();
    await page.getByRole("region", { name: "Spotlight" }).waitFor();
  }
  await look("walk-through");
  await pd.getByText("Call for objections…").click();
  // As long as it takes to look at six windows.
  await pd.getByLabel("Open for").selectOption("120");
  await pd.getByRole("button", { name: "Ask the room" }).click();
  for (const page of phones) await page.getByRole("complementary", { name: "Call for objections" }).waitFor();
  await look("call", true);
  await pd.getByRole("button", { name: "End the call" }).click();
  await pd.getByText("Agenda", { exact: true }).last().click();
  await header("Agenda");
  await look("agenda");
  await pd.getByText("Silent round", { exact: true }).first().click();
  await header("Silent round");
  await pd.getByText("Silent round…").click();
  await pd.getByRole("button", { name: "Open the round" }).click();
  for (const page of phones) await page.getByRole("button", { name: "Give my ballot" }).waitFor();
  await look("silent round");
  await phones[0]?.getByText("Concern", { exact: true }).click();
  await phones[0]?.getByRole("button", { name: "Give my ballot" }).click();
  await pd.getByRole("button", { name: "Reveal" }).click();
  for (const page of phones) await page.getByText("Silent round, revealed").waitFor();
  await look("revealed", true);
  await tabOf(phones[1] as Page, "Me").click();
  await pd.getByRole("button", { name: "Lock…" }).click();
  const lock = pd.getByRole("dialog");
  const program =
    (await lock
      .getByText(/^Internal Medicine/)
      .first()
      .textContent()) ?? "";
  // The dialog is there now, and with it whether a reason is asked for.
  const reason = lock.getByLabel(/^Why lock it/);
  if ((await reason.count()) > 0) await reason.first().fill("Agreed in the room.");
  await lock.getByLabel(/^Sign/).fill(program);
  await lock.getByRole("button", { name: "Lock the list" }).click();
  await header("Locked v1");
  await look("locked");
  expect(faults).toEqual([]);
  expect(room.faults).toEqual([]);

  async function atWall(host: Page, colorScheme: "light" | "dark"): Promise<Page> {
    const made = await host.context().newPage();
    await made.goto(`${new URL(host.url()).pathname}/presenter`);
    await made.getByRole("button", { name: "Make a link" }).click();
    const path = await made.getByRole("link", { name: "Open the presenter screen" }).getAttribute("href");
    await made.close();
    const page = await (await room.device({ ...wall, colorScheme })).newPage();
    await page.goto(path ?? "");
    await page.getByText("Lobby").waitFor();
    return page;
  }
}, 240_000);
