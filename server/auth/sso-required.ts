// Whom link and password, and an invitation, do not let in by themselves: those of whom single sign-on is required, by the
// installation or by a program of theirs. An administrator always gets in (SSO-2).
import type { Kysely } from "kysely";
import { isAdministrator } from "../../db/administrators";
import type { Database } from "../../db/schema";
import { hasProgramWithSsoRequired } from "../../db/sso";
import type { MemberId } from "../../domain/ids";
import type { Sso } from "./sso";

export async function isSsoRequiredOf(db: Kysely<Database>, personId: MemberId, sso: Sso): Promise<boolean> {
  const isAsked = sso.isRequired || (await hasProgramWithSsoRequired(db, personId));
  return isAsked && !(await isAdministrator(db, personId));
}
