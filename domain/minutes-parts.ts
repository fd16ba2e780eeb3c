// Minutes of a long meeting are told in parts: one part is a page that is quickly made, read and printed (MIN-4).
import type { MinutesEntry } from "./minutes";

/** Some twenty printed pages. A meeting of two hours has one part or two. */
export const LINES_IN_A_PART = 1000;

export interface MinutesPart {
  entries: MinutesEntry[];
  /** 1-based. */
  number: number;
  /** How many parts there are; at least 1. */
  count: number;
}

/** `number`: of the part that is asked for; undefined: no such part. Every line is in one part, in the same order. */
export function minutesPart(
  entries: readonly MinutesEntry[],
  number: number,
  linesInAPart = LINES_IN_A_PART,
): MinutesPart | undefined {
  const parts: MinutesEntry[][] = [[]];
  let room = linesInAPart;
  for (const entry of entries) {
    let rest: MinutesEntry | undefined = entry;
    while (rest) {
      const [taken, left]: Split = room === linesInAPart ? splitFirst(rest, room) : splitAt(rest, room);
      if (taken) parts.at(-1)?.push(taken);
      room = Math.max(0, room - (taken ? linesOf(taken) : 0));
      rest = left;
      if (rest) {
        parts.push([]);
        room = linesInAPart;
      }
    }
  }
  const part = parts[number - 1];
  return part && { entries: part, number, count: parts.length };
}

type Split = [taken: MinutesEntry | undefined, left: MinutesEntry | undefined];

/** What is longer than a part and cannot be cut is one by itself. */
function splitFirst(entry: MinutesEntry, room: number): Split {
  const [taken, left] = splitAt(entry, room);
  return taken ? [taken, left] : [entry, undefined];
}

/** A row of one kind is cut where a part ends; what belongs together, a call with its objections or a round, is not. */
function splitAt(entry: MinutesEntry, room: number): Split {
  if (linesOf(entry) <= room) return [entry, undefined];
  if (entry.kind === "moves") {
    const [lines, others] = [entry.lines.slice(0, room), entry.lines.slice(room)];
    const [last, first] = [lines.at(-1), others[0]];
    if (!last || !first) return [undefined, entry];
    const { seq, at, by } = first;
    return [
      { ...entry, lines, until: last.at },
      { ...entry, seq, at, by, lines: others },
    ];
  }
  if (entry.kind === "discussed") {
    const [items, others] = [entry.items.slice(0, room), entry.items.slice(room)];
    const first = others[0];
    if (items.length === 0 || !first) return [undefined, entry];
    const { seq, at, by } = first;
    return [
      { ...entry, items },
      { ...entry, seq, at, by, items: others },
    ];
  }
  return [undefined, entry];
}

function linesOf(entry: MinutesEntry): number {
  switch (entry.kind) {
    case "moves":
      return entry.lines.length;
    case "discussed":
      return entry.items.length;
    case "call":
      return 1 + entry.objections.length;
    case "round":
      return entry.applicantIds.length;
    case "event":
      return 1;
  }
}
