// The parts of a file that are written by hand, as their forms type them: what a form makes of the part that it was shown.
import { z } from "zod";
import {
  clinicalExperienceSchema,
  fitSignalSchema,
  type HandFacts,
  handFactsSchema,
  letterSchema,
  timelineEntrySchema,
} from "../../domain/applicant";
import { clinicalKinds } from "../../domain/clinical-experience";
import type { Typed } from "../context/answers";
import type { FilePart } from "../context/applicant-files";
import { refuse } from "../programs/access";
import { type Reading, readTyped } from "../programs/typed";

export const fileParts = Object.keys(handFactsSchema.shape) as FilePart[];

const sentences: Readonly<Record<string, string>> = {
  kind: "Choose what it was.",
  from: "Enter a month, such as 2024-06.",
  to: "Enter a month that is not before the first, such as 2025-05, or leave it empty if it goes on.",
  what: "Say in a few words what it was.",
  explanation: "Write at most 500 characters.",
  writer: "Enter who wrote it.",
  relation: "Write at most 200 characters.",
  source: "Write at most 500 characters.",
  sentence: "Write at most 500 characters.",
  ...Object.fromEntries(clinicalKinds.map((kind) => [kind, "Enter a number of months, or leave it empty."])),
};

const notUnderstood = refuse(400, "That form was not understood. Reload the page and try again.");

/** What the page had, and what the form makes of it. */
export interface PartChange {
  was: HandFacts;
  set: HandFacts;
}

export function readPart(part: FilePart, typed: Typed): Reading<PartChange> {
  const shown = handFactsSchema.shape[part].safeParse(parsed(typed.was ?? ""));
  if (!shown.success) return notUnderstood;
  const was = shown.data === undefined ? {} : { [part]: shown.data };
  const next = nextOf(part, typed, shown.data);
  if (!next.ok) return next;
  const set = handFactsSchema.safeParse(next.value === undefined ? {} : { [part]: next.value });
  if (!set.success) return refuse(400, "That is more than a file can hold.");
  return { ok: true, value: { was, set: set.data } };
}

function nextOf(part: FilePart, typed: Typed, shown: unknown): Reading<unknown> {
  switch (part) {
    case "timeline":
      return inList(timelineEntrySchema, typed, shown);
    case "letters":
      return inList(letterSchema, typed, shown);
    case "fitSignals":
      return inList(fitSignalSchema, typed, shown);
    case "clinicalExperience":
      return readLadder(typed);
    case "interruptedWhy":
    case "examExplanation":
      return readTyped(
        z.object({ sentence: z.string().trim().max(500) }).transform(({ sentence }) => sentence || undefined),
        { sentence: typed.sentence ?? "" },
        sentences,
      );
  }
}

/** An entry more, another in its place, or one less. The timeline stays in the order of time. */
function inList(schema: z.ZodType, typed: Typed, shown: unknown): Reading<unknown> {
  const entries: unknown[] = Array.isArray(shown) ? [...shown] : [];
  const at = /^\d{1,2}$/.test(typed.at ?? "") ? Number(typed.at) : undefined;
  if (at !== undefined && entries[at] === undefined) return notUnderstood;
  if (typed.remove === "yes") {
    if (at === undefined) return notUnderstood;
    entries.splice(at, 1);
    return { ok: true, value: entries.length === 0 ? undefined : entries };
  }
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ""));
  const entry = readTyped(schema, given, sentences);
  if (!entry.ok) return entry;
  if (at === undefined) entries.push(entry.value);
  else entries[at] = entry.value;
  return { ok: true, value: entries.sort(byStart) };
}

const byStart = (one: unknown, other: unknown): number => {
  const [a, b] = [startOf(one), startOf(other)];
  return a < b ? -1 : a > b ? 1 : 0;
};
const startOf = (entry: unknown): string => (entry as { from?: string }).from ?? "";

/** A rung left empty is not said; all of them empty is nothing known, unless it is said that there was none. */
function readLadder(typed: Typed): Reading<unknown> {
  const ladder = [];
  for (const kind of clinicalKinds) {
    const months = typed[kind]?.trim() ?? "";
    if (months === "") continue;
    const rung = clinicalExperienceSchema.safeParse({ kind, months: Number(months.replace(",", ".")) });
    if (!rung.success) return refuse(400, sentences[kind] ?? "", kind);
    ladder.push(rung.data);
  }
  if (ladder.length > 0) return { ok: true, value: ladder };
  return { ok: true, value: typed.none === "yes" ? [] : undefined };
}

function parsed(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return null;
  }
}
