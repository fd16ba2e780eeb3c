// Calls with colleagues outside about an applicant: who, when, how they know them, what was said; struck, never deleted (FILE-4,
// FILE-5).
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { ApplicantId, MemberId } from "../domain/ids";
import type { Database } from "./schema";

export interface OutsideContactRow {
  id: string;
  colleague: string;
  relation: string;
  /** ISO date. */
  heldOn: string;
  provenance: "firstHand" | "secondHand";
  sentence: string;
  loggedById: MemberId;
  loggedBy: string;
  loggedAt: Date;
  struckAt: Date | null;
  struckBy: string | null;
  struckReason: string | null;
}

/** Newest first. */
export const listContactsAbout = (
  db: Kysely<Database>,
  seasonId: string,
  applicantId: ApplicantId,
): Promise<OutsideContactRow[]> =>
  db
    .selectFrom("outside_contacts as c")
    .innerJoin("people as author", "author.id", "c.logged_by")
    .leftJoin("people as striker", "striker.id", "c.struck_by")
    .select([
      "c.id",
      "c.colleague",
      "c.relation",
      "c.held_on as heldOn",
      "c.provenance",
      "c.sentence",
      "c.logged_by as loggedById",
      "author.name as loggedBy",
      "c.logged_at as loggedAt",
      "c.struck_at as struckAt",
      "striker.name as struckBy",
      "c.struck_reason as struckReason",
    ])
    .where("c.season_id", "=", seasonId)
    .where("c.applicant_id", "=", applicantId)
    .orderBy("c.held_on", "desc")
    .orderBy("c.logged_at", "desc")
    .execute();

export interface NewContact {
  seasonId: string;
  applicantId: ApplicantId;
  colleague: string;
  relation: string;
  heldOn: string;
  provenance: "firstHand" | "secondHand";
  sentence: string;
  loggedBy: MemberId;
  at: Date;
}

export async function addContact(db: Kysely<Database>, added: NewContact): Promise<void> {
  await db
    .insertInto("outside_contacts")
    .values({
      id: randomUUID(),
      season_id: added.seasonId,
      applicant_id: added.applicantId,
      colleague: added.colleague,
      relation: added.relation,
      held_on: added.heldOn,
      provenance: added.provenance,
      sentence: added.sentence,
      logged_by: added.loggedBy,
      logged_at: added.at,
    })
    .execute();
}

/** False when it is struck already. */
export async function strikeContact(
  db: Kysely<Database>,
  { id, seasonId, reason, by, at }: { id: string; seasonId: string; reason: string; by: MemberId; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("outside_contacts")
    .set({ struck_at: at, struck_by: by, struck_reason: reason })
    .where("season_id", "=", seasonId)
    .where("id", "=", id)
    .where("struck_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
