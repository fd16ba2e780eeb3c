// What came of a call for objections, in words. Apart from the words of the call bar, which every meeting page carries.
import type { MemberId } from "../../../domain/ids";

interface CallCounts {
  /** By whom, and whether after the end of the call. */
  objections: readonly { by: MemberId | null; isLate?: true }[];
  noObjection: number;
  /** From the end of the call on. */
  noResponse?: number;
  absent?: number;
  isUnheard?: true;
}

/**
 * "1 objected, 1 no objection, 4 said nothing, 16 were not here; 1 objected after the call": whoever was away was not silent
 * (CALL-5), and what comes after the end stands apart (CALL-6).
 */
export function callAnswers({ objections, noObjection, noResponse, absent, isUnheard }: CallCounts): string {
  const people = (late: boolean) =>
    new Set(objections.flatMap(({ by, isLate }) => (Boolean(isLate) === late ? [by] : []))).size;
  const late = people(true);
  const counts = [
    `${people(false)} objected`,
    `${noObjection} no objection`,
    noResponse !== undefined && `${noResponse} said nothing`,
    absent !== undefined && `${absent} ${absent === 1 ? "was" : "were"} not here`,
  ];
  const unheard = isUnheard ? ". No objection was heard from the others, and nobody is confirmed by it" : "";
  return `${counts.filter(Boolean).join(", ")}${late > 0 ? `; ${late} objected after the call` : ""}${unheard}`;
}
