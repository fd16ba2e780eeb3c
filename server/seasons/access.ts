// Who comes through to a season: one question in front of every read and write of it (SEASON-1). Of a season of another program
// nobody learns that it exists (PROGRAM-1).
import type { Kysely } from "kysely";
import { standingIn } from "../../db/programs";
import type { Database } from "../../db/schema";
import { findSeason, type SeasonRow } from "../../db/seasons";
import type { MemberId } from "../../domain/ids";
import { type Role, roleInSentence } from "../../domain/member";
import { mayInSeason, type SeasonAct, seasonPermissions } from "../../domain/season-policy";
import type { ProgramRefusal } from "../load-context";
import { refuse } from "../programs/access";
import { isUuid } from "../uuid";

export const seasonUnknown = refuse(404, "There is no such season, or you are not on its program's roster.");

/** Said of an applicant who is not there, and of one who is withheld from the asker, alike (SEE-1). */
export const applicantUnknown = refuse(404, "There is no such applicant in this season.");

export type SeasonAccess = { ok: true; season: SeasonRow; role: Role } | ProgramRefusal;

export async function accessToSeason(
  db: Kysely<Database>,
  seasonId: string,
  personId: MemberId,
  act: SeasonAct,
): Promise<SeasonAccess> {
  const season = isUuid(seasonId) ? await findSeason(db, seasonId) : undefined;
  const role = season && (await standingIn(db, season.programId, personId))?.role;
  if (!season || role === undefined) return seasonUnknown;
  if (mayInSeason(role, act)) return { ok: true, season, role };
  const who = roleInSentence(role);
  return refuse(403, `${seasonPermissions[act].words} is not part of the ${who} role in this program.`);
}
