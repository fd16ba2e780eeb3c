// A program's roster: who has which role in it, how far they have come, and who was taken off. A row is never deleted, because
// what a person signed stays signed (ROSTER-2).
import { type Kysely, sql } from "kysely";
import type { MemberId, ProgramId } from "../domain/ids";
import type { Member, Role } from "../domain/member";
import { appendAudit, type NewAuditEntry } from "./audit-trail";
import type { Database, MembershipsTable } from "./schema";

export interface RosterRow {
  id: MemberId;
  name: string;
  email: string;
  role: Role;
  state: "invited" | "active" | "removed";
  invitedAt: Date | null;
  joinedAt: Date | null;
  removedAt: Date | null;
  removedReason: string | null;
  /** Of the invitation that could still be used. */
  invitedUntil: Date | null;
}

const byRole = sql`array_position(
  array['pd', 'associatePd', 'coordinator', 'chief', 'faculty', 'observer'], memberships.role)`;

/** The hosts first, then by name; those who were removed at the end. */
export async function listRoster(db: Kysely<Database>, programId: ProgramId, now: Date): Promise<RosterRow[]> {
  return db
    .selectFrom("memberships")
    .innerJoin("people", "people.id", "memberships.person_id")
    .select([
      "people.id",
      "people.email",
      "memberships.name",
      "memberships.role",
      "memberships.state",
      "memberships.invited_at as invitedAt",
      "memberships.joined_at as joinedAt",
      "memberships.removed_at as removedAt",
      "memberships.removed_reason as removedReason",
      sql<Date | null>`(SELECT max(expires_at) FROM invitations
        WHERE invitations.program_id = memberships.program_id AND invitations.person_id = memberships.person_id
          AND used_at IS NULL AND voided_at IS NULL AND expires_at > ${now})`.as("invitedUntil"),
    ])
    .where("memberships.program_id", "=", programId)
    .orderBy(sql`memberships.state = 'removed'`)
    .orderBy(byRole)
    .orderBy("memberships.name")
    .execute();
}

/** Those on the roster, and the ids of those who were taken off it. */
export async function readMembers(
  db: Kysely<Database>,
  programId: ProgramId,
): Promise<{ members: Member[]; removed: MemberId[] }> {
  const rows = await db
    .selectFrom("memberships")
    .select(["person_id as id", "name", "role", "state"])
    .where("memberships.program_id", "=", programId)
    .execute();
  return {
    members: rows.flatMap(({ state, ...member }) => (state === "removed" ? [] : [member])),
    removed: rows.flatMap(({ state, id }) => (state === "removed" ? [id] : [])),
  };
}

