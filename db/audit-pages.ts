// The audit trail as somebody may read it, newest first, a page at a time. Names are looked up here: an applicant's only where
// the reader is on that meeting's roster, and what is about an applicant withheld from the reader is left out (AUDIT-4).
import { type Kysely, type SelectQueryBuilder, sql } from "kysely";
import type { AuditDetail, AuditLine } from "../domain/audit";
import type { MemberId } from "../domain/ids";
import type { Database } from "./schema";

export interface AuditSelection {
  chainId: string;
  readerId: MemberId;
  actions: readonly string[];
  actorId?: MemberId | undefined;
  outcome?: "done" | "refused" | undefined;
  /** Included. */
  from?: Date | undefined;
  /** Not included. */
  until?: Date | undefined;
}

export interface AuditRow extends AuditLine {
  hash: string;
}

type Entries = SelectQueryBuilder<Database, "audit_entries", object>;

function selected(db: Kysely<Database>, { chainId, readerId, actions, actorId, outcome, from, until }: AuditSelection) {
  let query: Entries = db
    .selectFrom("audit_entries")
    .where("audit_entries.chain_id", "=", chainId)
    .where("audit_entries.action", "in", [...actions])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("recusals")
            .select("recusals.meeting_id")
            // In whichever log: an applicant has one id in a season's draft and in its meeting.
            .whereRef("recusals.applicant_id", "=", "audit_entries.applicant_id")
            .where("recusals.member_id", "=", readerId),
        ),
      ),
    );
  if (actorId !== undefined) query = query.where("audit_entries.actor_id", "=", actorId);
  if (outcome !== undefined) query = query.where("audit_entries.outcome", "=", outcome);
  if (from !== undefined) query = query.where("audit_entries.at", ">=", from);
  if (until !== undefined) query = query.where("audit_entries.at", "<", until);
  return query;
}

/** Entries with a seq below `before`, newest first. */
export async function readAuditRows(
  db: Kysely<Database>,
  selection: AuditSelection,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<AuditRow[]> {
  let query = selected(db, selection);
  if (before !== undefined) query = query.where("audit_entries.seq", "<", before);
  const rows = await query
    .leftJoin("people as actor", "actor.id", "audit_entries.actor_id")
    .leftJoin("people as person", "person.id", "audit_entries.person_id")
    // A program writes its people's names itself.
    .leftJoin("memberships as actor_here", (join) =>
      join
        .onRef("actor_here.person_id", "=", "audit_entries.actor_id")
        .onRef("actor_here.program_id", "=", "audit_entries.chain_id"),
    )
    .leftJoin("memberships as person_here", (join) =>
      join
        .onRef("person_here.person_id", "=", "audit_entries.person_id")
        .onRef("person_here.program_id", "=", "audit_entries.chain_id"),
    )
    .leftJoin("meetings", "meetings.id", "audit_entries.meeting_id")
    .leftJoin("programs", (join) =>
      join.on("programs.id", "=", sql<string>`(audit_entries.payload #>> '{subject,programId}')::uuid`),
    )
    .leftJoin("meeting_members as reader", (join) =>
      join
        .onRef("reader.meeting_id", "=", "audit_entries.meeting_id")
        .on("reader.person_id", "=", selection.readerId)
        .on("reader.active", "=", true),
    )
    .leftJoin("applicants", (join) =>
      join
        .onRef("applicants.meeting_id", "=", "reader.meeting_id")
        .onRef("applicants.id", "=", "audit_entries.applicant_id"),
    )
    .select([
      "audit_entries.seq",
      "audit_entries.at",
      "audit_entries.action",
      "audit_entries.outcome",
      "audit_entries.hash",
      sql<string | null>`coalesce(actor_here.name, actor.name)`.as("who"),
      sql<string | null>`coalesce(person_here.name, person.name)`.as("person"),
      "meetings.title as meeting",
      "programs.name as program",
      "applicants.name as applicant",
      sql<AuditDetail>`audit_entries.payload -> 'detail'`.as("detail"),
    ])
    .orderBy("audit_entries.seq", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ at, who, person, meeting, program, applicant, ...row }) => ({
    ...row,
    at: at.toISOString(),
    who: who ?? undefined,
    person: person ?? undefined,
    meeting: meeting ?? undefined,
    program: program ?? undefined,
    applicant: applicant ?? undefined,
  }));
}

/** Who did something in this selection, by name. */
export async function listAuditActors(
  db: Kysely<Database>,
  selection: Pick<AuditSelection, "chainId" | "readerId" | "actions">,
): Promise<{ id: string; name: string }[]> {
  return selected(db, selection)
    .innerJoin("people", "people.id", "audit_entries.actor_id")
    .leftJoin("memberships as here", (join) =>
      join.onRef("here.person_id", "=", "people.id").onRef("here.program_id", "=", "audit_entries.chain_id"),
    )
    .select(["people.id", sql<string>`coalesce(here.name, people.name)`.as("name")])
    .distinct()
    .orderBy("name")
    .execute();
}

/** Is the reader recused from anybody in the program's meetings? */
export async function isRecusedInProgram(
  db: Kysely<Database>,
  programId: string,
  readerId: MemberId,
): Promise<boolean> {
  const row = await db
    .selectFrom("recusals")
    .innerJoin("meetings", "meetings.id", "recusals.meeting_id")
    .innerJoin("tracks", "tracks.id", "meetings.track_id")
    .select("recusals.meeting_id")
    .where("tracks.program_id", "=", programId)
    .where("recusals.member_id", "=", readerId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
