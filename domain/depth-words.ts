// How deep a list may go in words, and as marks beside its ranks (DEPTH-4). Said as chances and as the past, never as a promise.
import {
  type BandRates,
  type Depth,
  type DepthChance,
  depthChances,
  depthWithin,
  LEAST_CYCLES,
  type ListSize,
} from "./depth";

export interface KnownDepth {
  quota: number;
  /** Where the last positions were filled in past cycles; null with too little past. */
  finish: { from: number; to: number } | null;
  depth: Depth | null;
}

/** Beside the counts of a list: `Usually full between ranks 22 and 41 · 80% by 38`. */
export function depthLine({ finish, depth }: KnownDepth): string {
  if (!finish || !depth) return `Depth: needs ${LEAST_CYCLES} past lists`;
  const usual = finish.from === finish.to ? `at rank ${finish.to}` : `between ranks ${finish.from} and ${finish.to}`;
  const likely = depth.reached[80];
  return `Usually full ${usual} · ${likely === null ? "80% not on this list" : `80% by ${likely}`}`;
}

/** By rank: the chance that everything is filled by there; empty where the program usually finishes and nothing else is said. */
export function depthMarks({ finish, depth }: KnownDepth): Record<number, string> {
  const marks: Record<number, string> = {};
  if (!finish || !depth) return marks;
  for (let rank = finish.from; rank <= finish.to; rank++) marks[rank] = "";
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

/** What the past says of any list of this track; null with too little of it. */
export interface KnownPast {
  finish: KnownDepth["finish"];
  bands: BandRates | null;
}

export interface DepthBeside {
  words: string;
  marks: Readonly<Record<number, string>>;
}

/** What stands beside a list as it is now: another quota or another length is another depth (DEPTH-4). */
export function depthBeside({ finish, bands }: KnownPast, list: ListSize): DepthBeside {
  const known = { quota: list.quota, finish, depth: bands && depthWithin(bands, list) };
  return { words: depthLine(known), marks: depthMarks(known) };
}
