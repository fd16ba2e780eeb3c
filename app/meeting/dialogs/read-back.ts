// What is read back to the director before the list is signed: its two ends, who is not ranked, and who came furthest since
// the preliminary list, with what the log says for it.
import { distanceOf } from "../../../domain/list-difference";
import type { ExplainedChange, ListReasons } from "../../../domain/list-reasons";
import { type RankEntry, rankEntries } from "../../../domain/locked-list";
import type { MeetingState } from "../../../domain/meeting";

export interface ReadBack {
  rankedCount: number;
  redCount: number;
  top: RankEntry[];
  /** Those at the end that `top` does not hold already. */
  last: RankEntry[];
}

const topCount = 10;
const lastCount = 5;
const moverCount = 8;

export function readBackOf(state: MeetingState): ReadBack {
  const entries = rankEntries(state);
  return {
    rankedCount: entries.length,
    redCount: state.order.red.length,
    top: entries.slice(0, topCount),
    last: entries.slice(Math.max(topCount, entries.length - lastCount)),
  };
}

/** Furthest first, whether explained or not. */
export const furthestOf = ({ changes }: ListReasons): ExplainedChange[] =>
  [...changes].sort((one, other) => distanceOf(other.change) - distanceOf(one.change)).slice(0, moverCount);
