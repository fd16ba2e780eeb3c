// The applicants of a season as its log has them now, for whoever may read them: nothing of the withheld leaves here.
import type { Kysely } from "kysely";
import type { Applicant } from "../domain/applicant";
import { applicantSchema } from "../domain/applicant";
import type { ApplicantId } from "../domain/ids";
import type { Database } from "./schema";
import { logOf, type SeasonRow } from "./seasons";

/** By name. */
export async function listApplicantsOf(
  db: Kysely<Database>,
  season: SeasonRow,
  withheld: ReadonlySet<ApplicantId>,
): Promise<Applicant[]> {
  const rows = await db
    .selectFrom("applicants")
    .select(["id", "withdrawn", "facts"])
    .where("meeting_id", "=", logOf(season))
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.flatMap(({ facts, id, withdrawn }) =>
    withheld.has(id) ? [] : [applicantSchema.parse({ ...(facts as object), id, withdrawn })],
  );
}

/** Everybody who has a rank in the season's list as it stands; its readers leave out the withheld. */
export async function readRankedIds(db: Kysely<Database>, season: SeasonRow): Promise<ReadonlySet<ApplicantId>> {
  const row = await db
    .selectFrom("rank_orders")
    .select(["protected", "middle"])
    .where("meeting_id", "=", logOf(season))
    .executeTakeFirst();
  return new Set([...(row?.protected ?? []), ...(row?.middle ?? [])]);
}
