// Interview notes in the database: what a file may do to them, and what the scores are read from.
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { listGivenScores, listNotesAbout, saveImportedNote } from "../../db/interview-notes";
import { listInterviews } from "../../db/interviews";
import type { InterviewNoteContent } from "../../domain/interview-note";
import { aDatabase, type TestDatabase } from "../support/database";
import { type TwoPrograms, twoPrograms } from "../support/two-programs";

let database: TestDatabase;
let world: TwoPrograms;
const at = new Date("2026-12-05T10:00:00Z");

beforeAll(async () => {
  database = await aDatabase();
  world = await twoPrograms(database);
});

const imported = (applicantId: string, content: InterviewNoteContent, heldOn?: string) =>
  saveImportedNote(database.db, {
    seasonId: world.a.seasonId,
    applicantId,
    authorId: world.a.people.faculty.id,
    content,
    heldOn,
    at,
  });

test("[NOTE-1] a row of a scores file is a note and an interview; a second time it changes nothing", async () => {
  const applicantId = randomUUID();
  expect(await imported(applicantId, { score: 4, text: "Clear answers" }, "2026-12-04")).toBe("added");
  expect(await imported(applicantId, { score: 4, text: "Clear answers" }, "2026-12-04")).toBe("unchanged");
  expect(await imported(applicantId, { score: 3 }, "2026-12-04")).toBe("changed");
  const notes = await listNotesAbout(database.db, world.a.seasonId, applicantId);
  expect(notes).toMatchObject([{ version: 2, source: "imported", content: { score: 3, text: "Clear answers" } }]);
  const versions = await database.db.selectFrom("interview_note_versions").selectAll().orderBy("version").execute();
  expect(versions.map(({ content }) => content)).toEqual([
    { score: 4, text: "Clear answers" },
    { score: 3, text: "Clear answers" },
  ]);
  const scores = await listGivenScores(database.db, { id: world.a.seasonId });
  expect(scores).toContainEqual({
    applicantId,
    raterId: world.a.people.faculty.id,
    score: 3,
    heldOn: "2026-12-04",
  });
});

test("a row without a score assigns the interview, and keeps the day that is known", async () => {
  const applicantId = randomUUID();
  expect(await imported(applicantId, {}, "2026-12-11")).toBe("unchanged");
  expect(await imported(applicantId, {})).toBe("unchanged");
  expect(await listNotesAbout(database.db, world.a.seasonId, applicantId)).toEqual([]);
  const interviews = await listInterviews(database.db, world.a.seasonId);
  expect(interviews).toContainEqual({ applicantId, memberId: world.a.people.faculty.id, heldOn: "2026-12-11" });
});
