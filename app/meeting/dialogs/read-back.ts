// What is read back to the director before the list is signed: its two ends, who is not ranked, and who came furthest since
// the preliminary list.
import type { ApplicantId } from "../../../domain/ids";
import { lastMoveOf } from "../../../domain/last-moves";
import { type RankEntry, rankEntries } from "../../../domain/locked-list";
import type { MeetingState } from "../../../domain/meeting";
import { ranksIn } from "../../../domain/rank-list";

export interface Mover {
  applicantId: ApplicantId;
  name: string;
  /** Rank on the preliminary list and now; undefined: not ranked. */
  from?: number;
  to?: number;
  /** Of the last move. */
  reason?: string;
}

export interface ReadBack {
  rankedCount: number;
  redCount: number;
  top: RankEntry[];
  /** Those at the end that `top` does not hold already. */
  last: RankEntry[];
  /** Biggest first; empty without a preliminary list. */
  movers: Mover[];
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
    movers: biggestMovers(state),
  };
}

/** Whoever gained or lost a rank altogether came as far as the list is long. */
function biggestMovers(state: MeetingState): Mover[] {
  if (!state.preliminary) return [];
  const before = ranksIn(state.preliminary);
  const now = ranksIn(state.order);
  const distance = ({ from, to }: Mover): number =>
    from === undefined || to === undefined ? Number.MAX_SAFE_INTEGER : Math.abs(from - to);
  return Object.values(state.applicants)
    .filter(({ id, withdrawn }) => !withdrawn && before.get(id) !== now.get(id) && lastMoveOf(state.lastMoves, id))
    .map(({ id, name }) => ({
      applicantId: id,
      name,
      from: before.get(id),
      to: now.get(id),
      reason: lastMoveOf(state.lastMoves, id)?.reason?.sentence,
    }))
    .sort((one, other) => distance(other) - distance(one) || (one.name < other.name ? -1 : 1))
    .slice(0, moverCount);
}
