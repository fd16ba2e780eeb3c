// Preliminary lists that came as files: where the builder may start from. The newest that was not taken back counts.
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { ApplicantId } from "../domain/ids";
import type { Zone } from "../domain/zone";
import type { Database } from "./schema";

/** Applicants by zone, best first; red in no order. */
export type ImportedList = Record<Zone, ApplicantId[]> & { at: Date };

export function readImportedList(db: Kysely<Database>, seasonId: string): Promise<ImportedList | undefined> {
  return db
    .selectFrom("imported_lists")
    .select(["protected", "middle", "red", "at"])
    .where("season_id", "=", seasonId)
    .where("taken_back_at", "is", null)
    .orderBy("at", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
}

export async function addImportedList(
  trx: Kysely<Database>,
  list: ImportedList & { seasonId: string; importId: string },
): Promise<void> {
  const { seasonId, importId, at, protected: top, middle, red } = list;
  await trx
    .insertInto("imported_lists")
    .values({
      id: randomUUID(),
      season_id: seasonId,
      import_id: importId,
      protected: top,
      middle,
      red,
      at,
      taken_back_at: null,
    })
    .execute();
}

export async function takeBackImportedList(trx: Kysely<Database>, importId: string, at: Date): Promise<void> {
  await trx
    .updateTable("imported_lists")
    .set({ taken_back_at: at })
    .where("import_id", "=", importId)
    .where("taken_back_at", "is", null)
    .execute();
}
