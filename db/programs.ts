// Programs with their tracks, match years and settings. Every read and write names its program; whether the asker may is decided
// above, by what `standingIn` says they are to it.
import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { MeetingId, MemberId, ProgramId } from "../domain/ids";
import type { MeetingState } from "../domain/meeting";
import type { MeetingKind } from "../domain/meeting-kind";
import type { Role } from "../domain/member";
import type { Standing } from "../domain/policy";
import { DEFAULT_TIME_ZONE } from "../domain/program-day";
import type { Database } from "./schema";

export async function addProgram(db: Kysely<Database>, name: string): Promise<ProgramId> {
  const id = randomUUID();
  await db.insertInto("programs").values({ id, name }).execute();
  return id;
}

/** Undefined: no such program. */
export async function standingIn(
  db: Kysely<Database>,
  programId: ProgramId,
  personId: MemberId,
): Promise<Standing | undefined> {
  const row = await db
    .selectFrom("programs")
    .leftJoin("memberships", (join) =>
      join
        .onRef("memberships.program_id", "=", "programs.id")
        .on("memberships.person_id", "=", personId)
        .on("memberships.state", "<>", "removed"),
    )
    .leftJoin("administrators", (join) => join.on("administrators.person_id", "=", personId))
    .select(["memberships.role", "administrators.person_id as administratorId"])
    .where("programs.id", "=", programId)
    .executeTakeFirst();
  return row && { role: row.role ?? undefined, isAdministrator: row.administratorId !== null };
}

/** The programs on whose roster the person is, by name. */
export async function listProgramsOf(
  db: Kysely<Database>,
  personId: MemberId,
): Promise<{ id: ProgramId; name: string; role: Role }[]> {
  return db
    .selectFrom("memberships")
    .innerJoin("programs", "programs.id", "memberships.program_id")
    .select(["programs.id", "programs.name", "memberships.role"])
    .where("memberships.person_id", "=", personId)
    .where("memberships.state", "<>", "removed")
    .orderBy("programs.name")
    .execute();
}

export interface CountedProgram {
  id: ProgramId;
  name: string;
  peopleCount: number;
  codes: string[];
}

export async function listAllPrograms(db: Kysely<Database>): Promise<CountedProgram[]> {
  return db
    .selectFrom("programs")
    .select([
      "id",
      "name",
      sql<number>`(SELECT count(*) FROM memberships WHERE program_id = programs.id AND state <> 'removed')`.as(
        "peopleCount",
      ),
      sql<string[]>`array(SELECT code FROM tracks WHERE program_id = programs.id ORDER BY code)`.as("codes"),
    ])
    .orderBy("name")
    .execute();
}

export interface ProgramRow {
  id: ProgramId;
  name: string;
  flagAuthorsShown: boolean;
  ssoRequired: boolean;
  timeZone: string;
  version: number;
}

export async function findProgram(db: Kysely<Database>, programId: ProgramId): Promise<ProgramRow | undefined> {
  return db
    .selectFrom("programs")
    .select(["id", "name", "version", "time_zone as timeZone"])
    .select(["flag_authors_shown as flagAuthorsShown", "sso_required as ssoRequired"])
    .where("id", "=", programId)
    .executeTakeFirst();
}

export async function findProgramOf(db: Kysely<Database>, meetingId: MeetingId): Promise<ProgramId | undefined> {
  const row = await db
    .selectFrom("meetings")
    .innerJoin("tracks", "tracks.id", "meetings.track_id")
    .select("tracks.program_id as id")
    .where("meetings.id", "=", meetingId)
    .executeTakeFirst();
  return row?.id;
}

/** Until the transaction ends, nobody else changes this program's roster or settings. */
export async function lockProgram(trx: Kysely<Database>, programId: ProgramId): Promise<void> {
  await trx.selectFrom("programs").select("id").where("id", "=", programId).forUpdate().execute();
}

/** Its meetings have something to follow. In the transaction that changed it. */
export async function raiseVersion(trx: Kysely<Database>, programId: ProgramId): Promise<void> {
  await trx.updateTable("programs").set({ version: sql`version + 1` }).where("id", "=", programId).execute();
}

export async function renameProgram(db: Kysely<Database>, programId: ProgramId, name: string): Promise<void> {
  await db.updateTable("programs").set({ name }).where("id", "=", programId).execute();
}

