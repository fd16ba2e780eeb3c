// Whom a suggestion leaves out (RUBRIC-8): of each group that a file tells of, how many a list protects and ranks, now and then. It
// is shown before anybody takes the suggestion over; it names no better order and moves nobody. Groups by protected columns are not
// in it: trying one suggestion after the other would tell of whom they are.
import type { Applicant } from "./applicant";
import { counted } from "./count-words";
import { type FileDimension, fileDimensions, fileGroup } from "./file-groups";
import type { ApplicantId } from "./ids";
import { rankedIds } from "./rank-list";
import { SMALLEST_GROUP } from "./small-cells";
import type { RankOrder } from "./zone";

export type Chosen = "protected" | "ranked";

export interface GroupShare {
  dimension: FileDimension;
  /** After a number: `international graduates`, `who need sponsorship`. */
  group: string;
  /** On the list, in the tray and in red included. */
  people: number;
  before: Record<Chosen, number>;
  after: Record<Chosen, number>;
  /** Chosen by the one list and not by the other. */
  losing: Record<Chosen, ApplicantId[]>;
}

export interface LeftOut {
  chosen: Chosen;
  share: GroupShare;
  /** False: some of them are chosen, at under four fifths of the highest share, and fewer than now. */
  isNobody: boolean;
}

type Told = Pick<Applicant, "id" | "schoolType" | "visa">;

export function groupShares(applicants: readonly Told[], now: RankOrder, then: RankOrder): GroupShare[] {
  const chosenBy = (order: RankOrder): Record<Chosen, ReadonlySet<ApplicantId>> => ({
    protected: new Set(order.protected),
    ranked: new Set(rankedIds(order)),
  });
  const [old, proposed] = [chosenBy(now), chosenBy(then)];
  return fileDimensions.flatMap((dimension) => {
    const groups = new Map<string, ApplicantId[]>();
    for (const applicant of applicants) {
      const group = fileGroup[dimension](applicant);
      if (group) groups.set(group, [...(groups.get(group) ?? []), applicant.id]);
    }
    if (groups.size < 2) return [];
    const named = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
    return named.map(([group, ids]): GroupShare => {
      const count = (chosen: ReadonlySet<ApplicantId>) => ids.filter((id) => chosen.has(id)).length;
      const lost = (chosen: Chosen) => ids.filter((id) => old[chosen].has(id) && !proposed[chosen].has(id));
      return {
        dimension,
        group,
        people: ids.length,
        before: { protected: count(old.protected), ranked: count(old.ranked) },
        after: { protected: count(proposed.protected), ranked: count(proposed.ranked) },
        losing: { protected: lost("protected"), ranked: lost("ranked") },
      };
    });
  });
}

/** Groups of at least five that are left out altogether, or get far less than they have: the first kind first. */
export function leftOut(shares: readonly GroupShare[]): LeftOut[] {
  const found = (["protected", "ranked"] as const).flatMap((chosen) => {
    const large = shares.filter(({ people }) => people >= SMALLEST_GROUP);
    // Where nobody is chosen, nobody is left out.
    if (large.every(({ after }) => after[chosen] === 0)) return [];
    return large.flatMap((share): LeftOut[] => {
      const { people, before, after } = share;
      if (after[chosen] === 0) return [{ chosen, share, isNobody: true }];
      const isFewer = after[chosen] < before[chosen];
      const isFar = large.some(
        (other) =>
          other.dimension === share.dimension && after[chosen] * other.people * 5 < other.after[chosen] * people * 4,
      );
      return isFewer && isFar ? [{ chosen, share, isNobody: false }] : [];
    });
  });
  return found.sort((one, other) => Number(other.isNobody) - Number(one.isNobody));
}

/** `None of the 61 international graduates would be protected; 15 are now.` */
export function leftOutWords({ chosen, share: { group, people, before, after } }: LeftOut): string {
  const count = after[chosen] === 0 ? "None" : String(after[chosen]);
  return `${count} of the ${people} ${group} would be ${chosen}; ${before[chosen] === 0 ? "none is" : counted(before[chosen], "is", "are")} now.`;
}
