// What became of a track's past classes, as it was written down, with every version. Counts, about nobody by name.
import type { Kysely } from "kysely";
import type { ClassCounts } from "../domain/class-outcomes";
import type { MemberId } from "../domain/ids";
import type { Database } from "./schema";

export interface ClassOutcomes {
  matchYear: number;
  version: number;
  counts: ClassCounts;
  /** What the program takes from it. */
  review: string | null;
  author: string;
  at: Date;
}

/** What is said now of each class, newest first. */
export async function listClassOutcomes(db: Kysely<Database>, trackId: string): Promise<ClassOutcomes[]> {
  const rows = await db
    .selectFrom("class_outcomes")
    .innerJoin("people", "people.id", "class_outcomes.author_id")
    .distinctOn("match_year")
    .selectAll("class_outcomes")
    .select("people.name as author")
    .where("track_id", "=", trackId)
    .orderBy("match_year", "desc")
    .orderBy("version", "desc")
    .execute();
  return rows.map((row) => ({
    matchYear: row.match_year,
    version: row.version,
    counts: {
      started: row.started,
      ...(row.international !== null && { international: row.international }),
      ...(row.on_time !== null && { onTime: row.on_time }),
      ...(row.left_early !== null && { leftEarly: row.left_early }),
      ...(row.finished !== null && { finished: row.finished }),
      ...(row.boards_taken !== null && { boardsTaken: row.boards_taken }),
      ...(row.boards_passed !== null && { boardsPassed: row.boards_passed }),
    },
    review: row.review,
    author: row.author,
    at: row.at,
  }));
}

export interface NewClassOutcomes extends Omit<ClassOutcomes, "author"> {
  trackId: string;
  authorId: MemberId;
}

/** False when that version is there already: somebody else changed it meanwhile. */
export async function addClassOutcomes(db: Kysely<Database>, added: NewClassOutcomes): Promise<boolean> {
  const { counts } = added;
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto("class_outcomes")
    .values({
      track_id: added.trackId,
      match_year: added.matchYear,
      version: added.version,
      started: counts.started,
      international: counts.international ?? null,
      on_time: counts.onTime ?? null,
      left_early: counts.leftEarly ?? null,
      finished: counts.finished ?? null,
      boards_taken: counts.boardsTaken ?? null,
      boards_passed: counts.boardsPassed ?? null,
      review: added.review,
      author_id: added.authorId,
      at: added.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}
