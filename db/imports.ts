// Imports: a file on its way into a season, what it did, and the columns that a program is remembered by. An import is its
// starter's alone; whoever reads one names the season and the person (RECUSE-1: the rows of a file are its owner's to see). Others
// may take one back (IMPORT-6) and are shown nothing of it for that.
import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { CommandId, MeetingId, MemberId, ProgramId } from "../domain/ids";
import type { ImportKind } from "../domain/import-kinds";
import type { Database, ImportsTable } from "./schema";

export type ImportState = ImportsTable["state"];

export interface ImportRow {
  id: string;
  seasonId: string;
  kind: ImportKind;
  state: ImportState;
  startedBy: MemberId;
  fileName: string;
  headers: string[];
  dropped: string[];
  notes: string[];
  fields: (string | null)[] | null;
  progress: number;
  told: string | null;
  createdAt: Date;
  beatAt: Date | null;
  logId: MeetingId | null;
  commandId: CommandId | null;
  deed: unknown;
  doneAt: Date | null;
  undoneAt: Date | null;
  kept: unknown;
  takenBack: number | null;
}

export interface NewImport {
  seasonId: string;
  kind: ImportKind;
  startedBy: MemberId;
  fileName: string;
  headers: readonly string[];
  dropped: readonly string[];
  notes: readonly string[];
  fields: readonly (string | null)[] | null;
  at: Date;
}

export async function insertImport(db: Kysely<Database>, entry: NewImport): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto("imports")
    .values({
      id,
      season_id: entry.seasonId,
      kind: entry.kind,
      state: "uploaded",
      started_by: entry.startedBy,
      file_name: entry.fileName,
      headers: JSON.stringify(entry.headers),
      dropped: JSON.stringify(entry.dropped),
      notes: JSON.stringify(entry.notes),
      fields: entry.fields && JSON.stringify(entry.fields),
      told: null,
      created_at: entry.at,
      beat_at: null,
      log_id: null,
      command_id: null,
      deed: null,
      done_at: null,
      undone_at: null,
      kept: null,
      taken_back: null,
    })
    .execute();
  return id;
}

const importRows = (db: Kysely<Database>, seasonId: string) =>
  db
    .selectFrom("imports")
    .select([
      "id",
      "season_id as seasonId",
      "kind",
      "state",
      "started_by as startedBy",
      "file_name as fileName",
      "headers",
      "dropped",
      "notes",
      "fields",
      "progress",
      "told",
      "created_at as createdAt",
      "beat_at as beatAt",
      "log_id as logId",
      "command_id as commandId",
      "deed",
      "done_at as doneAt",
      "undone_at as undoneAt",
      "kept",
      "taken_back as takenBack",
    ])
    .where("season_id", "=", seasonId);

export async function findImport(
  db: Kysely<Database>,
  seasonId: string,
  importId: string,
  startedBy: MemberId,
): Promise<ImportRow | undefined> {
  const row = await importRows(db, seasonId)
    .where("started_by", "=", startedBy)
    .where("id", "=", importId)
    .executeTakeFirst();
  return row as ImportRow | undefined;
}

/** Newest first. */
export async function listImports(db: Kysely<Database>, seasonId: string, startedBy: MemberId): Promise<ImportRow[]> {
  const rows = await importRows(db, seasonId)
    .where("started_by", "=", startedBy)
    .orderBy("created_at", "desc")
    .limit(50)
    .execute();
  return rows as ImportRow[];
}

/** Done by somebody else since then, newest first. */
export async function listOthersDone(
  db: Kysely<Database>,
  seasonId: string,
  { personId, since }: { personId: MemberId; since: Date },
): Promise<ImportRow[]> {
  const rows = await importRows(db, seasonId)
    .where("started_by", "<>", personId)
    .where("state", "=", "done")
    .where("done_at", ">", since)
    .orderBy("done_at", "desc")
    .execute();
  return rows as ImportRow[];
}

/** Who is at work on the season's files now. */
export async function findWorker(db: Kysely<Database>, seasonId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("imports")
    .innerJoin("people", "people.id", "imports.started_by")
    .select("people.name")
    .where("season_id", "=", seasonId)
    .where("state", "in", ["checking", "committing"])
    .executeTakeFirst();
  return row?.name;
}

/** Work that was not heard of since `since`: its process is gone. */
export const listSilent = (db: Kysely<Database>, seasonId: string, since: Date) =>
  db
    .selectFrom("imports")
    .select(["id", "state", "kind", "log_id as logId", "command_id as commandId"])
    .where("season_id", "=", seasonId)
    .where("state", "in", ["checking", "committing"])
    .where("beat_at", "<", since)
    .execute();

export interface BeginWork {
  from: readonly ImportState[];
  to: "checking" | "committing";
  at: Date;
  /** The log and the command that are to do it. */
  inLog?: { logId: MeetingId; commandId: CommandId };
}

const uniqueViolation = "23505";

