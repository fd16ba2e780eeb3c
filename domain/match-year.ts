// A match year and its dates, which change every year and so are settings (DOMAIN, "Facts that decide behaviour").

export const matchYearDates = ["quotaDeadline", "rankingOpens", "listDeadline", "ends"] as const;
export type MatchYearDate = (typeof matchYearDates)[number];

export const matchYearDateWords: Record<MatchYearDate, string> = {
  quotaDeadline: "Quota deadline",
  rankingOpens: "Ranking opens",
  listDeadline: "List deadline",
  ends: "Year ends",
};

export interface MatchYear {
  year: number;
  /** ISO dates, `2027-03-03`. */
  dates: Readonly<Partial<Record<MatchYearDate, string>>>;
}

/** The last day of a match year: the day before residency begins, unless the program says another. */
export const endOf = ({ year, dates }: MatchYear): string => dates.ends ?? `${year}-06-30`;

/** A match year is over when its last day has passed and another year has followed it. `today` is an ISO date. */
export const isOver = (matchYear: MatchYear, all: readonly MatchYear[], today: string): boolean =>
  endOf(matchYear) < today && all.some(({ year }) => year > matchYear.year);
