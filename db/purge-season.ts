// What a purge takes of the tables beside a season's logs: every table that belongs to seasons is here, with what it is counted as
// or why it stays; a test looks that none is missing. They go with the log that the season's applicants are in, in the same
// transaction (decision 0042).
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { MeetingId } from "../domain/ids";
import type { SeasonTaken, SeasonTakenKind } from "../domain/retention";
import type { Database } from "./schema";

export type SeasonTableRule = { takenAs: SeasonTakenKind } | { stays: string };

/** In an order in which they can be emptied. */
export const seasonTables: Readonly<Record<string, SeasonTableRule>> = {
  interview_note_versions: { takenAs: "interviewNotes" },
  interview_notes: { takenAs: "interviewNotes" },
  note_reminders: { takenAs: "interviews" },
  interviews: { takenAs: "interviews" },
  season_recusals: { takenAs: "seasonRecusals" },
  rubric_ratings: { takenAs: "ratings" },
  floor_exceptions: { takenAs: "ratings" },
  open_questions: { takenAs: "questions" },
  outside_contacts: { takenAs: "contacts" },
  equity_facts: { takenAs: "equityFacts" },
  equity_checks: { takenAs: "equityFacts" },
  import_rows: { takenAs: "imports" },
  imports: { takenAs: "imports" },
  imported_lists: { takenAs: "imports" },
  applicant_photos: { takenAs: "photos" },
  voice_weights: { stays: "how much members' voices weighed in tallies, about no applicant" },
  rubric_versions: { stays: "weights and rules, about nobody: how people were chosen" },
  seasons: { stays: "that there was one" },
};

/** Belong to a track's match year without naming a season. */
export const yearTables: Readonly<Record<string, SeasonTableRule>> = {
  funnel_counts: { stays: "counts, about nobody: what later years are compared with" },
  class_outcomes: { stays: "counts of whole classes, about no applicant: the program's own past" },
};

const taken = Object.entries(seasonTables).flatMap(([table, rule]) =>
  "takenAs" in rule ? [{ table, kind: rule.takenAs }] : [],
);

/** The season whose tables go with this log: with its meeting's, or with its draft's where there never was a meeting. */
const seasonOf = (meetingId: MeetingId): RawBuilder<unknown> =>
  sql`(SELECT id FROM seasons WHERE coalesce(meeting_id, draft_id) = ${meetingId})`;

/** What belongs to something of a season, and has none of its own. */
const parents: Readonly<Record<string, { column: string; table: string }>> = {
  interview_note_versions: { column: "note_id", table: "interview_notes" },
  import_rows: { column: "import_id", table: "imports" },
};

function rowsOf(table: string, meetingId: MeetingId): RawBuilder<unknown> {
  const parent = parents[table];
  const ofSeason = sql`season_id IN ${seasonOf(meetingId)}`;
  return parent
    ? sql`${sql.ref(parent.column)} IN (SELECT id FROM ${sql.table(parent.table)} WHERE ${ofSeason})`
    : ofSeason;
}

export async function countSeason(db: Kysely<Database>, meetingId: MeetingId): Promise<SeasonTaken> {
  const counts = taken.map(
    ({ table, kind }) =>
      sql`SELECT ${kind}::text AS kind, count(*) AS count FROM ${sql.table(table)} WHERE ${rowsOf(table, meetingId)}`,
  );
  const { rows } = await sql<{ kind: SeasonTakenKind; count: number }>`
    ${sql.join(counts, sql` UNION ALL `)}`.execute(db);
  const sums: Record<string, number> = {};
  for (const { kind, count } of rows) sums[kind] = (sums[kind] ?? 0) + count;
  return sums as SeasonTaken;
}

export async function takeSeason(trx: Kysely<Database>, meetingId: MeetingId): Promise<void> {
  for (const { table } of taken) {
    await sql`DELETE FROM ${sql.table(table)} WHERE ${rowsOf(table, meetingId)}`.execute(trx);
  }
}
