// What an import of applicants did, read off the log that it is in: the events of its command, and how things stood before them.
import { type Kysely, sql } from "kysely";
import { readEvents } from "../../db/event-log";
import type { Database } from "../../db/schema";
import { applyAll } from "../../domain/apply";
import { type UndoImport, undoImportSchema } from "../../domain/commands";
import type { ApplicantId, MeetingId } from "../../domain/ids";
import { changesBetween, type Kept } from "../../domain/import-plan";
import { emptyMeeting } from "../../domain/meeting";
import { anchorOf } from "../../domain/rank-list";
import { factLabel } from "./fact-words";
import type { KeptThing } from "./work";

/** The command that takes it back. */
export async function deedOf(db: Kysely<Database>, logId: MeetingId, importId: string): Promise<UndoImport> {
  const events = await readEvents(db, logId, 0);
  const first = events.findIndex(({ commandId }) => commandId === importId);
  const own = first < 0 ? [] : events.filter(({ commandId }) => commandId === importId);
  const before = applyAll(emptyMeeting(logId), events.slice(0, Math.max(first, 0)));
  return undoImportSchema.parse({
    type: "undoImport",
    added: own.flatMap((event) => (event.type === "applicantAdded" ? [event.applicant] : [])),
    changed: own.flatMap((event) => {
      const known = event.type === "applicantFileChanged" ? before.applicants[event.applicantId] : undefined;
      if (event.type !== "applicantFileChanged" || !known) return [];
      return [{ applicantId: known.id, changes: changesBetween(known, event.facts) }];
    }),
    withdrawn: own.flatMap((event) =>
      event.type === "applicantWithdrawn"
        ? [{ applicantId: event.applicantId, back: anchorOf(before.order, event.applicantId) ?? null }]
        : [],
    ),
  } satisfies Record<keyof UndoImport, unknown>);
}

/** Of these applicants, those about whom the season has something beside the list. */
export async function findOnRecord(
  db: Kysely<Database>,
  seasonId: string,
  applicantIds: readonly ApplicantId[],
): Promise<ReadonlySet<ApplicantId>> {
  const tables = ["interviews", "interview_notes", "season_recusals", "open_questions", "outside_contacts"] as const;
  const found = new Set<ApplicantId>();
  for (const table of tables) {
    const { rows } = await sql<{ id: ApplicantId }>`
      SELECT DISTINCT applicant_id AS id FROM ${sql.table(table)}
      WHERE season_id = ${seasonId} AND applicant_id = ANY(${applicantIds}::uuid[])`.execute(db);
    for (const { id } of rows) found.add(id);
  }
  return found;
}

export const keptThing = ({ applicantId, field, reason }: Kept): KeptThing => ({
  applicantId,
  ...(field && { what: factLabel(field) }),
  why: reason,
});
