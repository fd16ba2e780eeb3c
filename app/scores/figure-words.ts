// Means and spreads as they are written: two decimals at most, a true minus.

export const figureWords = (figure: number): string =>
  figure
    .toFixed(2)
    .replace(/\.?0+$/, "")
    .replace("-", "−");

/** With its sign: `+0.4`, `−0.4`, `0`. */
export const differenceWords = (difference: number): string => {
  const words = figureWords(difference);
  return words === "−0" || words === "0" ? "0" : words.startsWith("−") ? words : `+${words}`;
};

export const interviewerCount = (count: number): string => `${count} ${count === 1 ? "interviewer" : "interviewers"}`;
