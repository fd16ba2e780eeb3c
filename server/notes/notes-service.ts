// Interview notes as pages read and write them. Each begins with the question whether the asker may; then whether they may see
// the applicant; then, for a write, whether the season's meeting is locked (NOTE-3).
import { z } from "zod";
import { appendAudit } from "../../db/audit-trail";
import {
  findNote,
  type InterviewNoteRow,
  listNotesBy,
  listStruckAbout,
  saveTypedNote,
  strikeNote,
} from "../../db/interview-notes";
import { assignInterviews, listInterviews } from "../../db/interviews";
import { listRewrittenAbout } from "../../db/note-versions";
import { listProgramsOf } from "../../db/programs";
import { readNamesIn } from "../../db/roster";
import { isSeasonClosed, listSeasonsOf, logOf, readWithheld } from "../../db/seasons";
import { SENTENCE_MAX } from "../../domain/commands";
import type { NoteVoice } from "../../domain/decide-hearing";
import type { MemberId } from "../../domain/ids";
import { type InterviewNoteContent, interviewNoteContentSchema } from "../../domain/interview-note";
import { isWritten, SCORE_MAX, tidyNote } from "../../domain/note-words";
import { idSchema, sentenceSchema } from "../../domain/schemas";
import { mayInSeason } from "../../domain/season-policy";
import type { AuditTrail } from "../audit-trail";
import type { Clock } from "../clock";
import type { ProgramAnswer } from "../context/answers";
import type { NotesService, SavedNote } from "../context/notes";
import { refuse } from "../programs/access";
import { readTyped } from "../programs/typed";
import { accessToSeason, applicantUnknown } from "../seasons/access";
import { wordsOf } from "../seasons/season-words";
import { type HearingParts, hearNotes, voicesOf } from "./hear-notes";
import { interviewView } from "./interview-view";
import { noteReading } from "./meeting-interview";
import { createNoteVersions } from "./note-versions";
import { metWords, visibleApplicants } from "./visible";

const closed = refuse(409, "The list is locked, so interview notes can be read and no longer changed.");
const noteGone = refuse(404, "There is no such note, or it was struck already.");

const saveSchema = z.object({
  saveId: idSchema,
  base: z.object({ noteId: idSchema, version: z.number().int().min(1) }).nullable(),
  content: interviewNoteContentSchema,
});
const strikeForm = z.object({ noteId: idSchema, reason: sentenceSchema(SENTENCE_MAX) });
const strikeSentences = { reason: `Write why, in a sentence of at most ${SENTENCE_MAX} characters.` };
const metForm = z.object({ applicantId: idSchema });

