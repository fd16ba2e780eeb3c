// Fractions of whole numbers, for figures that are added before they are rounded.

/** `under` is above 0. Plain numbers, so that it can be sent. */
export interface Fraction {
  over: number;
  under: number;
}

/** A fraction of whole numbers that may be long. */
export interface LongFraction {
  over: bigint;
  under: bigint;
}

export const sumOf = (fractions: readonly Fraction[]): LongFraction =>
  fractions.reduce<LongFraction>(
    (sum, { over, under }) => ({
      over: sum.over * BigInt(under) + BigInt(over) * sum.under,
      under: sum.under * BigInt(under),
    }),
    { over: 0n, under: 1n },
  );

/** The fraction, 0 or more, times `times` over `by`, to the nearest whole number; a half goes up. */
export const rounded = ({ over, under }: LongFraction, times: bigint, by = 1n): bigint =>
  (2n * over * times + under * by) / (2n * under * by);

/**
 * Fractions, 0 or more, in whole parts of which `parts` are one: together the rounded sum. Each is cut off first, and what is left of
 * the sum goes to the largest remainders, of equal ones to the first.
 */
export function settled(fractions: readonly Fraction[], parts: bigint): bigint[] {
  const cut = fractions.map(({ over, under }, at) => {
    const [whole, left] = [BigInt(over) * parts, BigInt(under)];
    return { at, part: whole / left, rest: { over: whole % left, under: left } };
  });
  const missing = rounded(sumOf(fractions), parts) - cut.reduce((sum, { part }) => sum + part, 0n);
  const byRest = [...cut].sort(
    (one, other) => Number(other.rest.over * one.rest.under - one.rest.over * other.rest.under) || one.at - other.at,
  );
  const raised = new Set(byRest.slice(0, Number(missing)).map(({ at }) => at));
  return cut.map(({ at, part }) => part + (raised.has(at) ? 1n : 0n));
}
