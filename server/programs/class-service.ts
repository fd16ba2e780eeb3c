// What became of a past class, written down by those who prepare: counts that fit together, a version each time (CLASS-1).
import type { Kysely } from "kysely";
import { z } from "zod";
import { addClassOutcomes } from "../../db/class-outcomes";
import { listTracks } from "../../db/programs";
import type { Database } from "../../db/schema";
import { CLASS_MAX, type ClassCounts, classCounts, contradiction, REVIEW_MAX } from "../../domain/class-outcomes";
import { writable } from "../../domain/schemas";
import type { AuditTrail } from "../audit-trail";
import type { Clock } from "../clock";
import type { HistoryService } from "../context/history";
import { accessTo, refuse } from "./access";
import { readTyped } from "./typed";
import { changedMeanwhileWords, typedCounts, typedMatchYear, typedMatchYearWords, typedVersion } from "./typed-counts";

export interface HistoryParts {
  db: Kysely<Database>;
  clock: Clock;
  trail: AuditTrail;
}

const classForm = typedCounts(classCounts, CLASS_MAX);
const form = z.object({
  track: z.string(),
  year: typedMatchYear,
  version: typedVersion,
  review: z.string().transform(writable).pipe(z.string().max(REVIEW_MAX)).optional(),
  ...classForm.fields,
  started: classForm.fields.started.pipe(z.number().min(1)),
});
const sentences = {
  year: typedMatchYearWords,
  review: `Write at most ${REVIEW_MAX} characters.`,
  ...classForm.sentences,
  started: `Say how many residents started: 1 to ${CLASS_MAX}.`,
};

export const changeClassIn =
  ({ db, clock, trail }: HistoryParts): HistoryService["changeClass"] =>
  async (programId, personId, typed) => {
    const access = await accessTo(db, programId, personId, "changeHistory");
    if (!access.ok) return access;
    const reading = readTyped(form, typed, sentences);
    if (!reading.ok) return reading;
    const { track, year: matchYear, version: before, review, ...told } = reading.value;
    const found = (await listTracks(db, programId)).find(({ id }) => id === track);
    if (!found) return refuse(400, "That track is not this program's. Reload the page and try again.");
    const counts: ClassCounts = told;
    const fault = contradiction(counts);
    if (fault) return refuse(400, fault.sentence, fault.field);
    const version = before + 1;
    const isNew = await addClassOutcomes(db, {
      trackId: found.id,
      matchYear,
      version,
      counts,
      review: review || null,
      authorId: personId,
      at: clock(),
    });
    if (!isNew) return refuse(409, changedMeanwhileWords);
    // Without the counts, which are small: every version of them is kept beside the trail.
    const detail = { matchYear, version, code: found.code };
    await trail.record({
      programId,
      actorId: personId,
      action: "classOutcomesChanged",
      subject: {},
      detail,
      outcome: "done",
    });
    return { ok: true };
  };
