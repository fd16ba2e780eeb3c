// What an import at the console keeps for the equity check of its season, where a director has turned that on (EQUITY-1): after the
// files are in the log, in one transaction, and on record.
import type { Kysely } from "kysely";
import { appendAudit } from "../db/audit-trail";
import { addEquityRows, forgetConsoleRows, keepsEquityFacts } from "../db/equity-facts";
import type { Database } from "../db/schema";
import { findSeasonOf } from "../db/seasons";
import type { MeetingId } from "../domain/ids";
import { finderOf } from "../domain/import-plan";
import { systemClock } from "./clock";
import type { EquityOfApplicant } from "./import/equity-columns";
import type { LiveMeetings } from "./live-meetings";

interface EquityImportParts {
  db: Kysely<Database>;
  live: LiveMeetings;
}

/** `read` is asked only where the season keeps any. Resolves to how many applicants something was kept of. */
export async function keepFromConsole(
  { db, live }: EquityImportParts,
  meetingId: MeetingId,
  read: () => readonly EquityOfApplicant[],
): Promise<number> {
  const season = await findSeasonOf(db, meetingId);
  const state = await live.fresh(db, meetingId);
  if (!season || !state) return 0;
  const find = finderOf(state);
  return db.transaction().execute(async (trx) => {
    if (!(await keepsEquityFacts(trx, season.id, { holds: true }))) return 0;
    const rows = read().flatMap(({ row, facts, aamcId, nrmpId }) => {
      const [known] = find({ aamcId, nrmpId });
      return known ? [{ row, facts, applicantId: known.id }] : [];
    });
    if (rows.length === 0) return 0;
    const at = systemClock();
    await forgetConsoleRows(
      trx,
      season.id,
      rows.map(({ applicantId }) => applicantId),
    );
    await addEquityRows(trx, { seasonId: season.id, importId: null, at }, rows);
    const detail = { applicants: rows.length, matchYear: season.matchYear };
    const said = { programId: season.programId, actorId: null, subject: {}, outcome: "done", at } as const;
    await appendAudit(trx, [{ ...said, action: "equityFactsKept", detail }]);
    return rows.length;
  });
}
