// An applicant's timeline and what it leaves open (DOMAIN, mechanism 11): months after medical school of which the file says
// nothing. That is a question to ask; it is never an age and never a judgement.

export const timelineKinds = ["education", "training", "work", "research", "military", "gap", "other"] as const;
export type TimelineKind = (typeof timelineKinds)[number];

export const timelineKindWords: Record<TimelineKind, string> = {
  education: "Education",
  training: "Training",
  work: "Work",
  research: "Research",
  military: "Military service",
  gap: "Gap",
  other: "Other",
};

/** Months are ISO, `2019-07`, and both belong to it. */
export interface TimelineEntry {
  kind: TimelineKind;
  from: string;
  /** Absent: goes on. */
  to?: string | undefined;
  what: string;
  explanation?: string | undefined;
}

/** Up to so many months in a row need no word: people move, and wait for a start. */
export const UNREMARKABLE_MONTHS = 3;

export interface Gap {
  from: string;
  to: string;
  months: number;
}

/** Months since the year 0, so that they can be subtracted. */
export const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

export const monthText = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;

const monthNames = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** `2027-05` → `May 2027`. Not through a Date: a calendar month has no time zone. */
export const monthWords = (month: string): string =>
  `${monthNames[Number(month.slice(5, 7)) - 1] ?? "?"} ${month.slice(0, 4)}`;

/** The last month before residency begins, on July 1 of the match year. */
export const lastMonthBefore = (matchYear: number): string => `${matchYear}-06`;

interface Known {
  graduation?: string | undefined;
  timeline?: readonly TimelineEntry[] | undefined;
}

/**
 * Stretches of more than three months between graduation and the start of residency of which the file says nothing: no entry
 * covers them. A stated gap covers its time when it has an explanation. Null where it cannot be known: the file has no graduation,
 * or no timeline at all, and a file that says nothing is not a person who did nothing.
 */
export function gapsOf({ graduation, timeline }: Known, matchYear: number): Gap[] | null {
  if (graduation === undefined || timeline === undefined || timeline.length === 0) return null;
  const end = monthNumber(lastMonthBefore(matchYear));
  const covered = timeline
    .filter(({ kind, explanation }) => kind !== "gap" || explanation)
    .map(({ from, to }) => ({ from: monthNumber(from), to: to === undefined ? end : monthNumber(to) }))
    .sort((one, other) => one.from - other.from);
  const gaps: Gap[] = [];
  let next = monthNumber(graduation) + 1;
  for (const span of [...covered, { from: end + 1, to: end + 1 }]) {
    const to = Math.min(span.from - 1, end);
    const months = to - next + 1;
    if (months > UNREMARKABLE_MONTHS) gaps.push({ from: monthText(next), to: monthText(to), months });
    next = Math.max(next, span.to + 1);
  }
  return gaps;
}

/** Does time since graduation go untold because the file has no timeline? From and to which month; undefined where not. */
export function untoldTime(known: Known, matchYear: number): { from: string; to: string } | undefined {
  const { graduation, timeline } = known;
  if (graduation === undefined || (timeline !== undefined && timeline.length > 0)) return undefined;
  const from = monthNumber(graduation) + 1;
  const to = monthNumber(lastMonthBefore(matchYear));
  return to - from + 1 > UNREMARKABLE_MONTHS ? { from: monthText(from), to: monthText(to) } : undefined;
}

export interface TimelineBar {
  /** From 0 at the left edge to 1. */
  start: number;
  length: number;
}

/** Places spans of months on one scale from the first to the last of them; graduation and the end of June stand on it too. */
export function timelineScale(
  { graduation, timeline = [] }: Known,
  matchYear: number,
): { from: string; to: string; at(from: string, to: string | undefined): TimelineBar } | undefined {
  const last = lastMonthBefore(matchYear);
  const starts = [...timeline.map(({ from }) => from), ...(graduation === undefined ? [] : [graduation])].sort();
  const [first] = starts;
  if (first === undefined) return undefined;
  const end = [last, ...timeline.flatMap(({ to }) => to ?? []), ...starts].sort().at(-1) ?? last;
  const whole = monthNumber(end) - monthNumber(first) + 1;
  return {
    from: first,
    to: end,
    at: (from, to = end) => ({
      start: (monthNumber(from) - monthNumber(first)) / whole,
      length: (monthNumber(to) - monthNumber(from) + 1) / whole,
    }),
  };
}
