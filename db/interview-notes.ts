// Interview notes: one of each interviewer about each applicant that stands, with every version that it had (NOTE-1). Nothing is
// deleted; a struck note stays and makes room for a new one.
import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { ApplicantId, MemberId } from "../domain/ids";
import { type InterviewNoteContent, interviewNoteContentSchema } from "../domain/interview-note";
import { isSameNote } from "../domain/note-words";
import type { GivenScore } from "../domain/scores";
import { assignInterviews } from "./interviews";
import type { Database } from "./schema";

export interface InterviewNoteRow {
  id: string;
  applicantId: ApplicantId;
  authorId: MemberId;
  content: InterviewNoteContent;
  version: number;
  source: "typed" | "imported";
  updatedAt: Date;
}

/** The notes of a season that stand. */
const standingNotes = (db: Kysely<Database>, seasonId: string) =>
  db
    .selectFrom("interview_notes")
    .select([
      "id",
      "applicant_id as applicantId",
      "author_id as authorId",
      "content",
      "version",
      "source",
      "updated_at as updatedAt",
    ])
    .where("season_id", "=", seasonId)
    .where("struck_at", "is", null);

const noteOf = <Row extends { content: unknown }>(row: Row) => ({
  ...row,
  content: interviewNoteContentSchema.parse(row.content),
});

export async function listNotesBy(
  db: Kysely<Database>,
  seasonId: string,
  authorId: MemberId,
): Promise<InterviewNoteRow[]> {
  const rows = await standingNotes(db, seasonId).where("author_id", "=", authorId).execute();
  return rows.map(noteOf);
}

/** Every note of the season that stands. */
export async function listNotes(db: Kysely<Database>, seasonId: string): Promise<InterviewNoteRow[]> {
  return (await standingNotes(db, seasonId).execute()).map(noteOf);
}

