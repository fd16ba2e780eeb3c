// The versions that an interview note had, to read alone: its author's and the hosts', whether it is struck, frozen or locked since.
// Another's is on record as a reading of their notes is (NOTE-4).
import type { Kysely } from "kysely";
import { findVersionedNote, listNoteVersions } from "../../db/note-versions";
import { readNamesIn } from "../../db/roster";
import type { Database } from "../../db/schema";
import { logOf } from "../../db/seasons";
import { mayInSeason } from "../../domain/season-policy";
import type { AuditTrail } from "../audit-trail";
import type { NotesService } from "../context/notes";
import { refuse } from "../programs/access";
import { accessToSeason } from "../seasons/access";
import { wordsOf } from "../seasons/season-words";
import { isUuid } from "../uuid";
import { metWords, visibleApplicants } from "./visible";

const noteUnknown = refuse(404, "There is no such note.");

export const createNoteVersions = (parts: {
  db: Kysely<Database>;
  trail: AuditTrail;
}): Pick<NotesService, "versions"> => ({
  async versions(seasonId, noteId, personId) {
    const { db, trail } = parts;
    const access = await accessToSeason(db, seasonId, personId, "writeNote");
    if (!access.ok) return access;
    const { season, role } = access;
    const note = isUuid(noteId) ? await findVersionedNote(db, season.id, noteId) : undefined;
    const { applicants } = await visibleApplicants(db, season, personId);
    const applicant = applicants.find(({ id }) => id === note?.applicantId);
    const isMine = note?.authorId === personId;
    // Unknown, withheld and another's are answered alike (SEE-1).
    if (!note || !applicant || !(isMine || mayInSeason(role, "readNotes"))) return noteUnknown;
    if (!isMine) {
      const subject = { meetingId: logOf(season), applicantId: applicant.id };
      await trail.recordReading({
        programId: season.programId,
        actorId: personId,
        action: "notesRead",
        subject,
      });
    }
    const [rows, names] = await Promise.all([listNoteVersions(db, note.id), readNamesIn(db, season.programId)]);
    const versions = rows.map(({ at, ...version }) => ({ ...version, at: at.toISOString() }));
    const author = names.get(note.authorId) ?? "Somebody";
    return {
      ok: true,
      past: { season: wordsOf(season, role), applicant: metWords(applicant), author, isMine, versions },
    };
  },
});
