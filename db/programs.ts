// Programs, and who is what to them.
import type { Kysely } from "kysely";
import type { MemberId } from "../domain/ids";
import type { Role } from "../domain/member";
import type { Standing } from "../domain/policy";
import type { Database } from "./schema";

/** Undefined: no such program. */
export async function standingIn(
  db: Kysely<Database>,
  programId: string,
  personId: MemberId,
): Promise<Standing | undefined> {
  const row = await db
    .selectFrom("programs")
    .leftJoin("memberships", (join) =>
      join.onRef("memberships.program_id", "=", "programs.id").on("memberships.person_id", "=", personId),
    )
    .select("memberships.role")
    .where("programs.id", "=", programId)
    .executeTakeFirst();
  return row && { role: row.role ?? undefined, isAdministrator: false };
}

/** The programs on whose roster the person is, by name. */
export async function listProgramsOf(
  db: Kysely<Database>,
  personId: MemberId,
): Promise<{ id: string; name: string; role: Role }[]> {
  return db
    .selectFrom("memberships")
    .innerJoin("programs", "programs.id", "memberships.program_id")
    .select(["programs.id", "programs.name", "memberships.role"])
    .where("memberships.person_id", "=", personId)
    .orderBy("programs.name")
    .execute();
}

export async function findProgram(
  db: Kysely<Database>,
  programId: string,
): Promise<{ id: string; name: string } | undefined> {
  return db.selectFrom("programs").select(["id", "name"]).where("id", "=", programId).executeTakeFirst();
}
