// How deep a list may go in words, and as marks beside its ranks (DEPTH-4). Said as chances and as the past, never as a promise.
import { counted } from "./count-words";
import {
  type Depth,
  type DepthChance,
  depthChances,
  depthWithin,
  LEAST_CYCLES,
  type ListSize,
  type UsualFinish,
  usualFinish,
  type YearRates,
} from "./depth";

export interface KnownDepth {
  quota: number;
  /** Where past years filled as many positions as this quota has; null where under two of them did. */
  finish: UsualFinish | null;
  /** Null with too little past. */
  depth: Depth | null;
}

/** Beside the counts of a list: `Past years filled 15 places between ranks 22 and 41 · 80% by 38`. */
export function depthLine({ quota, finish, depth }: KnownDepth): string {
  if (!depth) return `Depth: needs ${LEAST_CYCLES} past lists`;
  const likely = depth.reached[80] === null ? "80% not on this list" : `80% by ${depth.reached[80]}`;
  return finish ? `${finishWords(quota, finish)} · ${likely}` : `${counted(quota, "place")} filled: ${likely}`;
}

/** Said of this quota alone: `3 of 4 past years filled 15 places between ranks 22 and 41`. */
export function finishWords(quota: number, { cycles, of, from, to }: UsualFinish): string {
  const where = from === to ? `at rank ${to}` : `between ranks ${from} and ${to}`;
  return `${cycles === of ? "Past years" : `${cycles} of ${counted(of, "past year")}`} filled ${counted(quota, "place")} ${where}`;
}

/** By rank: the chance that everything is filled by there; empty where past years finished and nothing else is said. */
export function depthMarks({ finish, depth }: KnownDepth): Record<number, string> {
  const marks: Record<number, string> = {};
  if (!depth) return marks;
  if (finish) for (let rank = finish.from; rank <= finish.to; rank++) marks[rank] = "";
  for (const chance of depthChances) {
    const rank = depth.reached[chance];
    if (rank !== null) marks[rank] = marks[rank] ? `${marks[rank]} · ${chance}%` : `${chance}%`;
  }
  return marks;
}

const chanceWords: Record<DepthChance, string> = { 50: "As likely as not", 80: "8 in 10", 95: "19 in 20" };

/** One sentence a chance: `8 in 10: all 15 places are filled by rank 38.` */
export const chanceSentences = ({ quota, depth }: KnownDepth): string[] =>
  depth
    ? depthChances.map((chance) => {
        const rank = depth.reached[chance];
        const places = quota === 1 ? "the place is" : `all ${quota} places are`;
        return `${chanceWords[chance]}: ${rank === null ? "not reached on this list" : `${places} filled by rank ${rank}`}.`;
      })
    : [];

/** What the past says of any list of this track. */
export interface KnownPast {
  /** By cycle the ranks of those who came. */
  fills: readonly (readonly number[])[];
  /** Years that may come; null with too little past. */
  years: readonly YearRates[] | null;
}

export interface DepthBeside {
  words: string;
  marks: Readonly<Record<number, string>>;
}

/** What stands beside a list as it is now: another quota or another length is another depth (DEPTH-4). */
export function depthBeside({ fills, years }: KnownPast, list: ListSize): DepthBeside {
  const known = { quota: list.quota, finish: usualFinish(fills, list.quota), depth: years && depthWithin(years, list) };
  return { words: depthLine(known), marks: depthMarks(known) };
}
