// How long a program keeps its meetings, and what a purge takes (KEEP-1 … KEEP-4). Times are ISO text; nothing here reads a
// clock.
import { endOf, type MatchYear } from "./match-year";

/** Hiring records are kept at least this long, whatever a program sets (DOMAIN: "Facts that decide behaviour"). */
export const LEAST_YEARS = 2;
export const MOST_YEARS = 50;

/** Two years after the match year's end unless the program says otherwise. */
export const DEFAULT_YEARS = 2;

/** The end of a match year as retention counts it: the usual day, or a later one that the program has set, never an earlier. */
export function countedEnd(matchYear: MatchYear): string {
  const usual = endOf({ ...matchYear, dates: {} });
  return [usual, endOf(matchYear)].sort().at(-1) ?? usual;
}

/** The last day on which the data of a match year that ends on `end` are kept. Days are ISO: `2029-06-30`. */
export const keptUntil = (end: string, years: number): string => lateDay(end, years, 0).slice(0, 10);

/** Is that day over everywhere on earth? `now` is ISO, UTC: the last place to end a day is twelve hours behind. */
export const isRetentionOver = (end: string, years: number, now: string): boolean => now >= lateDay(end, years, 1);

/** Noon UTC, so many years and days after `end`. */
function lateDay(end: string, years: number, days: number): string {
  const [year = 0, month = 1, day = 1] = end.split("-").map(Number);
  return new Date(Date.UTC(year + years, month - 1, day + days, 12)).toISOString();
}

/** What goes with a season's log from the tables beside it. */
export const seasonTakenKinds = [
  "seasonRecusals",
  "interviews",
  "interviewNotes",
  "ratings",
  "questions",
  "contacts",
  "imports",
  "photos",
  "equityFacts",
] as const;
export type SeasonTakenKind = (typeof seasonTakenKinds)[number];
export type SeasonTaken = Readonly<Record<SeasonTakenKind, number>>;

/** What a purge takes, by kind. */
export const takenKinds = [
  "applicants",
  "events",
  "endorsements",
  "flags",
  "recusals",
  "lockedLists",
  "refusals",
  "joinCodes",
  "joinRequests",
  "pledges",
  ...seasonTakenKinds,
] as const;
export type TakenKind = (typeof takenKinds)[number];
export type Taken = Readonly<Record<TakenKind, number>>;

export const takenWords: Record<TakenKind, string> = {
  applicants: "Applicants' files",
  events: "Entries of the log that tell of applicants",
  endorsements: "Endorsements",
  flags: "Flags",
  recusals: "Recusals",
  lockedLists: "Locked lists with their names",
  refusals: "Refusals on record, which may quote names",
  joinCodes: "Links and passcodes of the meeting's door",
  joinRequests: "People who asked to come in, and what hosts answered",
  pledges: "Pledges",
  seasonRecusals: "Recusals declared before the meeting",
  interviews: "Who interviewed whom, and reminders",
  interviewNotes: "Interview notes, with every version",
  ratings: "Ratings by hand, and exceptions from the exam floor",
  questions: "Open questions and their answers",
  contacts: "Calls with colleagues outside",
  imports: "Imported files, row by row, and lists from them",
  photos: "Photos",
  equityFacts: "Facts kept apart for the equity check",
};

export const nothingTaken = Object.fromEntries(takenKinds.map((kind) => [kind, 0])) as Taken;

export const addTaken = (one: Taken, other: Taken): Taken =>
  Object.fromEntries(takenKinds.map((kind) => [kind, one[kind] + other[kind]])) as Taken;

/** `other` may be of an older version, which knew fewer kinds. */
export const sameTaken = (one: Taken, other: Partial<Taken>): boolean =>
  takenKinds.every((kind) => one[kind] === (other[kind] ?? 0));

/**
 * Events that tell of the meeting and its members, and of no applicant: a purge leaves these as they are. Everything else goes,
 * also what this build does not know.
 */
export const keptEventTypes = [
  "meetingOpened",
  "settingsChanged",
  "memberAdded",
  "memberChanged",
  "memberRemoved",
  "programFollowed",
  "draftFrozen",
  "meetingPurged",
] as const;
