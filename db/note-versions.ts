// Every version that an interview note had, struck notes too (NOTE-1): to be read, never to be changed.
import type { Kysely } from "kysely";
import type { ApplicantId, MemberId } from "../domain/ids";
import { type InterviewNoteContent, interviewNoteContentSchema } from "../domain/interview-note";
import type { Database } from "./schema";

export interface VersionedNoteRow {
  id: string;
  applicantId: ApplicantId;
  authorId: MemberId;
  /** The last one's number. */
  version: number;
}

const versionedNotes = (db: Kysely<Database>, seasonId: string) =>
  db
    .selectFrom("interview_notes")
    .select(["id", "applicant_id as applicantId", "author_id as authorId", "version"])
    .where("season_id", "=", seasonId);

/** A note of the season, struck or not. */
export const findVersionedNote = (
  db: Kysely<Database>,
  seasonId: string,
  noteId: string,
): Promise<VersionedNoteRow | undefined> => versionedNotes(db, seasonId).where("id", "=", noteId).executeTakeFirst();

/** Of one applicant, those that said something else before. */
export const listRewrittenAbout = (
  db: Kysely<Database>,
  seasonId: string,
  applicantId: ApplicantId,
): Promise<VersionedNoteRow[]> =>
  versionedNotes(db, seasonId)
    .where("applicant_id", "=", applicantId)
    .where("version", ">", 1)
    .orderBy("created_at")
    .orderBy("id")
    .execute();

export interface NoteVersionRow {
  version: number;
  content: InterviewNoteContent;
  at: Date;
  /** Else it came with a file, or with a file that was taken back. */
  isTyped: boolean;
}

/** Newest first. */
export async function listNoteVersions(db: Kysely<Database>, noteId: string): Promise<NoteVersionRow[]> {
  const rows = await db
    .selectFrom("interview_note_versions")
    .select(["version", "content", "at", "save_id as saveId"])
    .where("note_id", "=", noteId)
    .orderBy("version", "desc")
    .execute();
  return rows.map(({ content, saveId, ...row }) => ({
    ...row,
    content: interviewNoteContentSchema.parse(content),
    isTyped: saveId !== null,
  }));
}