/** What the program calls everybody who is or was on its roster. */
export async function readNamesIn(db: Kysely<Database>, programId: ProgramId): Promise<ReadonlyMap<MemberId, string>> {
  const rows = await db
    .selectFrom("memberships")
    .select(["person_id as id", "name"])
    .where("program_id", "=", programId)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export type MembershipRow = Pick<MembershipsTable, "role"> & Pick<RosterRow, "state" | "invitedAt" | "joinedAt">;

export async function findMembership(
  db: Kysely<Database>,
  programId: ProgramId,
  personId: MemberId,
): Promise<MembershipRow | undefined> {
  return db
    .selectFrom("memberships")
    .select(["role", "state", "invited_at as invitedAt", "joined_at as joinedAt"])
    .where("program_id", "=", programId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
}

/** Program directors on the roster. */
export async function listDirectors(db: Kysely<Database>, programId: ProgramId): Promise<MemberId[]> {
  const rows = await db
    .selectFrom("memberships")
    .select("person_id as id")
    .where("program_id", "=", programId)
    .where("role", "=", "pd")
    .where("state", "<>", "removed")
    .execute();
  return rows.map(({ id }) => id);
}

export interface NewMember extends Pick<Member, "name" | "role"> {
  personId: MemberId;
}

/**
 * Gives people their names and roles here: whoever is new or was removed is on the roster, with `state`; others keep the state
 * they have. Resolves to whether anything was another way before.
 */
export async function saveMemberships(
  db: Kysely<Database>,
  programId: ProgramId,
  members: readonly NewMember[],
  state: "invited" | "active",
  { by, now }: { by: MemberId | null; now: Date },
): Promise<boolean> {
  if (members.length === 0) return false;
  const before = await readRoles(
    db,
    programId,
    members.map(({ personId }) => personId),
  );
  const rows = await db
    .insertInto("memberships")
    .values(
      members.map(({ personId, ...member }) => ({ program_id: programId, person_id: personId, state, ...member })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["program_id", "person_id"])
        .doUpdateSet((row) => ({
          name: row.ref("excluded.name"),
          role: row.ref("excluded.role"),
          // Whoever comes back has been here before.
          state: sql`CASE WHEN memberships.state <> 'removed' THEN memberships.state
            WHEN memberships.joined_at IS NOT NULL THEN 'active' ELSE excluded.state END`,
          removed_at: null,
          removed_by: null,
          removed_reason: null,
        }))
        .where(
          sql<boolean>`memberships.name <> excluded.name OR memberships.role <> excluded.role
            OR memberships.state = 'removed'`,
        ),
    )
    .returning(["person_id as id", "role"])
    .execute();
  await recordRoles(db, programId, { by, now }, before, rows);
  return rows.length > 0;
}

/** The roles of those among them who are on the roster. */
async function readRoles(db: Kysely<Database>, programId: ProgramId, ids: readonly MemberId[]) {
  const rows = await db
    .selectFrom("memberships")
    .select(["person_id as id", "role"])
    .where("program_id", "=", programId)
    .where("person_id", "in", [...ids])
    .where("state", "<>", "removed")
    .execute();
  return new Map(rows.map(({ id, role }) => [id, role]));
}

/** No role changes off the record (AUDIT-1). In the transaction that changes it. */
async function recordRoles(
  trx: Kysely<Database>,
  programId: ProgramId,
  { by, now }: { by: MemberId | null; now: Date },
  before: ReadonlyMap<MemberId, Role>,
  after: readonly { id: MemberId; role?: Role }[],
): Promise<void> {
  const entries = after.flatMap(({ id: personId, role: to }): NewAuditEntry[] => {
    const from = before.get(personId);
    if (from === to) return [];
    const detail = { ...(from && { from }), ...(to && { to }) };
    return [
      {
        programId,
        actorId: by,
        action: "roleChanged",
        subject: { personId },
        detail,
        outcome: "done",
        at: now,
      },
    ];
  });
  await appendAudit(trx, entries);
}

export async function removeMembership(
  db: Kysely<Database>,
  programId: ProgramId,
  personId: MemberId,
  { by, reason, now }: { by: MemberId; reason: string; now: Date },
): Promise<void> {
  await recordRoles(db, programId, { by, now }, await readRoles(db, programId, [personId]), [{ id: personId }]);
  await db
    .updateTable("memberships")
    .set({ state: "removed", removed_at: now, removed_by: by, removed_reason: reason })
    .where("program_id", "=", programId)
    .where("person_id", "=", personId)
    .execute();
}

export async function markInvited(
  db: Kysely<Database>,
  programId: ProgramId,
  personId: MemberId,
  at: Date | null,
): Promise<void> {
  await db
    .updateTable("memberships")
    .set({ invited_at: at })
    .where("program_id", "=", programId)
    .where("person_id", "=", personId)
    .execute();
}

/** Those on the roster whom nobody has invited, and who have not come by themselves. */
export async function listUninvited(
  db: Kysely<Database>,
  programId: ProgramId,
): Promise<{ id: MemberId; name: string }[]> {
  return db
    .selectFrom("memberships")
    .select(["person_id as id", "name"])
    .where("program_id", "=", programId)
    .where("state", "=", "invited")
    .where("invited_at", "is", null)
    .orderBy("name")
    .execute();
}

/** The person has been here: wherever they were invited, they have joined. */
export async function markJoined(db: Kysely<Database>, personId: MemberId, now: Date): Promise<void> {
  await db
    .updateTable("memberships")
    .set({ state: "active", joined_at: now })
    .where("person_id", "=", personId)
    .where("state", "=", "invited")
    .execute();
}
