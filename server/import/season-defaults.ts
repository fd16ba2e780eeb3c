// What the command line may leave out and the applicants' file can tell: the program code and the match year.
import type { ApplicantRow } from "./applicants-file";

/** The codes among the tracks applied to, the commonest first. */
export function programCodes(applicants: readonly ApplicantRow[]): string[] {
  return byFrequency(
    applicants.flatMap(({ facts }) => (facts.tracks ?? []).flatMap((track) => track.match(/\b\d{7}[A-Z]\d\b/g) ?? [])),
  );
}

/** Interviews from July on are for the Match of the next year. The commonest answer wins, so one odd date does not. */
export function matchYearOf(applicants: readonly ApplicantRow[]): number | undefined {
  const years = applicants.flatMap(({ facts }) => {
    const [year, month] = (facts.interviewDate ?? "").split("-").map(Number);
    return year && month ? [String(month >= 7 ? year + 1 : year)] : [];
  });
  const [commonest] = byFrequency(years);
  return commonest === undefined ? undefined : Number(commonest);
}

function byFrequency(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([value]) => value);
}
