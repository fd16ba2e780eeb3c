// The small line of an applicant's rank over the meeting (BACK-3), with what it says in words for everybody.
import type { RankLine } from "../../../domain/replay";
import { rankLinePath, rankLineWords } from "./rank-line-words";

const [WIDTH, HEIGHT] = [160, 32];

export const RankLineFigure = ({ line }: { line: RankLine }) => (
  <figure className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-hairline pb-3">
    <svg
      viewBox={`-2 -2 ${WIDTH + 4} ${HEIGHT + 4}`}
      width={WIDTH + 4}
      height={HEIGHT + 4}
      aria-hidden
      className="max-w-full text-middle"
    >
      <path d={rankLinePath(line, WIDTH, HEIGHT)} fill="none" stroke="currentColor" strokeWidth={2} />
    </svg>
    <figcaption className="tabular text-meta">
      <span className="sr-only">Rank: </span>
      {rankLineWords(line)}
    </figcaption>
  </figure>
);
