// The figures of the equity check in words.

/** `43%` */
export const shareWords = (count: number, people: number): string => `${Math.round((100 * count) / people)}%`;

/** Cut and not rounded, so that nothing under the line reads as on it. */
export const ratioWords = (ratio: number, isUnderFourFifths: boolean): string => {
  const figure = (Math.floor(ratio * 100 + 1e-9) / 100).toFixed(2);
  if (isUnderFourFifths) return `ratio ${figure}, under 0.80`;
  return ratio === 1 ? "the highest" : `ratio ${figure}`;
};

/** `3 up`, `1.5 down` */
export const moveWords = (move: number): string =>
  move === 0 ? "none" : `${Math.abs(move)} ${move > 0 ? "up" : "down"}`;
