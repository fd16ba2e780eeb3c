// Points and weights as they are shown: one decimal at most.
export const figure = (points: number): string => String(Math.round(points * 10) / 10);

export const knownWords = ({ known, weight }: { known: number; weight: number }): string =>
  known === weight ? `all ${weight} known` : `known ${known} of ${weight}`;