export function createNotesService(parts: HearingParts & { clock: Clock; trail: AuditTrail }): NotesService {
  const { db, clock, trail } = parts;

  async function myLines(seasonId: string, personId: MemberId) {
    const [interviews, notes] = await Promise.all([listInterviews(db, seasonId), listNotesBy(db, seasonId, personId)]);
    const heldOn = new Map(
      interviews.flatMap(({ memberId, ...mine }) => (memberId === personId ? [[mine.applicantId, mine.heldOn]] : [])),
    );
    return { heldOn, notes: new Map(notes.map((note) => [note.applicantId, note])) };
  }

  return {
    ...createNoteVersions(parts),

    async mine(personId) {
      const programs = await listProgramsOf(db, personId);
      const writing = programs.filter(({ role }) => mayInSeason(role, "writeNote"));
      const seasons = await listSeasonsOf(
        db,
        writing.map(({ id }) => id),
      );
      const cards = await Promise.all(
        seasons.map(async (season) => {
          if (await isSeasonClosed(db, season)) return [];
          const [{ heldOn, notes }, withheld] = await Promise.all([
            myLines(season.id, personId),
            readWithheld(db, season, personId),
          ]);
          const ids = [...heldOn.keys()].filter((id) => !withheld.has(id));
          const written = ids.filter((id) => isWritten(notes.get(id)?.content)).length;
          const { programName, programCode, matchYear } = season;
          return [{ seasonId: season.id, programName, programCode, matchYear, written, total: ids.length }];
        }),
      );
      return cards.flat();
    },

    async inbox(seasonId, personId) {
      const access = await accessToSeason(db, seasonId, personId, "writeNote");
      if (!access.ok) return access;
      const { season, role } = access;
      const [{ heldOn, notes }, visible, isReadOnly, voices] = await Promise.all([
        myLines(season.id, personId),
        visibleApplicants(db, season, personId),
        isSeasonClosed(db, season),
        voicesOf(parts, season, personId),
      ]);
      const interviewees = visible.applicants
        .filter(({ id }) => heldOn.has(id))
        .map((applicant) => ({
          ...metWords(applicant),
          heldOn: heldOn.get(applicant.id) ?? null,
          note: savedWords(notes.get(applicant.id), voices.get(applicant.id)),
        }))
        .sort((one, other) => (one.heldOn ?? "9999").localeCompare(other.heldOn ?? "9999", "en"));
      const others = visible.applicants.filter(({ id, withdrawn }) => !heldOn.has(id) && !withdrawn).map(metWords);
      return { ok: true, inbox: { season: wordsOf(season, role), interviewees, others, isReadOnly } };
    },

    async save(seasonId, applicantId, personId, asked) {
      const access = await accessToSeason(db, seasonId, personId, "writeNote");
      if (!access.ok) return access;
      const { season } = access;
      if (!(await visibleApplicants(db, season, personId)).has(applicantId)) return applicantUnknown;
      const parsed = saveSchema.safeParse(asked);
      if (!parsed.success) return notUnderstood(parsed.error);
      const { saveId, base } = parsed.data;
      const at = clock();
      const content = saidByNow(tidyNote(parsed.data.content), at);
      const outcome = await db.transaction().execute(async (trx) => {
        if (await isSeasonClosed(trx, season, { holds: true })) return null;
        return saveTypedNote(trx, { seasonId: season.id, applicantId, authorId: personId, content, saveId, base, at });
      });
      if (!outcome) return closed;
      await hearNotes(parts, season);
      const voice = (await voicesOf(parts, season, personId)).get(applicantId);
      if (outcome.outcome === "saved") return { ok: true, note: savedWords(outcome.note, voice) };
      const theirs = savedWords(outcome.standing, voice);
      const message = theirs
        ? "There is a newer version of this note, from another device."
        : "The note that this was written on was struck.";
      return { ok: false, status: 409, code: "conflict", theirs, message };
    },

    async addMet(seasonId, personId, typed) {
      const access = await accessToSeason(db, seasonId, personId, "writeNote");
      if (!access.ok) return access;
      const { season } = access;
      const reading = readTyped(metForm, typed, { applicantId: "Choose an applicant." });
      if (!reading.ok) return reading;
      const { applicantId } = reading.value;
      if (!(await visibleApplicants(db, season, personId)).has(applicantId)) return applicantUnknown;
      if (await isSeasonClosed(db, season)) return closed;
      await assignInterviews(db, season.id, [{ applicantId, memberId: personId }]);
      return { ok: true };
    },

    async strike(seasonId, personId, typed) {
      const access = await accessToSeason(db, seasonId, personId, "writeNote");
      if (!access.ok) return access;
      const { season, role } = access;
      const reading = readTyped(strikeForm, typed, strikeSentences);
      if (!reading.ok) return reading;
      const { noteId, reason } = reading.value;
      const visible = await visibleApplicants(db, season, personId);
      const note = await findNote(db, season.id, noteId);
      const isTheirs = note && (note.authorId === personId || mayInSeason(role, "readNotes"));
      // Unknown, withheld and another's are answered alike (SEE-1).
      if (!note || !isTheirs || !visible.has(note.applicantId)) return noteGone;
      const at = clock();
      const answer = await db.transaction().execute(async (trx): Promise<ProgramAnswer> => {
        if (await isSeasonClosed(trx, season, { holds: true })) return closed;
        if (!(await strikeNote(trx, { noteId, reason, by: personId, at }))) return noteGone;
        await appendAudit(trx, [
          {
            programId: season.programId,
            actorId: personId,
            action: "noteStruck",
            subject: { personId: note.authorId, meetingId: logOf(season), applicantId: note.applicantId },
            detail: {},
            outcome: "done",
            at,
          },
        ]);
        return { ok: true };
      });
      if (answer.ok) await hearNotes(parts, season);
      return answer;
    },

    async about(seasonId, applicantId, personId) {
      const access = await accessToSeason(db, seasonId, personId, "readNotes");
      if (!access.ok) return access;
      const { season, role } = access;
      const { applicants, withheld } = await visibleApplicants(db, season, personId);
      const applicant = applicants.find(({ id }) => id === applicantId);
      if (!applicant) return applicantUnknown;
      const view = await interviewView(db, season, applicantId, withheld);
      await noteReading(trail, season, { view, applicantId, personId, meetingId: logOf(season) });
      const [isReadOnly, rows, changed, names] = await Promise.all([
        isSeasonClosed(db, season),
        listStruckAbout(db, season.id, applicantId),
        listRewrittenAbout(db, season.id, applicantId),
        readNamesIn(db, season.programId),
      ]);
      const nameOf = (id: MemberId | null) => names.get(id ?? "") ?? "Somebody";
      const struck = rows.map(({ id, authorId, struckBy, struckAt, reason }) => ({
        noteId: id,
        author: nameOf(authorId),
        struckBy: nameOf(struckBy),
        reason,
        at: struckAt.toISOString(),
      }));
      const rewritten = changed.map(({ id, authorId, version }) => ({
        noteId: id,
        author: nameOf(authorId),
        versions: version,
      }));
      return {
        ok: true,
        about: { season: wordsOf(season, role), applicant: metWords(applicant), view, struck, rewritten, isReadOnly },
      };
    },
  };
}

function savedWords(note: InterviewNoteRow, voice?: NoteVoice): SavedNote;
function savedWords(note: InterviewNoteRow | undefined, voice?: NoteVoice): SavedNote | null;
function savedWords(note: InterviewNoteRow | undefined, voice?: NoteVoice): SavedNote | null {
  if (!note) return null;
  const { id, version, content, updatedAt } = note;
  return { id, version, content, savedAt: updatedAt.toISOString(), voice: voice ?? null };
}

/** A device's clock may be wrong; nobody said anything in the future. */
function saidByNow(content: InterviewNoteContent, now: Date): InterviewNoteContent {
  const { worksWithSince } = content;
  return worksWithSince && new Date(worksWithSince) > now ? { ...content, worksWithSince: now.toISOString() } : content;
}

function notUnderstood(error: z.ZodError) {
  const path = error.issues[0]?.path ?? [];
  if (path[1] === "score") return refuse(400, `The score has to be a number from 0 to ${SCORE_MAX}.`, "score");
  if (path[0] === "content") return refuse(400, "Something in this note is too long, or cannot be saved.", "content");
  return refuse(400, "That note was not understood. Reload the page and try again.");
}
