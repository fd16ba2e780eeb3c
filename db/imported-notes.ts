// Interview notes that came with a file, taken back: a note that the file made is struck, one that it changed gets the version
// before as its newest, and nothing is deleted but the assignment of an interview that nobody has used.
import { type Kysely, sql } from "kysely";
import type { ApplicantId, MemberId } from "../domain/ids";
import type { Database } from "./schema";

/** What a file did with the note of one interviewer about one applicant. */
export interface ImportedNoteDeed {
  applicantId: ApplicantId;
  authorId: MemberId;
  note: "added" | "changed" | "unchanged";
  /** Of the note after the import; null without a note. */
  version: number | null;
  /** Did the file assign the interview? */
  isAssigned: boolean;
}

type Key = `${ApplicantId} ${MemberId}`;
export const noteKey = ({ applicantId, authorId }: Pick<ImportedNoteDeed, "applicantId" | "authorId">): Key =>
  `${applicantId} ${authorId}`;

/** The versions of the notes that stand. */
export async function readNoteVersions(db: Kysely<Database>, seasonId: string): Promise<Map<Key, number>> {
  const rows = await db
    .selectFrom("interview_notes")
    .select(["applicant_id as applicantId", "author_id as authorId", "version"])
    .where("season_id", "=", seasonId)
    .where("struck_at", "is", null)
    .execute();
  return new Map(rows.map((row) => [noteKey(row), row.version]));
}

const reason = "The import it came with was taken back";

/** Takes back what still stands as the import left it; `deeds` are those of which that was found. */
export async function takeBackNotes(
  trx: Kysely<Database>,
  seasonId: string,
  deeds: readonly ImportedNoteDeed[],
  at: Date,
): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(deeds)}::jsonb)
    AS d("applicantId" uuid, "authorId" uuid, note text, version int, "isAssigned" boolean)`;
  const own = sql`n.season_id = ${seasonId} AND n.applicant_id = d."applicantId" AND n.author_id = d."authorId"
    AND n.struck_at IS NULL AND n.version = d.version`;
  await sql`UPDATE interview_notes n SET struck_at = ${at}, struck_reason = ${reason}
    FROM ${given} WHERE d.note = 'added' AND ${own}`.execute(trx);
  await sql`WITH back AS (
      SELECT n.id, n.version + 1 AS version, v.content FROM ${given}, interview_notes n, interview_note_versions v
      WHERE d.note = 'changed' AND ${own} AND v.note_id = n.id AND v.version = n.version - 1
    ), kept AS (
      INSERT INTO interview_note_versions (note_id, version, content, at) SELECT id, version, content, ${at} FROM back
    )
    UPDATE interview_notes SET content = back.content, version = back.version, updated_at = ${at}
    FROM back WHERE interview_notes.id = back.id`.execute(trx);
  await sql`DELETE FROM interviews i USING ${given}
    WHERE d."isAssigned" AND i.season_id = ${seasonId} AND i.applicant_id = d."applicantId"
      AND i.member_id = d."authorId" AND NOT EXISTS (SELECT FROM interview_notes n
        WHERE n.season_id = i.season_id AND n.applicant_id = i.applicant_id AND n.author_id = i.member_id
          AND n.struck_at IS NULL)`.execute(trx);
}
