// Photos of a season's applicants. The newest that was imported and not taken back counts; until it is imported a photo is
// nobody's. Who may see one, and whether the season shows them at all, is decided above.
import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { ApplicantId } from "../domain/ids";
import type { ApplicantPhotosTable, Database } from "./schema";

export type PhotoType = ApplicantPhotosTable["media_type"];

export interface NewPhoto {
  seasonId: string;
  importId: string;
  fileName: string;
  aamcId: string;
  mediaType: PhotoType;
  bytes: Buffer;
  at: Date;
}

export async function addPhoto(db: Kysely<Database>, photo: NewPhoto): Promise<void> {
  await db
    .insertInto("applicant_photos")
    .values({
      id: randomUUID(),
      season_id: photo.seasonId,
      import_id: photo.importId,
      file_name: photo.fileName,
      aamc_id: photo.aamcId,
      media_type: photo.mediaType,
      bytes: photo.bytes,
      applicant_id: null,
      at: photo.at,
      taken_back_at: null,
    })
    .execute();
}

/** Whose photo each file is, from now on. */
export async function givePhotos(
  trx: Kysely<Database>,
  importId: string,
  owners: ReadonlyMap<string, ApplicantId>,
  at: Date,
): Promise<void> {
  const given = [...owners].map(([aamcId, applicantId]) => ({ aamcId, applicantId }));
  await sql`UPDATE applicant_photos SET applicant_id = g."applicantId", at = ${at}
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS g("aamcId" text, "applicantId" uuid)
    WHERE import_id = ${importId} AND aamc_id = g."aamcId"`.execute(trx);
}

export async function takeBackPhotos(trx: Kysely<Database>, importId: string, at: Date): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable("applicant_photos")
    .set({ taken_back_at: at })
    .where("import_id", "=", importId)
    .where("applicant_id", "is not", null)
    .where("taken_back_at", "is", null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Applicants with a photo, by which import. */
export async function listPhotographed(
  db: Kysely<Database>,
  seasonId: string,
): Promise<{ applicantId: ApplicantId; importId: string }[]> {
  const { rows } = await sql<{ applicantId: ApplicantId; importId: string }>`
    SELECT DISTINCT ON (applicant_id) applicant_id AS "applicantId", import_id AS "importId" FROM applicant_photos
    WHERE season_id = ${seasonId} AND applicant_id IS NOT NULL AND taken_back_at IS NULL
    ORDER BY applicant_id, at DESC, id`.execute(db);
  return rows;
}

export const readPhoto = (
  db: Kysely<Database>,
  seasonId: string,
  applicantId: ApplicantId,
): Promise<{ mediaType: PhotoType; bytes: Buffer } | undefined> =>
  db
    .selectFrom("applicant_photos")
    .select(["media_type as mediaType", "bytes"])
    .where("season_id", "=", seasonId)
    .where("applicant_id", "=", applicantId)
    .where("taken_back_at", "is", null)
    .orderBy("at", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();

export async function arePhotosShown(db: Kysely<Database>, seasonId: string): Promise<boolean> {
  const row = await db.selectFrom("seasons").select("photos_shown").where("id", "=", seasonId).executeTakeFirst();
  return row?.photos_shown ?? false;
}

export async function showPhotos(db: Kysely<Database>, seasonId: string, isShown: boolean): Promise<void> {
  await db.updateTable("seasons").set({ photos_shown: isShown }).where("id", "=", seasonId).execute();
}
