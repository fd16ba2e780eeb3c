// The screens of a meeting, stage by stage to the lock. The director has the light window, an associate the dark one, a faculty
// member the phone.
import type { Page } from "playwright-core";
import { beginHosting, idAt, rowOf } from "../support/page";
import type { Photographer, Windows } from "./windows";

export async function inTheMeeting(photographer: Photographer): Promise<void> {
  const room = await photographer.open({
    light: "pd@example.org",
    dark: "apd@example.org",
    phone: "faculty11@example.org",
  });
  const { light: director, dark: associate, phone } = room;
  const meeting = (await director.locator('a[href^="/meetings/"]').first().getAttribute("href")) ?? "";
  await each(room, async (page) => {
    await page.goto(meeting);
    await page.getByText("Live", { exact: true }).waitFor();
  });
  const tab = (name: string) => phone.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  await photographer.take("meeting-list", "The list", room);

  await each(room, (page) => page.locator("li[data-applicant] a").nth(3).click());
  await each(room, (page) => page.locator("dialog[open] [role=tab]").first().waitFor());
  await photographer.take("meeting-file", "An applicant in the meeting", room);
  await each(room, (page) => page.locator("dialog[open]").getByRole("button", { name: "Close" }).click());

  const wall = await presenterOf(director, meeting);
  await photographer.take("presenter-list", "The wall: the list", { presenter: wall });

  await beginHosting(director);
  await director.getByText("Walk-through", { exact: true }).click();
  const spotlit = await idAt(director, 4);
  await director.keyboard.press("s");
  const name = (await rowOf(director, spotlit).getByRole("link").textContent()) ?? "";
  const side = (page: Page) => page.getByRole("complementary", { name: "The room" });
  await side(associate).getByText(name).first().waitFor();
  await tab("Spotlight");
  await phone.getByText(name).first().waitFor();
  await photographer.take("spotlight", "Spotlight", room);
  await photographer.take("presenter-spotlight", "The wall: the spotlight", { presenter: wall });

  await director.getByText("Call for objections…").click();
  await director.getByLabel("To rank", { exact: true }).fill("12");
  await director.getByRole("button", { name: "Ask the room" }).click();
  const call = (page: Page) => page.getByRole("complementary", { name: "Call for objections" });
  await each(room, (page) => call(page).waitFor());
  await photographer.take("objection-call", "Call for objections", room);
  await call(associate).getByRole("button", { name: "Object…" }).click();
  const dialog = associate.getByRole("dialog");
  await dialog.getByLabel("To whom?").selectOption({ index: 3 });
  await dialog.getByText("Integrity", { exact: true }).click();
  await dialog.getByLabel(/Why, in a sentence/).fill("The dates of two jobs do not agree.");
  await dialog.getByRole("button", { name: "Object", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await call(director).getByRole("button", { name: "End the call" }).click();
  await director.getByText("Agenda", { exact: true }).last().click();
  const agenda = director.getByRole("region", { name: "Agenda" });
  await agenda.getByText("One objection in the call.").waitFor();
  await tab("List");
  await photographer.take("agenda", "Agenda", room);

  await agenda
    .getByRole("button", { name: /^Spotlight / })
    .first()
    .click();
  await director.getByText("Silent round…").click();
  await director.getByRole("button", { name: "Open the round" }).click();
  await tab("Spotlight");
  await phone.getByText("Concern", { exact: true }).waitFor();
  await photographer.take("silent-round", "Silent round", room);
  await photographer.take("presenter-round", "The wall: a silent round", { presenter: wall });
  await phone.getByText("Concern", { exact: true }).click();
  await phone.getByLabel("One line, if you like").fill("Two jobs overlap by a year; ask before we go on.");
  await phone.getByRole("button", { name: "Give my ballot" }).click();
  await phone.getByText("Your ballot is in.").waitFor();
  await director.getByRole("button", { name: "Reveal" }).click();
  await associate.getByText("Two jobs overlap").waitFor();
  await photographer.take("round-revealed", "A round revealed", room);
  await photographer.take("presenter-revealed", "The wall: a round revealed", { presenter: wall });

  await director.getByLabel("Move to rank").fill("30");
  await director.getByRole("button", { name: "Move", exact: true }).click();
  await agenda.getByText("Moved.").waitFor();
  await director.keyboard.press("Control+k");
  await director.getByRole("combobox").waitFor();
  await photographer.take("palette", "Commands", { light: director });
  await director.keyboard.press("Escape");

  await director.getByRole("button", { name: "Lock…" }).click();
  const lock = director.getByRole("dialog");
  await lock.getByLabel(/^Sign/).waitFor();
  await photographer.take("lock", "Lock", { light: director });
  const program = await lock
    .getByText(/^Internal Medicine/)
    .first()
    .textContent();
  const reason = lock.getByLabel(/^Why lock it/);
  if ((await reason.count()) > 0) await reason.first().fill("Agreed in the room.");
  await lock.getByLabel(/^Sign/).fill(program ?? "");
  await lock.getByRole("button", { name: "Lock the list" }).click();
  await tab("List");
  await each(room, (page) =>
    page
      .locator("header")
      .getByText(/^Locked v1$/)
      .waitFor(),
  );
  await photographer.take("locked", "Locked", room);
  await photographer.take("presenter-locked", "The wall: locked", { presenter: wall });
  await photographer.visit("differences", "What has changed", room, `${meeting}/differences`);
  await photographer.visit("minutes", "Minutes", room, `${meeting}/minutes`);
  await photographer.visit("as-it-was", "As it was", room, `${meeting}/at`);
  await photographer.close(room);
}

const each = (room: Windows, act: (page: Page) => Promise<unknown>) => Promise.all(Object.values(room).map(act));

/** The screen on the wall, in a browser that nobody is signed in to. */
async function presenterOf(host: Page, meeting: string): Promise<Page> {
  const page = await host.context().newPage();
  await page.goto(`${meeting}/presenter`);
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = (await page.locator('a[href*="/present/"]').first().getAttribute("href")) ?? "";
  await page.close();
  const browser = host.context().browser();
  const context = await browser?.newContext({
    viewport: { width: 1920, height: 1080 },
    baseURL: new URL(host.url()).origin,
  });
  if (!context) throw new Error("the browser is gone");
  const wall = await context.newPage();
  await wall.goto(link, { waitUntil: "networkidle" });
  return wall;
}