export async function listNotesAbout(
  db: Kysely<Database>,
  seasonId: string,
  applicantId: ApplicantId,
): Promise<InterviewNoteRow[]> {
  const rows = await standingNotes(db, seasonId)
    .where("applicant_id", "=", applicantId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(noteOf);
}

/** Of the whole season. */
export async function listStandingNotes(db: Kysely<Database>, seasonId: string): Promise<InterviewNoteRow[]> {
  return (await standingNotes(db, seasonId).execute()).map(noteOf);
}

export interface StruckNoteRow {
  id: string;
  authorId: MemberId;
  struckBy: MemberId | null;
  struckAt: Date;
  reason: string;
}

/** Newest first. */
export async function listStruckAbout(
  db: Kysely<Database>,
  seasonId: string,
  applicantId: ApplicantId,
): Promise<StruckNoteRow[]> {
  const rows = await db
    .selectFrom("interview_notes")
    .select([
      "id",
      "author_id as authorId",
      "struck_by as struckBy",
      "struck_at as struckAt",
      "struck_reason as reason",
    ])
    .where("season_id", "=", seasonId)
    .where("applicant_id", "=", applicantId)
    .orderBy("struck_at", "desc")
    .execute();
  return rows.flatMap(({ struckAt, reason, ...row }) => (struckAt && reason ? [{ ...row, struckAt, reason }] : []));
}

/** Of every note that stands and has a score, with the day of the interview where it is known. */
export async function listGivenScores(db: Kysely<Database>, season: { id: string }): Promise<GivenScore[]> {
  const rows = await db
    .selectFrom("interview_notes as note")
    .leftJoin("interviews as interview", (join) =>
      join
        .onRef("interview.season_id", "=", "note.season_id")
        .onRef("interview.applicant_id", "=", "note.applicant_id")
        .onRef("interview.member_id", "=", "note.author_id"),
    )
    .select([
      "note.applicant_id as applicantId",
      "note.author_id as raterId",
      sql<number>`(note.content ->> 'score')::float8`.as("score"),
      "interview.held_on as heldOn",
    ])
    .where("note.season_id", "=", season.id)
    .where("note.struck_at", "is", null)
    .where(sql<boolean>`jsonb_typeof(note.content -> 'score') = 'number'`)
    .orderBy("note.author_id")
    .orderBy("note.applicant_id")
    .execute();
  return rows.map(({ heldOn, ...given }) => (heldOn === null ? given : { ...given, heldOn }));
}

export interface ImportedNote {
  seasonId: string;
  applicantId: ApplicantId;
  authorId: MemberId;
  content: InterviewNoteContent;
  /** ISO date. */
  heldOn?: string | null | undefined;
  at: Date;
}

/**
 * What a file says of one interview, in the import's transaction. It assigns the interview. The note is the file's until its
 * author has typed in it; from then on a file only fills in what the author left empty. Resolves to what became of the note.
 */
export async function saveImportedNote(
  trx: Kysely<Database>,
  note: ImportedNote,
): Promise<"added" | "changed" | "unchanged"> {
  const { seasonId, applicantId, authorId, heldOn, at } = note;
  const content = interviewNoteContentSchema.parse(note.content);
  await assignInterviews(trx, seasonId, [{ applicantId, memberId: authorId, heldOn }]);
  if (Object.keys(content).length === 0) return "unchanged";
  const standing = await lockStanding(trx, seasonId, applicantId, authorId);
  if (!standing) {
    await addNote(trx, { ...note, content, source: "imported", saveId: null, at });
    return "added";
  }
  const next = mergeImported(standing, content);
  if (isSameNote(next, standing.content)) return "unchanged";
  await addVersion(trx, standing, { content: next, source: standing.source, saveId: null, at });
  return "changed";
}

/** What a note says once a file has been heard: the file's own follows it, a typed one keeps what its author wrote. */
export const mergeImported = (
  { source, content }: Pick<InterviewNoteRow, "source" | "content">,
  file: InterviewNoteContent,
): InterviewNoteContent => (source === "imported" ? { ...content, ...file } : { ...file, ...content });

export interface TypedNote extends Omit<ImportedNote, "heldOn"> {
  /** Chosen by the device, so that the same save is known again. */
  saveId: string;
  /** The version it was written on; null for a new note. */
  base: { noteId: string; version: number } | null;
}

export type TypedNoteOutcome =
  | { outcome: "saved"; note: InterviewNoteRow }
  /** There is another version than the one it was written on; undefined when that note was struck. */
  | { outcome: "conflict"; standing: InterviewNoteRow | undefined };

/**
 * What an interviewer typed, in a transaction of its own (NOTE-2). The interview is theirs by that; its row is what two devices
 * of one person queue at.
 */
export async function saveTypedNote(trx: Kysely<Database>, note: TypedNote): Promise<TypedNoteOutcome> {
  const { seasonId, applicantId, authorId, content, saveId, base, at } = note;
  await assignInterviews(trx, seasonId, [{ applicantId, memberId: authorId }]);
  const before = await findSave(trx, seasonId, applicantId, authorId, saveId);
  if (before) return { outcome: "saved", note: before };
  const standing = await lockStanding(trx, seasonId, applicantId, authorId);
  if (standing && isSameNote(standing.content, content)) return { outcome: "saved", note: standing };
  if (standing?.id !== base?.noteId || standing?.version !== base?.version) return { outcome: "conflict", standing };
  const version = { content, source: "typed", saveId, at } as const;
  if (standing) await addVersion(trx, standing, version);
  else await addNote(trx, { ...note, ...version });
  const saved = await findSave(trx, seasonId, applicantId, authorId, saveId);
  if (!saved) throw new Error("the note was just saved");
  return { outcome: "saved", note: saved };
}

/** The note as that save left it. */
async function findSave(
  db: Kysely<Database>,
  seasonId: string,
  applicantId: ApplicantId,
  authorId: MemberId,
  saveId: string,
): Promise<InterviewNoteRow | undefined> {
  const row = await db
    .selectFrom("interview_notes as note")
    .innerJoin("interview_note_versions as version", "version.note_id", "note.id")
    .select([
      "note.id",
      "note.applicant_id as applicantId",
      "note.author_id as authorId",
      "version.content",
      "version.version",
      "note.source",
      "version.at as updatedAt",
    ])
    .where("note.season_id", "=", seasonId)
    .where("note.applicant_id", "=", applicantId)
    .where("note.author_id", "=", authorId)
    .where("version.save_id", "=", saveId)
    .executeTakeFirst();
  return row && noteOf(row);
}

/** A standing note of the season. */
export async function findNote(
  db: Kysely<Database>,
  seasonId: string,
  noteId: string,
): Promise<InterviewNoteRow | undefined> {
  const row = await standingNotes(db, seasonId).where("id", "=", noteId).executeTakeFirst();
  return row && noteOf(row);
}

const saysSo = sql<boolean>`content->>'worksWithSince' IS NOT NULL`;

/** False when it does not stand any more. */
export async function strikeNote(
  db: Kysely<Database>,
  { noteId, reason, by, at }: { noteId: string; reason: string; by: MemberId; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("interview_notes")
    .set({ struck_at: at, struck_reason: reason, struck_by: by, unheard: sql<boolean>`unheard OR ${saysSo}` })
    .where("id", "=", noteId)
    .where("struck_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The note that stands, held until the transaction ends. */
async function lockStanding(trx: Kysely<Database>, seasonId: string, applicantId: ApplicantId, authorId: MemberId) {
  const row = await standingNotes(trx, seasonId)
    .where("applicant_id", "=", applicantId)
    .where("author_id", "=", authorId)
    .forUpdate()
    .executeTakeFirst();
  return row && noteOf(row);
}

interface Version {
  content: InterviewNoteContent;
  source: "typed" | "imported";
  /** Chosen by the device that saves; null for a file's. */
  saveId: string | null;
  at: Date;
}

async function addNote(
  trx: Kysely<Database>,
  { seasonId, applicantId, authorId, content, source, saveId, at }: Version & Omit<ImportedNote, "content" | "heldOn">,
): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto("interview_notes")
    .values({
      id,
      season_id: seasonId,
      applicant_id: applicantId,
      author_id: authorId,
      content,
      version: 1,
      source,
      created_at: at,
      updated_at: at,
      unheard: content.worksWithSince !== undefined,
    })
    .execute();
  await trx
    .insertInto("interview_note_versions")
    .values({ note_id: id, version: 1, content, at, save_id: saveId })
    .execute();
  return id;
}

async function addVersion(
  trx: Kysely<Database>,
  note: Pick<InterviewNoteRow, "id" | "version" | "content">,
  { content, source, saveId, at }: Version,
): Promise<number> {
  const version = note.version + 1;
  await trx
    .updateTable("interview_notes")
    .set({
      ...{ content, source, version, updated_at: at },
      ...(content.worksWithSince !== note.content.worksWithSince && { unheard: true }),
    })
    .where("id", "=", note.id)
    .execute();
  await trx
    .insertInto("interview_note_versions")
    .values({ note_id: note.id, version, content, at, save_id: saveId })
    .execute();
  return version;
}
