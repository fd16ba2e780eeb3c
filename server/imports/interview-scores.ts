// A file of interview scores: each row becomes the note of the interviewer it names, and says whose interview it was. Whoever is
// on the roster is known by e-mail address.
import type { CheckedRow, ShownChange } from "../../db/import-rows";
import {
  type GivenNote,
  type ImportedNoteDeed,
  noteKey,
  readNoteVersions,
  saveImportedNotes,
  takeBackNotes,
} from "../../db/imported-notes";
import { listStandingNotes, mergeImported } from "../../db/interview-notes";
import { listInterviews } from "../../db/interviews";
import { listRoster } from "../../db/roster";
import type { MemberId } from "../../domain/ids";
import { finderOf } from "../../domain/import-plan";
import type { InterviewNoteContent } from "../../domain/interview-note";
import type { Role } from "../../domain/member";
import { mayInSeason } from "../../domain/season-policy";
import type { ScoreField } from "../import/headers";
import { mapColumns } from "../import/row-cells";
import { type ScoreRow, scoreReader } from "../import/scores-file";
import { eachRow, type KeptThing, type TableWork } from "./work";

interface Interviewer {
  id: MemberId;
  role: Role;
}

export const interviewScoresWork: TableWork<GivenNote[]> = {
  async plan(work) {
    const { db, season, entry, state, withheld, rows, step } = work;
    const readRow = scoreReader(mapColumns(entry.headers, (entry.fields ?? []) as (ScoreField | null)[]), rows);
    const find = finderOf(state);
    const roster = await listRoster(db, season.programId, work.at);
    const byEmail = new Map<string, Interviewer>(
      roster.flatMap(({ id, email, role, state: standing }) =>
        standing === "removed" ? [] : [[email.toLowerCase(), { id, role }]],
      ),
    );
    const notes = new Map((await listStandingNotes(db, season.id)).map((note) => [noteKey(note), note]));
    const interviews = new Map(
      (await listInterviews(db, season.id)).map(({ applicantId, memberId, heldOn }) => [
        noteKey({ applicantId, authorId: memberId }),
        heldOn,
      ]),
    );
    const checked: CheckedRow[] = [];
    const deed: GivenNote[] = [];
    await eachRow(rows, step, { from: 0, to: 0.9 }, (source) => {
      const { value, errors, warnings } = readRow(source);
      const bad = (...problems: CheckedRow["problems"] & object) =>
        void checked.push({ row: source.row, outcome: "bad", problems });
      if (!value) return bad(...errors);
      const [applicant, other] = find(value);
      if ([applicant, other].some((found) => found && withheld.has(found.id))) {
        return void checked.push({ row: source.row, outcome: "withheld" });
      }
      const id = value.aamcId ?? value.nrmpId ?? "";
      if (!applicant || other) {
        return bad({ column: "AAMC ID", value: id, expected: "the id of one applicant in this season" });
      }
      const author = byEmail.get(value.interviewer);
      const column = "Interviewer’s e-mail";
      if (!author) {
        const expected = "somebody on the program's roster; add them there with this address, then import again";
        return bad({ column, value: value.interviewer, expected });
      }
      if (!mayInSeason(author.role, "writeNote")) {
        return bad({ column, value: value.interviewer, expected: "somebody whose role writes interview notes" });
      }
      const key = { applicantId: applicant.id, authorId: author.id };
      const standing = notes.get(noteKey(key));
      const content = contentOf(value);
      const isNew = !interviews.has(noteKey(key));
      const changes = [
        ...noteChanges(standing?.content ?? {}, standing ? mergeImported(standing, content) : content),
        ...dayChange(interviews.get(noteKey(key)) ?? undefined, value.heldOn),
      ];
      const outcome = isNew && !standing ? "new" : changes.length > 0 ? "changed" : "unchanged";
      const left = warnings.length > 0 ? { problems: warnings } : {};
      checked.push({ row: source.row, outcome, applicantId: applicant.id, name: applicant.name, changes, ...left });
      if (outcome !== "unchanged") deed.push({ ...key, content, heldOn: value.heldOn });
    });
    return { checked, deed };
  },

  async commit(trx, { season, at, step }, given) {
    const deeds = await saveImportedNotes(trx, season.id, given, at);
    await step(0.95);
    return deeds;
  },

  async takeBack(trx, { season, entry, at, withheld }) {
    const deeds = entry.deed as ImportedNoteDeed[];
    const versions = await readNoteVersions(trx, season.id);
    const kept: KeptThing[] = [];
    const back = deeds.filter((deed) => {
      const { applicantId } = deed;
      if (withheld.has(applicantId)) kept.push({ applicantId, why: "withheld" });
      else if (deed.noteId !== null && versions.get(deed.noteId) !== deed.version) {
        kept.push({ applicantId, what: "Interview note", why: "changedSince" });
      } else return true;
      return false;
    });
    await takeBackNotes(trx, season.id, back, at);
    return { count: back.length, kept };
  },
};

const contentOf = ({ score, comment }: ScoreRow): InterviewNoteContent => ({
  ...(score !== undefined && { score }),
  ...(comment !== undefined && { text: comment }),
});

function noteChanges(before: InterviewNoteContent, after: InterviewNoteContent): ShownChange[] {
  const change = (what: string, from: unknown, to: unknown): ShownChange[] =>
    from === to || to === undefined
      ? []
      : [{ what, ...(from !== undefined && { from: String(from) }), to: String(to) }];
  return [...change("Score", before.score, after.score), ...change("Comment", before.text, after.text)];
}

const dayChange = (from: string | undefined, to: string | undefined): ShownChange[] =>
  to === undefined || from === to ? [] : [{ what: "Interview date", ...(from !== undefined && { from }), to }];
