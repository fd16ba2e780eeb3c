// A score as it is shown (RUBRIC-7): lines that add up to what was earned, and what was earned over what is known to the total, so
// that anybody can work it out again from the page. The total is rounded once; the lines settle by largest remainder.
import { rounded, settled, sumOf } from "./fraction";
import { countedLines, type RubricLine, type RubricScore } from "./rubric";

export interface ShownScore {
  /** `83.3`; null: nothing is known. */
  total: string | null;
  /** `41.63`, of the weight that is known. */
  earned: string;
  /** Of each line that is known; one that is asked of nobody stands for itself. */
  points: Partial<Record<RubricLine, string>>;
}

/** Two decimals, and more only where from two another total would come out. */
const LEAST_DECIMALS = 2;
const MOST_DECIMALS = 9;

export function shownScore({ total, known, lines }: RubricScore): ShownScore {
  const inTotal = countedLines(lines);
  const fractions = inTotal.map(({ weight, share }) => ({ over: weight * share.over, under: share.under }));
  const earned = sumOf(fractions);
  const tenths = total === null ? null : Math.round(total * 10);
  let decimals = LEAST_DECIMALS;
  const comesOut = () => {
    const parts = 10n ** BigInt(decimals);
    const shown = { over: rounded(earned, parts), under: parts };
    return tenths === null || Number(rounded(shown, 1000n, BigInt(known))) === tenths;
  };
  while (!comesOut() && decimals < MOST_DECIMALS) decimals++;
  const parts = 10n ** BigInt(decimals);
  const words = (whole: bigint): string => decimal(whole, decimals);
  const points: ShownScore["points"] = {};
  for (const { line, weight, share } of lines) {
    if (share) points[line] = words(rounded(sumOf([{ over: weight * share.over, under: share.under }]), parts));
  }
  settled(fractions, parts).forEach((part, at) => {
    const line = inTotal[at]?.line;
    if (line) points[line] = words(part);
  });
  return { total: total === null ? null : total.toFixed(1), earned: words(rounded(earned, parts)), points };
}

/** `41.63`, `17.5`, `15`. */
function decimal(parts: bigint, decimals: number): string {
  const digits = String(parts).padStart(decimals + 1, "0");
  const rest = digits.slice(-decimals).replace(/0+$/, "");
  const whole = digits.slice(0, -decimals);
  return rest === "" ? whole : `${whole}.${rest}`;
}
