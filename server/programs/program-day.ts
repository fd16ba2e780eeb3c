// A program's day at a moment, for whoever asks what is due today or held already (DAY-1).
import type { Kysely } from "kysely";
import { timeZoneOf } from "../../db/programs";
import type { Database } from "../../db/schema";
import type { ProgramId } from "../../domain/ids";
import { dayIn } from "../../domain/program-day";

/** ISO date. */
export const programDay = async (db: Kysely<Database>, programId: ProgramId, at: Date): Promise<string> =>
  dayIn(await timeZoneOf(db, programId), at);