/** IANA name. */
export async function timeZoneOf(db: Kysely<Database>, programId: ProgramId): Promise<string> {
  const found = await db.selectFrom("programs").select("time_zone").where("id", "=", programId).executeTakeFirst();
  return found?.time_zone ?? DEFAULT_TIME_ZONE;
}

/** False when it was so before. */
export async function setTimeZone(trx: Kysely<Database>, programId: ProgramId, timeZone: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("programs")
    .set({ time_zone: timeZone })
    .where("id", "=", programId)
    .where("time_zone", "<>", timeZone)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** False when it was so before. */
export async function showFlagAuthors(trx: Kysely<Database>, programId: ProgramId, shown: boolean): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("programs")
    .set({ flag_authors_shown: shown })
    .where("id", "=", programId)
    .where("flag_authors_shown", "<>", shown)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** False when it was so before. */
export async function requireSso(trx: Kysely<Database>, programId: ProgramId, required: boolean): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("programs")
    .set({ sso_required: required })
    .where("id", "=", programId)
    .where("sso_required", "<>", required)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface TrackRow {
  id: string;
  code: string;
  name: string;
  quota: number;
}

export async function listTracks(db: Kysely<Database>, programId: ProgramId): Promise<TrackRow[]> {
  return db
    .selectFrom("tracks")
    .select(["id", "code", "name", "quota"])
    .where("program_id", "=", programId)
    .orderBy("code")
    .execute();
}

/** Undefined when a track of this or another program has that code. */
export async function addTrack(
  db: Kysely<Database>,
  programId: ProgramId,
  track: Omit<TrackRow, "id">,
): Promise<string | undefined> {
  const row = await db
    .insertInto("tracks")
    .values({ id: randomUUID(), program_id: programId, ...track })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** False when the program has no such track. Its code stays: what was ranked under it was ranked under it. */
export async function changeTrack(
  db: Kysely<Database>,
  programId: ProgramId,
  { id, name, quota }: Omit<TrackRow, "code">,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("tracks")
    .set({ name, quota })
    .where("program_id", "=", programId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function listMatchYears(
  db: Kysely<Database>,
  programId: ProgramId,
): Promise<{ year: number; dates: unknown }[]> {
  return db
    .selectFrom("match_years")
    .select(["year", "dates"])
    .where("program_id", "=", programId)
    .orderBy("year", "desc")
    .execute();
}

/** A year that is there already stays as it is. */
export async function addMatchYear(db: Kysely<Database>, programId: ProgramId, year: number): Promise<void> {
  await db
    .insertInto("match_years")
    .values({ program_id: programId, year, dates: {} })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function saveMatchYear(
  db: Kysely<Database>,
  programId: ProgramId,
  { year, dates }: { year: number; dates: object },
): Promise<void> {
  await db
    .insertInto("match_years")
    .values({ program_id: programId, year, dates })
    .onConflict((conflict) => conflict.columns(["program_id", "year"]).doUpdateSet({ dates }))
    .execute();
}

export interface ProgramMeetingRow {
  id: MeetingId;
  title: string;
  programCode: string;
  matchYear: number;
  quota: number;
  phase: MeetingState["phase"];
  /** The version of the program that the meeting has followed. */
  programVersion: number;
  kind: MeetingKind;
}

/** The meetings, and drafts, of a program, newest first: what they are, and nothing of what happens in them. */
export async function listMeetingsIn(db: Kysely<Database>, programId: ProgramId): Promise<ProgramMeetingRow[]> {
  return db
    .selectFrom("meetings")
    .innerJoin("tracks", "tracks.id", "meetings.track_id")
    .select([
      "meetings.id",
      "meetings.title",
      "tracks.code as programCode",
      "meetings.match_year as matchYear",
      "meetings.quota",
      "meetings.phase",
      "meetings.program_version as programVersion",
      "meetings.kind",
    ])
    .where("tracks.program_id", "=", programId)
    .orderBy("meetings.match_year", "desc")
    .orderBy("meetings.created_at", "desc")
    .execute();
}

/** Programs with a meeting that has not followed their last change yet. */
export async function listProgramsAhead(db: Kysely<Database>): Promise<ProgramId[]> {
  const rows = await db
    .selectFrom("programs")
    .innerJoin("tracks", "tracks.program_id", "programs.id")
    .innerJoin("meetings", "meetings.track_id", "tracks.id")
    .select("programs.id")
    .distinct()
    .whereRef("meetings.program_version", "<", "programs.version")
    .execute();
  return rows.map(({ id }) => id);
}