/** `busy`: another import of the season is at work. `gone`: this one is at another step by now. */
export async function beginWork(
  db: Kysely<Database>,
  importId: string,
  { from, to, at, inLog }: BeginWork,
): Promise<"begun" | "busy" | "gone"> {
  try {
    const { numUpdatedRows } = await db
      .updateTable("imports")
      .set({
        state: to,
        beat_at: at,
        progress: 0,
        stop_asked: false,
        told: null,
        ...(inLog && { log_id: inLog.logId, command_id: inLog.commandId }),
      })
      .where("id", "=", importId)
      .where("state", "in", [...from])
      .executeTakeFirst();
    return numUpdatedRows > 0n ? "begun" : "gone";
  } catch (error) {
    if ((error as { code?: string }).code === uniqueViolation) return "busy";
    throw error;
  }
}

/** A sign of life; tells whether a stop was asked for. */
export async function beat(db: Kysely<Database>, importId: string, progress: number, at: Date): Promise<boolean> {
  const row = await db
    .updateTable("imports")
    .set({ progress, beat_at: at })
    .where("id", "=", importId)
    .returning("stop_asked as isStopAsked")
    .executeTakeFirst();
  return row?.isStopAsked ?? true;
}

export async function askStop(db: Kysely<Database>, importId: string): Promise<void> {
  await db.updateTable("imports").set({ stop_asked: true }).where("id", "=", importId).execute();
}

export interface ImportPatch {
  state: ImportState;
  told?: string | null;
  fields?: readonly (string | null)[];
  kind?: ImportKind;
  deed?: unknown;
  doneAt?: Date;
  undoneAt?: Date;
  kept?: unknown;
  takenBack?: number;
}

const json = (value: unknown): string => JSON.stringify(value);

export async function patchImport(db: Kysely<Database>, importId: string, patch: ImportPatch): Promise<void> {
  const { state, told, fields, kind, deed, doneAt, undoneAt, kept, takenBack } = patch;
  await db
    .updateTable("imports")
    .set({
      state,
      ...(told !== undefined && { told }),
      ...(kind !== undefined && { kind }),
      ...(fields !== undefined && { fields: json(fields) }),
      ...(deed !== undefined && { deed: json(deed) }),
      ...(doneAt !== undefined && { done_at: doneAt }),
      ...(undoneAt !== undefined && { undone_at: undoneAt }),
      ...(kept !== undefined && { kept: json(kept) }),
      ...(takenBack !== undefined && { taken_back: takenBack }),
    })
    .where("id", "=", importId)
    .execute();
}

/** One that did nothing. */
export async function deleteImport(db: Kysely<Database>, importId: string): Promise<void> {
  await sql`DELETE FROM applicant_photos WHERE import_id = ${importId} AND applicant_id IS NULL`.execute(db);
  await db.deleteFrom("imports").where("id", "=", importId).where("state", "in", ["uploaded", "checked"]).execute();
}

/** The rows of files go when a day has passed: what they did is on record elsewhere. */
export async function forgetRows(db: Kysely<Database>, before: Date): Promise<void> {
  await sql`DELETE FROM import_rows USING imports
    WHERE imports.id = import_rows.import_id AND coalesce(imports.done_at, imports.created_at) < ${before}`.execute(db);
  await sql`DELETE FROM applicant_photos USING imports
    WHERE imports.id = applicant_photos.import_id AND applicant_photos.applicant_id IS NULL
      AND imports.created_at < ${before}`.execute(db);
  await sql`DELETE FROM imports WHERE state IN ('uploaded', 'checked') AND created_at < ${before}`.execute(db);
}

export async function readMapping(
  db: Kysely<Database>,
  programId: ProgramId,
  kind: ImportKind,
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await db
    .selectFrom("import_mappings")
    .select(["heading", "field"])
    .where("program_id", "=", programId)
    .where("kind", "=", kind)
    .execute();
  return new Map(rows.map(({ heading, field }) => [heading, field]));
}

export async function rememberMapping(
  db: Kysely<Database>,
  programId: ProgramId,
  kind: ImportKind,
  fields: ReadonlyMap<string, string | null>,
): Promise<void> {
  if (fields.size === 0) return;
  await db
    .insertInto("import_mappings")
    .values([...fields].map(([heading, field]) => ({ program_id: programId, kind, heading, field })))
    .onConflict((conflict) =>
      conflict.columns(["program_id", "kind", "heading"]).doUpdateSet((row) => ({ field: row.ref("excluded.field") })),
    )
    .execute();
}

/** Was the command of that id answered in the log, and how? */
export async function readAnswer(db: Kysely<Database>, logId: MeetingId, commandId: CommandId): Promise<boolean> {
  const row = await db
    .selectFrom("meeting_commands")
    .select(sql<boolean>`answer->>'ok' = 'true'`.as("isOk"))
    .where("meeting_id", "=", logId)
    .where("command_id", "=", commandId)
    .executeTakeFirst();
  return row?.isOk ?? false;
}

/** False when somebody has taken it back already. */
export async function claimUndo(db: Kysely<Database>, importId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("imports")
    .set({ state: "undone" })
    .where("id", "=", importId)
    .where("state", "=", "done")
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
