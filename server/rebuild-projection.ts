// Folds a log again and compares the outcome with the projected tables, in one transaction: the proof that replay equals
// projection, and the repair where it does not.
import { type Kysely, sql, type Transaction } from "kysely";
import { readEvents } from "../db/event-log";
import { canonicalJson } from "../db/hash-chain";
import { type Applied, project, projectedTables } from "../db/projection";
import type { Database } from "../db/schema";
import { statesAfter } from "../domain/apply";
import type { MeetingId } from "../domain/ids";
import { currentVersion, emptyMeeting, type MeetingState } from "../domain/meeting";
import { places } from "../domain/zone";

/** Tables whose rows differed from the replay; empty when projection and replay are the same (LOG-3). */
export async function rebuildMeeting(
  db: Kysely<Database>,
  meetingId: MeetingId,
  { keep }: { keep: boolean },
): Promise<string[]> {
  let differing: string[] = [];
  const work = async (trx: Transaction<Database>): Promise<void> => {
    await trx.selectFrom("meetings").select("id").where("id", "=", meetingId).forUpdate().execute();
    const before = await snapshotOf(trx, meetingId);
    const events = await readEvents(trx, meetingId, 0);
    const states = statesAfter(emptyMeeting(meetingId), events);
    const applied = events.map((event, index): Applied => ({ event, after: states[index] as MeetingState }));
    for (const table of projectedTables) await trx.deleteFrom(table).where("meeting_id", "=", meetingId).execute();
    await project(trx, meetingId, applied);
    await writeHead(trx, states.at(-1) ?? emptyMeeting(meetingId));
    const after = await snapshotOf(trx, meetingId);
    differing = Object.keys(after).filter((table) => before[table] !== after[table]);
    if (!keep) throw new Undo();
  };
  await db
    .transaction()
    .execute(work)
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  return differing;
}

/** Thrown to leave the database as it was. */
class Undo extends Error {}

async function writeHead(trx: Transaction<Database>, state: MeetingState): Promise<void> {
  const { order } = state;
  const lists = Object.fromEntries(places.map((place) => [place, [...order[place]]])) as Record<
    (typeof places)[number],
    string[]
  >;
  if (state.seq === 0) return;
  await trx
    .insertInto("rank_orders")
    .values({ meeting_id: state.id, seq: state.seq, ...lists })
    .onConflict((conflict) => conflict.column("meeting_id").doUpdateSet({ seq: state.seq, ...lists }))
    .execute();
  await trx
    .updateTable("meetings")
    .set({ seq: state.seq, phase: state.phase, list_version: currentVersion(state), quota: state.quota })
    .where("id", "=", state.id)
    .execute();
}

async function snapshotOf(trx: Transaction<Database>, meetingId: MeetingId): Promise<Record<string, string>> {
  const snapshot: Record<string, string> = {};
  for (const table of [...projectedTables, "rank_orders", "locked_lists"] as const) {
    const { rows } = await sql<{ row: unknown }>`
      SELECT to_jsonb(t) AS row FROM ${sql.table(table)} t WHERE meeting_id = ${meetingId}
      ORDER BY to_jsonb(t)::text COLLATE "C"`.execute(trx);
    snapshot[table] = canonicalJson(rows);
  }
  const { rows } = await sql`
    SELECT seq, phase, list_version, quota FROM meetings WHERE id = ${meetingId}`.execute(trx);
  snapshot.meetings = canonicalJson(rows);
  return snapshot;
}
