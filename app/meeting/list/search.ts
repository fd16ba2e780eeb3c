// Who a search finds: every word must be in the name or in an identifier, as domain/name-search.ts compares them.
import type { Applicant } from "../../../domain/applicant";
import type { ApplicantId } from "../../../domain/ids";
import { nameSearch } from "../../../domain/name-search";

/** Null: leaves nothing out. */
export const inBoth = (
  one: ReadonlySet<ApplicantId> | null,
  other: ReadonlySet<ApplicantId> | null,
): ReadonlySet<ApplicantId> | null => (one && other ? new Set([...one].filter((id) => other.has(id))) : (one ?? other));

/** Null: nothing was asked, so nothing is left out. */
export function findApplicants(
  applicants: Readonly<Record<ApplicantId, Applicant>>,
  query: string,
): ReadonlySet<ApplicantId> | null {
  const { isEmpty, finds } = nameSearch(query);
  if (isEmpty) return null;
  const found = new Set<ApplicantId>();
  for (const { id, name, aamcId = "", nrmpId = "" } of Object.values(applicants)) {
    if (finds(name, aamcId, nrmpId)) found.add(id);
  }
  return found;
}
