// How somebody looks at the applicants of a season: searched and sorted for themselves alone. It moves nobody.
import type { ApplicantLine } from "../../server/context/applicant-files";

export const listOrders = ["name", "interviewDate", "openQuestions", "schoolType"] as const;
export type ListOrder = (typeof listOrders)[number];

export const listOrderWords: Record<ListOrder, string> = {
  name: "Name",
  interviewDate: "Interview date",
  openQuestions: "Open questions",
  schoolType: "School type",
};

/** Without accents and case, so that `grunwald` finds Grünwald. */
const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();

/** Every word has to be in the name or begin the AAMC ID. */
export function searched(lines: readonly ApplicantLine[], search: string): ApplicantLine[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return lines.filter(({ name, aamcId = "" }) => {
    const own = plain(name);
    return words.every((word) => own.includes(word) || aamcId.startsWith(word));
  });
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
