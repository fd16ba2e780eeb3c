// People: who can sign in. One row a person, told apart by e-mail address in any letter case.
import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Database, MembershipsTable, PeopleTable } from "./schema";

export type Person = Pick<PeopleTable, "id" | "name" | "email">;
export type PersonWithRole = Person & Pick<MembershipsTable, "role">;

export async function findPersonByEmail(db: Kysely<Database>, email: string): Promise<Person | undefined> {
  return db
    .selectFrom("people")
    .select(["id", "name", "email"])
    .where(sql`lower(email)`, "=", email.trim().toLowerCase())
    .executeTakeFirst();
}

export async function findPerson(db: Kysely<Database>, id: string): Promise<Person | undefined> {
  return db.selectFrom("people").select(["id", "name", "email"]).where("id", "=", id).executeTakeFirst();
}

/** The person with this address, added if nobody has it. Whoever is known keeps the name they are known by. */
export async function findOrAddPerson(
  db: Kysely<Database>,
  { name, email }: Pick<Person, "name" | "email">,
): Promise<string> {
  const { id } = await db
    .insertInto("people")
    .values({ id: randomUUID(), name, email: email.trim() })
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doUpdateSet({ email: sql`people.email` }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Corrects the name of a person whom no other program knows; of others each program keeps its own writing. */
export async function renameIfOnlyIn(
  db: Kysely<Database>,
  programId: string,
  { id, name }: Pick<Person, "id" | "name">,
): Promise<void> {
  await db
    .updateTable("people")
    .set({ name })
    .where("id", "=", id)
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM memberships WHERE person_id = people.id AND program_id <> ${programId})
        AND NOT EXISTS (SELECT 1 FROM administrators WHERE person_id = people.id)`,
    )
    .execute();
}

/** Adds the person, or renames the one who has this address. Resolves to their id, which never changes. */
export async function savePerson(
  db: Kysely<Database>,
  { name, email }: Pick<Person, "name" | "email">,
): Promise<string> {
  const { id } = await db
    .insertInto("people")
    .values({ id: randomUUID(), name, email: email.trim() })
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doUpdateSet({ name }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Everybody with a role in a program, the hosts first, then by name. */
export async function listPeopleWithRoles(db: Kysely<Database>): Promise<PersonWithRole[]> {
  return db
    .selectFrom("memberships")
    .innerJoin("people", "people.id", "memberships.person_id")
    .select(["people.id", "people.name", "people.email", "memberships.role"])
    .where("memberships.state", "<>", "removed")
    .orderBy(
      sql`array_position(array['pd', 'associatePd', 'coordinator', 'chief', 'faculty', 'observer'], memberships.role)`,
    )
    .orderBy("people.name")
    .execute();
}
