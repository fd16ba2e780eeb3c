// The applicants of a season as its log has them now, for whoever may read them: nothing of the withheld leaves here.
import type { Kysely } from "kysely";
import type { Applicant } from "../domain/applicant";
import { applicantSchema } from "../domain/applicant";
import type { ApplicantId } from "../domain/ids";
import { emptyOrder } from "../domain/rank-list";
import type { RankOrder } from "../domain/zone";
import type { Database } from "./schema";
import { logOf, type SeasonRow } from "./seasons";

/** By name. */
export async function listApplicantsOf(
  db: Kysely<Database>,
  season: SeasonRow,
  withheld: ReadonlySet<ApplicantId>,
): Promise<Applicant[]> {
  const rows = await applicantRows(db, season).orderBy("name").orderBy("id").execute();
  return rows.flatMap((row) => (withheld.has(row.id) ? [] : [applicantOf(row)]));
}

/** Where everybody stands in the season's list; its readers leave out the withheld. */
export async function readPlaces(db: Kysely<Database>, season: SeasonRow): Promise<RankOrder> {
  const row = await db
    .selectFrom("rank_orders")
    .select(["protected", "middle", "red", "unplaced"])
    .where("meeting_id", "=", logOf(season))
    .executeTakeFirst();
  return row ?? emptyOrder;
}

/** Everybody who has a rank in the season's list as it stands; its readers leave out the withheld. */
export async function readRankedIds(db: Kysely<Database>, season: SeasonRow): Promise<ReadonlySet<ApplicantId>> {
  const places = await readPlaces(db, season);
  return new Set([...places.protected, ...places.middle]);
}
/** Undefined for the unknown and for the withheld alike (SEE-1). */
export async function findApplicantOf(
  db: Kysely<Database>,
  season: SeasonRow,
  applicantId: ApplicantId,
  withheld: ReadonlySet<ApplicantId>,
): Promise<Applicant | undefined> {
  if (withheld.has(applicantId)) return undefined;
  const row = await applicantRows(db, season).where("id", "=", applicantId).executeTakeFirst();
  return row && applicantOf(row);
}

const applicantRows = (db: Kysely<Database>, season: SeasonRow) =>
  db.selectFrom("applicants").select(["id", "withdrawn", "facts"]).where("meeting_id", "=", logOf(season));

const applicantOf = ({ facts, id, withdrawn }: { facts: unknown; id: string; withdrawn: boolean }): Applicant =>
  applicantSchema.parse({ ...(facts as object), id, withdrawn });
