// The rubric of a season: every change is a new version with who, when and why, and none is ever changed. Version 0 is the
// default, which nobody wrote.
import type { Kysely } from "kysely";
import type { MemberId } from "../domain/ids";
import { defaultRubric, type Rubric } from "../domain/rubric";
import { rubricSchema } from "../domain/rubric-schema";
import type { Database } from "./schema";

export interface RubricVersion {
  version: number;
  rubric: Rubric;
  /** Null: the default. */
  written: { authorId: MemberId; at: Date; reason: string } | null;
}

const defaultVersion: RubricVersion = { version: 0, rubric: defaultRubric, written: null };

/** Newest first, the default last. */
export async function listRubricVersions(db: Kysely<Database>, seasonId: string): Promise<RubricVersion[]> {
  const rows = await versionsOf(db, seasonId).execute();
  return [...rows.map(versionOf), defaultVersion];
}

/** The one that holds now; the default while there is none. */
export async function readRubricVersion(db: Kysely<Database>, seasonId: string): Promise<RubricVersion> {
  const row = await versionsOf(db, seasonId).limit(1).executeTakeFirst();
  return row ? versionOf(row) : defaultVersion;
}

export const readRubric = async (db: Kysely<Database>, seasonId: string): Promise<Rubric> =>
  (await readRubricVersion(db, seasonId)).rubric;

const versionsOf = (db: Kysely<Database>, seasonId: string) =>
  db
    .selectFrom("rubric_versions")
    .select(["version", "content", "reason", "at", "author_id as authorId"])
    .where("season_id", "=", seasonId)
    .orderBy("version", "desc");

const versionOf = (row: { version: number; content: unknown; reason: string; at: Date; authorId: string }) => ({
  version: row.version,
  rubric: rubricSchema.parse(row.content),
  written: { authorId: row.authorId, at: row.at, reason: row.reason },
});

/** False when that version is there already: somebody else changed the rubric meanwhile. */
export async function addRubricVersion(
  db: Kysely<Database>,
  added: { seasonId: string; version: number; rubric: Rubric; reason: string; authorId: MemberId; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto("rubric_versions")
    .values({
      season_id: added.seasonId,
      version: added.version,
      content: added.rubric,
      reason: added.reason,
      author_id: added.authorId,
      at: added.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}
