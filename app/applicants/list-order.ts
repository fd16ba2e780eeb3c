// How somebody looks at the applicants of a season: searched and sorted for themselves alone. It moves nobody.
import { nameSearch } from "../../domain/name-search";
import type { ApplicantLine } from "../../server/context/applicant-files";

export const listOrders = ["name", "interviewDate", "openQuestions", "schoolType"] as const;
export type ListOrder = (typeof listOrders)[number];

export const listOrderWords: Record<ListOrder, string> = {
  name: "Name",
  interviewDate: "Interview date",
  openQuestions: "Open questions",
  schoolType: "School type",
};

/** Every word has to be in the name or the AAMC ID. */
export function searched(lines: readonly ApplicantLine[], search: string): ApplicantLine[] {
  const { finds } = nameSearch(search);
  return lines.filter(({ name, aamcId = "" }) => finds(name, aamcId));
}

/** What is not given stands at the end; within the same, by name. */
export function sorted(lines: readonly ApplicantLine[], order: ListOrder): ApplicantLine[] {
  const byName = [...lines].sort((a, b) => a.name.localeCompare(b.name, "en"));
  switch (order) {
    case "name":
      return byName;
    case "openQuestions":
      return byName.sort((a, b) => b.openQuestions - a.openQuestions);
    default:
      return byName.sort((a, b) => {
        const [one, other] = [a[order], b[order]];
        if (one === other) return 0;
        if (one === undefined || other === undefined) return one === undefined ? 1 : -1;
        return one < other ? -1 : 1;
      });
  }
}
