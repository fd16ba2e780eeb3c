// The numbers of the ranked list that one move changes on many rows: rank, change against the preliminary list, zone.
import type { ApplicantId } from "../../../domain/ids";
import { ranksIn } from "../../../domain/rank-list";
import type { Place, RankOrder } from "../../../domain/zone";
import type { Figures } from "./row-words";

export interface RankFigures {
  of(id: ApplicantId): Figures;
  placeOf(id: ApplicantId): Place;
}

const nothing: Figures = {};

/** Of those who are ranked. `preliminaryRanks`: undefined while there is no preliminary list. */
export function rankFigures(
  order: RankOrder,
  preliminaryRanks: ReadonlyMap<ApplicantId, number> | undefined,
): RankFigures {
  const ranks = ranksIn(order);
  const lastProtected = order.protected.length;
  return {
    of: (id) => {
      const rank = ranks.get(id);
      if (rank === undefined) return nothing;
      if (!preliminaryRanks) return { rank };
      const before = preliminaryRanks.get(id);
      return { rank, change: before === undefined ? "new" : before - rank };
    },
    placeOf: (id) => ((ranks.get(id) ?? Number.POSITIVE_INFINITY) <= lastProtected ? "protected" : "middle"),
  };
}

const withoutRank = (place: Place): RankFigures => ({ of: () => nothing, placeOf: () => place });

/** Of the lists by name: the same whatever happens on the ranked one, so that those are not rendered for it. */
export const redFigures = withoutRank("red");
export const unplacedFigures = withoutRank("unplaced");
