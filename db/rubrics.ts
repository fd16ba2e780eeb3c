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
  /** Undefined of the default. */
  written?: { by: string; at: Date; reason: string };
}

export const defaultVersion: RubricVersion = { version: 0, rubric: defaultRubric };

/** Newest first, the default last. People are named as their program writes them. */
export async function listRubricVersions(db: Kysely<Database>, seasonId: string): Promise<RubricVersion[]> {
  const rows = await db
    .selectFrom("rubric_versions")
    .innerJoin("seasons", "seasons.id", "rubric_versions.season_id")
    .innerJoin("tracks", "tracks.id", "seasons.track_id")
    .innerJoin("people", "people.id", "rubric_versions.author_id")
    .leftJoin("memberships", (join) =>
      join.onRef("memberships.person_id", "=", "people.id").onRef("memberships.program_id", "=", "tracks.program_id"),
    )
    .select(({ fn }) => [
      "rubric_versions.version",
      "rubric_versions.content",
      "rubric_versions.reason",
      "rubric_versions.at",
      fn.coalesce("memberships.name", "people.name").as("by"),
    ])
    .where("rubric_versions.season_id", "=", seasonId)
    .orderBy("rubric_versions.version", "desc")
    .execute();
  const written = rows.map(({ version, content, by, at, reason }) => ({
    version,
    rubric: rubricSchema.parse(content),
    written: { by, at, reason },
  }));
  return [...written, defaultVersion];
}

/** The current version, or the default. */
export async function readRubric(db: Kysely<Database>, seasonId: string): Promise<Rubric> {
  const row = await db
    .selectFrom("rubric_versions")
    .select("content")
    .where("season_id", "=", seasonId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? rubricSchema.parse(row.content) : defaultRubric;
}

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
