// Who comes through to one applicant's file: the season first, then the recusals of who asks (RECUSE-1). Somebody withheld and
// somebody who is not there are answered alike (SEE-1).
import type { Kysely } from "kysely";
import type { Database } from "../../db/schema";
import { findApplicantOf } from "../../db/season-applicants";
import { readWithheld, type SeasonRow } from "../../db/seasons";
import type { Applicant } from "../../domain/applicant";
import type { ApplicantId, MemberId } from "../../domain/ids";
import type { Role } from "../../domain/member";
import type { SeasonAct } from "../../domain/season-policy";
import type { ProgramRefusal } from "../context/answers";
import { accessToSeason, applicantUnknown } from "../seasons/access";
import { isUuid } from "../uuid";

export type FileAccess =
  | { ok: true; season: SeasonRow; role: Role; withheld: ReadonlySet<ApplicantId>; applicant: Applicant }
  | ProgramRefusal;

export async function accessToFile(
  db: Kysely<Database>,
  [seasonId, applicantId, personId]: readonly [string, ApplicantId, MemberId],
  act: SeasonAct,
): Promise<FileAccess> {
  const access = await accessToSeason(db, seasonId, personId, act);
  if (!access.ok) return access;
  const { season, role } = access;
  const withheld = await readWithheld(db, season, personId);
  const applicant = isUuid(applicantId) ? await findApplicantOf(db, season, applicantId, withheld) : undefined;
  return applicant ? { ok: true, season, role, withheld, applicant } : applicantUnknown;
}
