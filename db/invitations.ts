// Invitations to a program, kept by the SHA-256 of their token. Of one person and program at most one can be used: sending
// another makes the one before void (ROSTER-4).
import type { Kysely } from "kysely";
import type { MemberId, ProgramId } from "../domain/ids";
import type { Role } from "../domain/member";
import type { Database } from "./schema";

export interface NewInvitation {
  tokenHash: string;
  programId: ProgramId;
  personId: MemberId;
  createdBy: MemberId;
  now: Date;
  expiresAt: Date;
}

/** In one transaction with whatever else is true from then on. */
export async function insertInvitation(trx: Kysely<Database>, invitation: NewInvitation): Promise<void> {
  const { tokenHash, programId, personId, createdBy, now, expiresAt } = invitation;
  await voidInvitations(trx, programId, personId, now);
  await trx
    .insertInto("invitations")
    .values({
      token_hash: tokenHash,
      program_id: programId,
      person_id: personId,
      created_by: createdBy,
      created_at: now,
      expires_at: expiresAt,
      used_at: null,
      voided_at: null,
    })
    .execute();
}

export async function voidInvitations(
  db: Kysely<Database>,
  programId: ProgramId,
  personId: MemberId,
  now: Date,
): Promise<void> {
  await db
    .updateTable("invitations")
    .set({ voided_at: now })
    .where("program_id", "=", programId)
    .where("person_id", "=", personId)
    .where("used_at", "is", null)
    .where("voided_at", "is", null)
    .execute();
}

/** False when it was used or void before. */
export async function voidInvitation(db: Kysely<Database>, tokenHash: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("invitations")
    .set({ voided_at: now })
    .where("token_hash", "=", tokenHash)
    .where("used_at", "is", null)
    .where("voided_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface InvitationRow {
  programName: string;
  personId: MemberId;
  personName: string;
  role: Role;
  expiresAt: Date;
  usedAt: Date | null;
  voidedAt: Date | null;
  /** SHA-256 of the token that names the browser which used it. */
  usedBy: string | null;
  /** Has the person been here before, in any program or as an administrator? */
  isKnown: boolean;
}

export async function findInvitation(db: Kysely<Database>, tokenHash: string): Promise<InvitationRow | undefined> {
  const row = await db
    .selectFrom("invitations")
    .innerJoin("programs", "programs.id", "invitations.program_id")
    .innerJoin("memberships", (join) =>
      join
        .onRef("memberships.program_id", "=", "invitations.program_id")
        .onRef("memberships.person_id", "=", "invitations.person_id"),
    )
    .select(({ exists, or, selectFrom }) => [
      "programs.name as programName",
      "invitations.person_id as personId",
      "memberships.name as personName",
      "memberships.role",
      "invitations.expires_at as expiresAt",
      "invitations.used_at as usedAt",
      "invitations.voided_at as voidedAt",
      "invitations.used_by as usedBy",
      or([
        exists(
          selectFrom("memberships as known")
            .select("known.person_id")
            .whereRef("known.person_id", "=", "invitations.person_id")
            .where("known.joined_at", "is not", null),
        ),
        exists(
          selectFrom("administrators")
            .select("administrators.person_id")
            .whereRef("administrators.person_id", "=", "invitations.person_id"),
        ),
      ]).as("isKnown"),
    ])
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return row && { ...row, isKnown: Boolean(row.isKnown) };
}

/** Uses the invitation up in one statement: of two requests with the same link, one gets in. */
export async function takeInvitation(
  db: Kysely<Database>,
  tokenHash: string,
  { now, usedBy }: { now: Date; usedBy: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("invitations")
    .set({ used_at: now, used_by: usedBy })
    .where("token_hash", "=", tokenHash)
    .where("used_at", "is", null)
    .where("voided_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
