// What a file of applicants keeps apart for the equity check (EQUITY-1): taken in with its upload, and on record once it is done.
import type { Kysely } from "kysely";
import { appendAudit, type NewAuditEntry } from "../../db/audit-trail";
import {
  addEquityRows,
  type EquityCells,
  type EquityFile,
  keepsEquityFacts,
  settleEquityRows,
} from "../../db/equity-facts";
import type { Database } from "../../db/schema";

/** Asked again, and held: somebody may be turning it off right now. */
export async function addApart(trx: Kysely<Database>, file: EquityFile, rows: readonly EquityCells[]): Promise<void> {
  if (await keepsEquityFacts(trx, file.seasonId, { holds: true })) await addEquityRows(trx, file, rows);
}

export async function settleApart(
  trx: Kysely<Database>,
  importId: string,
  said: Omit<NewAuditEntry, "action">,
): Promise<void> {
  const applicants = await settleEquityRows(trx, importId);
  if (applicants === 0) return;
  await appendAudit(trx, [{ ...said, action: "equityFactsKept", detail: { ...said.detail, applicants } }]);
}
