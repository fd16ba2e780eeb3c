// Hints about topics to keep out stand beside every field in which one writes of a person (NOTE-5): fields have them by being made of the
// common ones, and each that goes without says so here, with why.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const sources = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tsx"))
  .map((file) => ({ file: file.replaceAll("\\", "/"), text: readFileSync(join("app", file), "utf8") }));

it("[NOTE-5] texts are written in the common field alone, which hints unless it is told that nobody is written of", () => {
  expect(sources.filter(({ text }) => text.includes("<textarea")).map(({ file }) => file)).toEqual(["ui/field.tsx"]);
});

it("[NOTE-5] fields that go without hints are of no person, or have them beside the whole form", () => {
  const without = sources
    .flatMap(({ file, text }) => Array(text.split("isOfPerson={false}").length - 1).fill(file))
    .sort();
  expect(without).toEqual([
    // What the program takes from a class.
    "history/class-dialog.tsx",
    // To be copied; it names nobody.
    "interviews/reminders-panel.tsx",
    // Their form hints at everything in it together.
    "notes/note-page.tsx",
    "notes/note-questions.tsx",
    // Why records are held.
    "retention/hold-panel.tsx",
    // Of a colleague who leaves the roster.
    "roster/person-dialogs.tsx",
    // Of criteria.
    "rubric/rubric-form.tsx",
    "rubric/rubric-form.tsx",
    "seasons/funnel-panel.tsx",
    "voices/voices-screen.tsx",
  ]);
  const hinting = sources.filter(({ text }) => text.includes("<TopicHints")).map(({ file }) => file);
  expect(hinting).toEqual(expect.arrayContaining(["history/class-dialog.tsx", "notes/note-page.tsx"]));
});
