// Who a search finds: every word must be in the name or in an identifier; accents and case do not matter.
import type { Applicant } from "../../../domain/applicant";
import type { ApplicantId } from "../../../domain/ids";

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("en-US");

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
  const words = plain(query)
    .split(/[\s,]+/)
    .filter(Boolean);
  if (words.length === 0) return null;
  const found = new Set<ApplicantId>();
  for (const { id, name, aamcId = "", nrmpId = "" } of Object.values(applicants)) {
    const text = `${plain(name)} ${aamcId} ${nrmpId.toLowerCase()}`;
    if (words.every((word) => text.includes(word))) found.add(id);
  }
  return found;
}
