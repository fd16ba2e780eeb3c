// Who comes through to a program: one question in front of every read and write of it (ROLE-2). Of a program that is not theirs
// nobody learns that it exists (PROGRAM-1).
import type { Kysely } from "kysely";
import { standingIn } from "../../db/programs";
import type { Database } from "../../db/schema";
import type { MemberId, ProgramId } from "../../domain/ids";
import { roleInSentence } from "../../domain/member";
import { mayInProgram, type ProgramAct, programPermissions, type Standing } from "../../domain/policy";
import { idSchema } from "../../domain/schemas";
import type { ProgramRefusal } from "../load-context";

export const refuse = (status: ProgramRefusal["status"], message: string, field?: string): ProgramRefusal => ({
  ok: false,
  status,
  message,
  ...(field && { field }),
});

export const programUnknown = refuse(404, "There is no such program, or you are not on its roster.");

export type Access = { ok: true; standing: Standing } | ProgramRefusal;

export async function accessTo(
  db: Kysely<Database>,
  programId: ProgramId,
  personId: MemberId,
  act: ProgramAct,
): Promise<Access> {
  if (!idSchema.safeParse(programId).success) return programUnknown;
  const standing = await standingIn(db, programId, personId);
  if (!standing || (standing.role === undefined && !standing.isAdministrator)) return programUnknown;
  return mayInProgram(standing, act) ? { ok: true, standing } : notAllowed(standing, act);
}

export function notAllowed({ role }: Standing, act: ProgramAct): ProgramRefusal {
  const who = role === undefined ? "administrator" : roleInSentence(role);
  return refuse(403, `${programPermissions[act].words} is not part of the ${who} role in this program.`);
}
