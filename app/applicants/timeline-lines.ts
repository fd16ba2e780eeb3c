// A timeline as its reader goes through it: entries and gaps in the order of time, with the words of each, and the place of each
// on one scale.

import type { Applicant } from "../../domain/applicant";
import { counted } from "../../domain/count-words";
import {
  type Gap,
  gapsOf,
  monthNumber,
  monthWords,
  type TimelineBar,
  timelineKindWords,
  timelineScale,
  untoldTime,
} from "../../domain/timeline";

export interface TimelineLine {
  /** `Jul 2024 – Jun 2025`. */
  when: string;
  what: string;
  note: string | undefined;
  isGap: boolean;
  /** Which of the file's entries it is; undefined for a gap that was worked out. */
  at: number | undefined;
  /** The gap that was worked out. */
  gap: Gap | undefined;
  bar: TimelineBar;
  /** Entries that run at the same time stand in rows of their own. */
  row: number;
}

export interface Timeline {
  lines: TimelineLine[];
  rowCount: number;
  /** Where on the scale the graduation stands. */
  graduation: number | undefined;
  /** The Januaries, with as many years named as have room. */
  years: { at: number; year: string | undefined }[];
  from: string;
  to: string;
}

export type TimelineFacts = Pick<Applicant, "graduation" | "timeline">;

/** Null where the file has neither a timeline nor a graduation. */
export function timelineOf(facts: TimelineFacts, matchYear: number): Timeline | null {
  const scale = timelineScale(facts, matchYear);
  if (!scale) return null;
  const entries = (facts.timeline ?? []).map((entry, at) => ({
    from: entry.from,
    to: entry.to,
    what: `${timelineKindWords[entry.kind]}: ${entry.what}`,
    note: entry.explanation,
    isGap: entry.kind === "gap",
    at,
    gap: undefined,
  }));
  const gaps = (gapsOf(facts, matchYear) ?? []).map((gap) => ({
    from: gap.from,
    to: gap.to,
    what: `Nothing in the file for ${counted(gap.months, "month")}`,
    note: "No explanation in the file",
    isGap: true,
    at: undefined,
    gap,
  }));
  const rowEnds: number[] = [];
  const lines = [...entries, ...gaps]
    .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
    .map(({ from, to, ...line }): TimelineLine => {
      const free = rowEnds.findIndex((end) => end < monthNumber(from));
      const row = free === -1 ? rowEnds.length : free;
      rowEnds[row] = monthNumber(to ?? scale.to);
      const when = `${monthWords(from)} – ${to === undefined ? "now" : monthWords(to)}`;
      return { ...line, when, bar: scale.at(from, to), row };
    });
  const { graduation } = facts;
  return {
    lines,
    rowCount: Math.max(1, rowEnds.length),
    graduation: graduation === undefined ? undefined : endOf(scale.at(graduation, graduation)),
    years: yearsOf(scale),
    from: scale.from,
    to: scale.to,
  };
}

/** Said where a file has no timeline: it is silent, which is not a gap (FILE-2). */
export function untoldWords(facts: TimelineFacts, matchYear: number): string | undefined {
  const untold = untoldTime(facts, matchYear);
  return untold && `The file does not say what was done from ${monthWords(untold.from)} to ${monthWords(untold.to)}.`;
}

const endOf = ({ start, length }: TimelineBar): number => start + length;

const NAMED_YEARS = 8;

function yearsOf({ from, to, at }: NonNullable<ReturnType<typeof timelineScale>>): Timeline["years"] {
  const first = Number(from.slice(0, 4)) + 1;
  const last = Number(to.slice(0, 4));
  const step = Math.max(1, Math.ceil((last - first + 1) / NAMED_YEARS));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const year = String(first + index);
    return { at: at(`${year}-01`, `${year}-01`).start, year: index % step === 0 ? year : undefined };
  });
}
