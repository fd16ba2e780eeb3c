// An applicant's rank over the meeting, in words and as a path: `12 at opening, 7 now, 5 moves`.
import { counted } from "../../../domain/count-words";
import type { RankLine } from "../../../domain/replay";

const rankWords = (rank: number | null | undefined): string => (rank == null ? "no rank" : String(rank));

export function rankLineWords({ isFromOpening, steps, moves }: RankLine): string {
  const [first, last] = [steps[0]?.[1], steps.at(-1)?.[1]];
  return `${rankWords(first)} ${isFromOpening ? "at opening" : "at first"}, ${rankWords(last)} now, ${counted(moves, "move")}`;
}

/** The line up to what the list shows: others have moved since it was fetched, and the rank with them. */
export function upToNow(line: RankLine, now: { seq: number; rank: number | null }): RankLine {
  const to = Math.max(line.to, now.seq);
  const isSame = line.steps.at(-1)?.[1] === now.rank;
  return { ...line, to, steps: isSame ? line.steps : [...line.steps, [to, now.rank]] };
}

/**
 * For `d` of a path in a box `width` by `height`: across by the events of the log, up by rank, level from one change to the next.
 * Where there is no rank there is no line.
 */
export function rankLinePath({ steps, to }: RankLine, width: number, height: number): string {
  const ranks = steps.flatMap(([, rank]) => rank ?? []);
  const from = steps[0]?.[0] ?? to;
  const [best, worst] = [Math.min(...ranks), Math.max(...ranks)];
  const across = (seq: number) => round(to === from ? 0 : ((seq - from) / (to - from)) * width);
  // Nothing but one rank: a line in the middle.
  const down = (rank: number) => round(best === worst ? height / 2 : ((rank - best) / (worst - best)) * height);
  let isDrawing = false;
  return steps
    .map(([seq, rank], index) => {
      const end = across(steps[index + 1]?.[0] ?? to);
      if (rank === null) {
        isDrawing = false;
        return "";
      }
      const start = isDrawing ? `V${down(rank)}` : `M${across(seq)} ${down(rank)}`;
      isDrawing = true;
      // Somebody who has just got a rank still has a point.
      return `${start}H${end === across(seq) ? end + 0.1 : end}`;
    })
    .join("");
}

const round = (length: number): number => Math.round(length * 10) / 10;
