// Joins the preliminary list with the applicants it names. Promises that nobody stands on the result twice, that
// everybody on it was imported, and that nobody withdrawn is placed.
import type { ApplicantFacts } from "../../domain/applicant";
import type { Zone } from "../../domain/zone";
import type { ApplicantRow } from "./applicants-file";
import type { ListRow } from "./list-file";
import type { RowError } from "./reading";

/** Keys of applicants (see `applicantKey`), in order. */
export type ListOrder = Record<Zone, string[]>;

export interface MatchedList {
  order: ListOrder;
  bad: RowError[];
  warnings: RowError[];
}

/** What the list calls an applicant: the AAMC ID, or the NRMP ID where a file has no other. */
export const applicantKey = ({ aamcId, nrmpId }: Pick<ApplicantFacts, "aamcId" | "nrmpId">): string =>
  aamcId ?? nrmpId ?? "";

/** `listRows` come sorted by rank, as `readListRows` gives them; `where` says where an applicant should be. */
export function matchList(
  listRows: readonly ListRow[],
  applicants: readonly ApplicantRow[],
  where = "imported from the applicants file; none has it",
): MatchedList {
  const byId = new Map<string, ApplicantRow>();
  for (const applicant of applicants) {
    if (applicant.facts.aamcId) byId.set(applicant.facts.aamcId, applicant);
    if (applicant.facts.nrmpId) byId.set(applicant.facts.nrmpId, applicant);
  }
  const matched: MatchedList = { order: { protected: [], middle: [], red: [] }, bad: [], warnings: [] };
  const placed = new Map<ApplicantRow, number>();
  for (const entry of listRows) {
    const found = findApplicant(entry, byId, where);
    const problem = typeof found === "string" ? found : problemWith(found, placed);
    if (typeof found === "string" || problem) {
      const column = entry.aamcId ? "AAMC ID" : "NRMP ID";
      matched.bad.push({ row: entry.row, column, value: applicantKey(entry), expected: problem ?? "" });
      continue;
    }
    placed.set(found, entry.row);
    matched.order[entry.zone].push(applicantKey(found.facts));
    if (entry.name && !isSameName(entry.name, found.facts.name)) {
      const expected = `the name of that id, “${found.facts.name}”; check that the id is right`;
      matched.warnings.push({ row: entry.row, column: "name", value: entry.name, expected });
    }
  }
  matched.bad.sort((one, other) => one.row - other.row);
  return matched;
}

/** The applicant, or what was expected instead. */
function findApplicant(entry: ListRow, byId: ReadonlyMap<string, ApplicantRow>, where: string): ApplicantRow | string {
  const found = [entry.aamcId, entry.nrmpId].flatMap((id) => (id ? (byId.get(id) ?? []) : []));
  const [one, other] = found;
  if (!one) return `the id of an applicant ${where}`;
  return other && other !== one ? "an AAMC ID and an NRMP ID of the same applicant" : one;
}

function problemWith(applicant: ApplicantRow, placed: ReadonlyMap<ApplicantRow, number>): string | undefined {
  if (applicant.withdrawn) return "an applicant who has not withdrawn; the applicants file says this one has";
  const first = placed.get(applicant);
  return first === undefined ? undefined : `an applicant whom no other row names; row ${first} does already`;
}

/** Same words in any order and case, with or without accents; a middle name on one side only is no difference. */
function isSameName(one: string, other: string): boolean {
  const words = (name: string) =>
    new Set(
      name
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean),
    );
  const [fewer, more] = [words(one), words(other)].sort((a, b) => a.size - b.size);
  return [...(fewer ?? [])].every((word) => more?.has(word));
}
