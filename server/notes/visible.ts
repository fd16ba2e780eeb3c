// A season's applicants as one person may see them: who is in it for them, and the one asked about, or a refusal that a stranger
// to that applicant would get too (SEE-1).
import type { Kysely } from "kysely";
import type { Database } from "../../db/schema";
import { listApplicantsOf } from "../../db/season-applicants";
import { readWithheld, type SeasonRow } from "../../db/seasons";
import type { Applicant } from "../../domain/applicant";
import type { ApplicantId, MemberId } from "../../domain/ids";
import type { MetApplicant } from "../context/notes";

export interface VisibleApplicants {
  /** By name. */
  applicants: readonly Applicant[];
  has(applicantId: ApplicantId): boolean;
  withheld: ReadonlySet<ApplicantId>;
}

export async function visibleApplicants(
  db: Kysely<Database>,
  season: SeasonRow,
  personId: MemberId,
): Promise<VisibleApplicants> {
  const withheld = await readWithheld(db, season, personId);
  const applicants = await listApplicantsOf(db, season, withheld);
  const ids = new Set(applicants.map(({ id }) => id));
  return { applicants, withheld, has: (id) => ids.has(id) };
}

/** Enough to know who it was. */
export const metWords = ({ id, name, school }: Applicant): MetApplicant => ({ id, name, school: school ?? null });
