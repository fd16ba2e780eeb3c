// What belongs to a program, table by table. Each table is here, or in `leftOut` with the reason: a test looks that a new one is
// in either, so that an export stays whole.
import { type RawBuilder, sql } from "kysely";

export interface ExportedTable {
  table: string;
  /** The name of its files; the table's where nothing is said. */
  file?: string;
  /** Which rows, of the table named `t`. */
  where: RawBuilder<unknown>;
  orderBy: readonly string[];
  /** All columns where nothing is said. */
  columns?: readonly string[];
  /** Times as the hash chain has them, so that it can be recomputed from the file. */
  isChain?: boolean;
}

/** Tables of no program, or of which nothing may leave. */
export const leftOut: Readonly<Record<string, string>> = {
  sessions: "whoever is signed in right now",
  sign_in_links: "ways in",
  sign_in_asks: "ways in",
  setup_links: "ways in",
  passwords: "ways in",
  sso_identities: "ways in",
  sso_flows: "ways in",
  invitations: "ways in",
  administrators: "the installation's",
  presenter_links: "ways in",
  open_calls: "when a call ends, which the log has too",
  sealed_ballots: "anonymous until they are revealed, and then in the log",
  join_codes: "ways in",
  join_tries: "counts of wrong passcodes, forgotten within a day",
  audit_chains: "the heads of the chains: the manifest has the program's",
  equity_checks: "what the equity check last showed, worked out from the logs",
  import_rows: "the rows of a file that is being imported, gone within a day",
  write_checks: "when writing was last tried",
  kysely_migration: "the database's own",
  kysely_migration_lock: "the database's own",
};

export function tablesOf(programId: string, meetingIds: readonly string[]): ExportedTable[] {
  const ofProgram = sql`t.program_id = ${programId}`;
  const meetings = sql`(SELECT m.id FROM meetings m JOIN tracks k ON k.id = m.track_id WHERE k.program_id = ${programId})`;
  const seasons = sql`(SELECT s.id FROM seasons s JOIN tracks k ON k.id = s.track_id WHERE k.program_id = ${programId})`;
  const tracks = sql`(SELECT k.id FROM tracks k WHERE k.program_id = ${programId})`;
  const inSeasons = (table: string, ...orderBy: string[]): ExportedTable => ({
    table,
    where: sql`t.season_id IN ${seasons}`,
    orderBy: ["season_id", ...orderBy],
  });
  const ofMeetings = sql`t.meeting_id IN ${meetings}`;
  const inMeetings = (table: string, ...orderBy: string[]): ExportedTable => ({
    table,
    where: ofMeetings,
    orderBy: ["meeting_id", ...orderBy],
  });
  return [
    { table: "programs", where: sql`t.id = ${programId}`, orderBy: ["id"] },
    { table: "tracks", where: ofProgram, orderBy: ["code"] },
    { table: "match_years", where: ofProgram, orderBy: ["year"] },
    { table: "memberships", where: ofProgram, orderBy: ["person_id"] },
    {
      table: "people",
      columns: ["id", "name", "email"],
      where: sql`t.id IN (SELECT person_id FROM memberships WHERE program_id = ${programId}
        UNION SELECT person_id FROM meeting_members WHERE meeting_id IN ${meetings})`,
      orderBy: ["id"],
    },
    { table: "retention_rules", where: ofProgram, orderBy: ["program_id"] },
    { table: "legal_holds", where: ofProgram, orderBy: ["placed_at", "id"] },
    { table: "meetings", where: sql`t.id IN ${meetings}`, orderBy: ["id"] },
    inMeetings("meeting_members", "person_id"),
    inMeetings("rehearsals"),
    inMeetings("applicants", "id"),
    inMeetings("rank_orders"),
    inMeetings("endorsements", "id"),
    inMeetings("flags", "id"),
    inMeetings("recusals", "member_id", "applicant_id"),
    inMeetings("locked_lists", "version"),
    inMeetings("pledges", "person_id"),
    {
      ...inMeetings("join_requests", "number"),
      columns: [
        "id",
        "meeting_id",
        "number",
        "person_id",
        "opened_at",
        "asked_at",
        "outcome",
        "decided_at",
        "decided_by",
      ],
    },
    { table: "seasons", where: sql`t.id IN ${seasons}`, orderBy: ["match_year", "id"] },
    inSeasons("imports", "created_at", "id"),
    { table: "import_mappings", where: ofProgram, orderBy: ["kind", "heading"] },
    inSeasons("imported_lists", "at", "id"),
    { table: "past_cycles", where: sql`t.track_id IN ${tracks}`, orderBy: ["track_id", "year", "at", "id"] },
    {
      table: "past_ranks",
      where: sql`t.cycle_id IN (SELECT id FROM past_cycles WHERE track_id IN ${tracks})`,
      orderBy: ["cycle_id", "rank"],
    },
    inSeasons("applicant_photos", "applicant_id", "at", "id"),
    inSeasons("season_recusals", "member_id", "applicant_id"),
    inSeasons("interviews", "applicant_id", "member_id"),
    inSeasons("interview_notes", "applicant_id", "author_id"),
    {
      table: "interview_note_versions",
      where: sql`t.note_id IN (SELECT id FROM interview_notes WHERE season_id IN ${seasons})`,
      orderBy: ["note_id", "version"],
    },
    inSeasons("note_reminders", "day", "person_id"),
    inSeasons("voice_weights", "member_id", "version"),
    inSeasons("rubric_versions", "version"),
    inSeasons("rubric_ratings", "applicant_id", "line", "version"),
    inSeasons("floor_exceptions", "at", "id"),
    inSeasons("open_questions", "asked_at", "id"),
    inSeasons("outside_contacts", "logged_at", "id"),
    // Of seasons that keep any; what a file that is being looked at holds is not anybody's yet.
    {
      ...inSeasons("equity_facts", "applicant_id", "at", "row"),
      where: sql`t.season_id IN ${seasons} AND t.applicant_id IS NOT NULL`,
    },
    {
      table: "funnel_counts",
      where: sql`t.track_id IN (SELECT id FROM tracks WHERE program_id = ${programId})`,
      orderBy: ["track_id", "match_year", "version"],
    },
    {
      table: "class_outcomes",
      where: sql`t.track_id IN (SELECT id FROM tracks WHERE program_id = ${programId})`,
      orderBy: ["track_id", "match_year", "version"],
    },
    { ...inMeetings("meeting_commands", "number"), isChain: true },
    ...meetingIds.map((id) => ({
      table: "meeting_events",
      file: `logs/${id}`,
      where: sql`t.meeting_id = ${id}`,
      orderBy: ["seq"],
      isChain: true,
    })),
    { table: "audit_entries", where: sql`t.chain_id = ${programId}`, orderBy: ["seq"], isChain: true },
  ];
}
