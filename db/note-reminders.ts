// Who was reminded of unwritten interview notes on which day: one mail a day for each person of a program (NOTE-6).
import type { Kysely } from "kysely";
import type { MemberId, ProgramId } from "../domain/ids";
import type { Database } from "./schema";

export interface ReminderDay {
  programId: ProgramId;
  /** ISO date, UTC. */
  day: string;
}

export async function listRemindedOn(
  db: Kysely<Database>,
  { programId, day }: ReminderDay,
): Promise<ReadonlySet<MemberId>> {
  const rows = await db
    .selectFrom("note_reminders")
    .select("person_id as id")
    .where("program_id", "=", programId)
    .where("day", "=", day)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** False when somebody was faster: then no mail may leave. */
export async function claimReminder(
  db: Kysely<Database>,
  reminder: ReminderDay & { personId: MemberId; seasonId: string; by: MemberId; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto("note_reminders")
    .values({
      program_id: reminder.programId,
      person_id: reminder.personId,
      day: reminder.day,
      season_id: reminder.seasonId,
      sent_by: reminder.by,
      sent_at: reminder.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

/** The mail did not leave, so it may be tried again that day. */
export async function releaseReminder(
  db: Kysely<Database>,
  { programId, day, personId }: ReminderDay & { personId: MemberId },
): Promise<void> {
  await db
    .deleteFrom("note_reminders")
    .where("program_id", "=", programId)
    .where("person_id", "=", personId)
    .where("day", "=", day)
    .execute();
}
