// Interview notes that come with a file, thousands at once: written, and taken back. A note that the file made is struck, one that
// it changed gets the version before as its newest, and nothing is deleted but the assignment of an interview that nobody used.
import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { ApplicantId, MemberId } from "../domain/ids";
import { type InterviewNoteContent, interviewNoteContentSchema } from "../domain/interview-note";
import { isSameNote } from "../domain/note-words";
import { type InterviewNoteRow, listStandingNotes, mergeImported } from "./interview-notes";
import { assignInterviews, listInterviews } from "./interviews";
import type { Database } from "./schema";

export interface GivenNote {
  applicantId: ApplicantId;
  authorId: MemberId;
  /** Empty: the interview is assigned, and nothing else. */
  content: InterviewNoteContent;
  /** ISO date. */
  heldOn: string | undefined;
}

/** What a file did with the note of one interviewer about one applicant. */
export interface ImportedNoteDeed {
  applicantId: ApplicantId;
  authorId: MemberId;
  note: "added" | "changed" | "unchanged";
  /** Of the note after the import; null where the file left none. */
  noteId: string | null;
  version: number | null;
  /** Did the file assign the interview? */
  isAssigned: boolean;
  /** Where the interview was there and the file gave it another day. */
  day?: { from: string | null; to: string };
}

export const noteKey = ({ applicantId, authorId }: Pick<GivenNote, "applicantId" | "authorId">): string =>
  `${applicantId} ${authorId}`;

interface Written {
  id: string;
  applicantId: ApplicantId;
  authorId: MemberId;
  content: InterviewNoteContent;
  version: number;
}

/** In the import's transaction; the season's notes are held until it ends. */
export async function saveImportedNotes(
  trx: Kysely<Database>,
  seasonId: string,
  given: readonly GivenNote[],
  at: Date,
): Promise<ImportedNoteDeed[]> {
  const days = new Map(
    (await listInterviews(trx, seasonId)).map(({ applicantId, memberId: authorId, heldOn }) => [
      noteKey({ applicantId, authorId }),
      heldOn,
    ]),
  );
  await assignInterviews(
    trx,
    seasonId,
    given.map(({ applicantId, authorId: memberId, heldOn }) => ({ applicantId, memberId, heldOn })),
  );
  await sql`SELECT id FROM interview_notes WHERE season_id = ${seasonId} FOR UPDATE`.execute(trx);
  const standing = new Map((await listStandingNotes(trx, seasonId)).map((note) => [noteKey(note), note]));
  const added: Written[] = [];
  const changed: Written[] = [];
  const deeds = given.map((note): ImportedNoteDeed => {
    const { applicantId, authorId, heldOn } = note;
    const from = days.get(noteKey(note));
    const hasOtherDay = from !== undefined && heldOn !== undefined && heldOn !== from;
    const day = hasOtherDay ? { day: { from, to: heldOn } } : {};
    const deed = { applicantId, authorId, isAssigned: from === undefined, ...day };
    const written = writtenOf(note, standing.get(noteKey(note)));
    if (!written) return { ...deed, note: "unchanged", noteId: null, version: null };
    const isNew = written.version === 1;
    (isNew ? added : changed).push(written);
    return { ...deed, note: isNew ? "added" : "changed", noteId: written.id, version: written.version };
  });
  await sql`INSERT INTO interview_notes
      (id, season_id, applicant_id, author_id, content, version, source, created_at, updated_at)
    SELECT id, ${seasonId}, "applicantId", "authorId", content, version, 'imported', ${at}, ${at} FROM ${records(added)}`.execute(
    trx,
  );
  await sql`UPDATE interview_notes SET content = w.content, version = w.version, updated_at = ${at}
    FROM ${records(changed)} WHERE interview_notes.id = w.id`.execute(trx);
  await sql`INSERT INTO interview_note_versions (note_id, version, content, at)
    SELECT id, version, content, ${at} FROM ${records([...added, ...changed])}`.execute(trx);
  return deeds;
}

const records = (written: readonly Written[]) => sql`jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
  AS w(id uuid, "applicantId" uuid, "authorId" uuid, content jsonb, version int)`;

/** Undefined where the file says nothing new. */
function writtenOf(
  { applicantId, authorId, content: said }: GivenNote,
  standing: InterviewNoteRow | undefined,
): Written | undefined {
  const content = interviewNoteContentSchema.parse(said);
  if (Object.keys(content).length === 0) return undefined;
  if (!standing) return { id: randomUUID(), applicantId, authorId, content, version: 1 };
  const next = mergeImported(standing, content);
  if (isSameNote(next, standing.content)) return undefined;
  return { id: standing.id, applicantId, authorId, content: next, version: standing.version + 1 };
}

/** The versions of the season's notes that stand, by note. */
export async function readNoteVersions(db: Kysely<Database>, seasonId: string): Promise<Map<string, number>> {
  return new Map((await listStandingNotes(db, seasonId)).map(({ id, version }) => [id, version]));
}

const reason = "The import it came with was taken back";

/** Takes back notes that stand as the import left them. */
export async function takeBackNotes(
  trx: Kysely<Database>,
  seasonId: string,
  deeds: readonly ImportedNoteDeed[],
  at: Date,
): Promise<void> {
  const idsOf = (note: ImportedNoteDeed["note"]) =>
    deeds.flatMap((deed) => (deed.note === note && deed.noteId ? [deed.noteId] : []));
  await sql`UPDATE interview_notes SET struck_at = ${at}, struck_reason = ${reason}
    WHERE id = ANY(${idsOf("added")}::uuid[])`.execute(trx);
  await sql`WITH back AS (
      SELECT n.id, n.version + 1 AS version, v.content FROM interview_notes n
      JOIN interview_note_versions v ON v.note_id = n.id AND v.version = n.version - 1
      WHERE n.id = ANY(${idsOf("changed")}::uuid[])
    ), kept AS (
      INSERT INTO interview_note_versions (note_id, version, content, at) SELECT id, version, content, ${at} FROM back
    )
    UPDATE interview_notes SET content = back.content, version = back.version, updated_at = ${at}
    FROM back WHERE interview_notes.id = back.id`.execute(trx);
  const days = deeds.flatMap(({ applicantId, authorId, day }) => (day ? [{ applicantId, authorId, ...day }] : []));
  await sql`UPDATE interviews SET held_on = d."from"
    FROM jsonb_to_recordset(${JSON.stringify(days)}::jsonb)
      AS d("applicantId" uuid, "authorId" uuid, "from" text, "to" text)
    WHERE season_id = ${seasonId} AND applicant_id = d."applicantId" AND member_id = d."authorId"
      AND held_on = d."to"`.execute(trx);
  const noted = new Set((await listStandingNotes(trx, seasonId)).map(noteKey));
  const unused = deeds.filter((deed) => deed.isAssigned && !noted.has(noteKey(deed)));
  for (let from = 0; from < unused.length; from += 1000) {
    const piece = unused.slice(from, from + 1000);
    await sql`DELETE FROM interviews WHERE season_id = ${seasonId} AND (applicant_id, member_id) IN (
      SELECT a, m FROM unnest(${piece.map((d) => d.applicantId)}::uuid[], ${piece.map((d) => d.authorId)}::uuid[]) AS u(a, m))`.execute(
      trx,
    );
  }
}
