// The tables as Kysely sees them; columns keep their names in PostgreSQL. The last migration and this file say the same.
// What may be changed is in the projections: `meeting_events`, `locked_lists` and `audit_entries` refuse it by trigger; a purge
// is the one exception of the first two.
import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { ImportKind, PastOutcome } from "../domain/import-kinds";
import type { MeetingKind } from "../domain/meeting-kind";

/** Given as a Date, or left to `now()`. */
type CreatedAt = ColumnType<Date, Date | undefined, never>;
/** Hand objects to it; an array has to be JSON text, or node-postgres takes it for a PostgreSQL array. */
type Json = ColumnType<unknown, unknown, unknown>;

export interface Database {
  people: PeopleTable;
  programs: ProgramsTable;
  tracks: TracksTable;
  memberships: MembershipsTable;
  meetings: MeetingsTable;
  meeting_commands: MeetingCommandsTable;
  meeting_events: MeetingEventsTable;
  rank_orders: RankOrdersTable;
  applicants: ApplicantsTable;
  endorsements: EndorsementsTable;
  flags: FlagsTable;
  recusals: RecusalsTable;
  meeting_members: MeetingMembersTable;
  locked_lists: LockedListsTable;
  sessions: SessionsTable;
  sign_in_links: SignInLinksTable;
  sign_in_asks: SignInAsksTable;
  match_years: MatchYearsTable;
  administrators: AdministratorsTable;
  setup_links: SetupLinksTable;
  invitations: InvitationsTable;
  audit_chains: AuditChainsTable;
  audit_entries: AuditEntriesTable;
  retention_rules: RetentionRulesTable;
  legal_holds: LegalHoldsTable;
  join_codes: JoinCodesTable;
  join_requests: JoinRequestsTable;
  join_tries: JoinTriesTable;
  pledges: PledgesTable;
  passwords: PasswordsTable;
  sso_identities: SsoIdentitiesTable;
  sso_flows: SsoFlowsTable;
  open_calls: OpenCallsTable;
  presenter_links: PresenterLinksTable;
  sealed_ballots: SealedBallotsTable;
  seasons: SeasonsTable;
  imports: ImportsTable;
  import_rows: ImportRowsTable;
  import_mappings: ImportMappingsTable;
  imported_lists: ImportedListsTable;
  past_cycles: PastCyclesTable;
  past_ranks: PastRanksTable;
  applicant_photos: ApplicantPhotosTable;
  season_recusals: SeasonRecusalsTable;
  interviews: InterviewsTable;
  interview_notes: InterviewNotesTable;
  interview_note_versions: InterviewNoteVersionsTable;
  note_reminders: NoteRemindersTable;
  voice_weights: VoiceWeightsTable;
  rubric_versions: RubricVersionsTable;
  rubric_ratings: RubricRatingsTable;
  floor_exceptions: FloorExceptionsTable;
  open_questions: OpenQuestionsTable;
  outside_contacts: OutsideContactsTable;
  funnel_counts: FunnelCountsTable;
  class_outcomes: ClassOutcomesTable;
  rehearsals: RehearsalsTable;
  equity_facts: EquityFactsTable;
  equity_checks: EquityChecksTable;
  write_checks: WriteChecksTable;
}

export interface PeopleTable {
  id: string;
  name: string;
  email: string;
  created_at: CreatedAt;
}

export interface ProgramsTable {
  id: string;
  name: string;
  /** Its people sign in through single sign-on only, where the installation has it. */
  sso_required: Generated<boolean>;
  created_at: CreatedAt;
  flag_authors_shown: Generated<boolean>;
  /** IANA name. */
  time_zone: Generated<string>;
  /** Counts the changes of roster and settings, so that meetings can follow them in order. */
  version: Generated<number>;
}

export interface TracksTable {
  id: string;
  program_id: string;
  code: string;
  name: string;
  quota: Generated<number>;
}

export interface MatchYearsTable {
  program_id: string;
  year: number;
  dates: Json;
  created_at: CreatedAt;
}

export interface MembershipsTable {
  program_id: string;
  person_id: string;
  /** As this program writes it. */
  name: string;
  role: RoleColumn;
  created_at: CreatedAt;
  /** `invited`: on the roster, and has not been here yet. */
  state: Generated<"invited" | "active" | "removed">;
  invited_at: Date | null;
  joined_at: Date | null;
  removed_at: Date | null;
  removed_by: string | null;
  removed_reason: string | null;
}

export interface MeetingsTable {
  id: string;
  track_id: string;
  title: string;
  match_year: number;
  quota: number;
  seq: Generated<number>;
  head_hash: string | null;
  /** How many answers were given, and the last one's hash (LOG-5). */
  answers: Generated<number>;
  answers_hash: string | null;
  phase: Generated<"open" | "locked" | "purged">;
  list_version: Generated<number>;
  program_version: Generated<number>;
  created_at: CreatedAt;
  /** A draft is the log of a preliminary list while it is made; a rehearsal a practice copy of either. */
  kind: Generated<MeetingKind>;
}

export interface MeetingCommandsTable {
  meeting_id: string;
  /** From 1, in the order of answers. */
  number: number;
  command_id: string;
  actor_id: string | null;
  type: string;
  answer: Json;
  at: Date;
  answer_hash: string;
  prev_hash: string | null;
  hash: string;
}

export interface MeetingEventsTable {
  meeting_id: string;
  seq: number;
  command_id: string;
  actor_id: string | null;
  at: Date;
  type: string;
  payload: Json;
  payload_hash: string;
  prev_hash: string | null;
  hash: string;
  /** Where the answers stood; null in events of before there was a chain of answers, and before the first. */
  answers_hash: string | null;
}

export interface RankOrdersTable {
  meeting_id: string;
  seq: number;
  protected: string[];
  middle: string[];
  red: string[];
  unplaced: string[];
}

export interface ApplicantsTable {
  meeting_id: string;
  id: string;
  name: string;
  aamc_id: string | null;
  nrmp_id: string | null;
  withdrawn: Generated<boolean>;
  facts: Json;
}

export interface EndorsementsTable {
  meeting_id: string;
  id: string;
  applicant_id: string;
  member_id: string;
  strength: string;
  relationship: string | null;
  evidence: string | null;
  at: Date;
  struck_at: Date | null;
  struck_reason: string | null;
}

export interface FlagsTable {
  meeting_id: string;
  id: string;
  applicant_id: string;
  member_id: string;
  category: string;
  provenance: string;
  sentence: string;
  status: string;
  decided_by: string | null;
  decided_reason: string | null;
  at: Date;
  struck_at: Date | null;
  struck_reason: string | null;
}

export interface RecusalsTable {
  meeting_id: string;
  member_id: string;
  applicant_id: string;
  at: Date;
}

export interface MeetingMembersTable {
  meeting_id: string;
  person_id: string;
  name: string;
  role: RoleColumn;
  active: Generated<boolean>;
}

export interface LockedListsTable {
  meeting_id: string;
  version: number;
  sha256: string;
  entries: Json;
  r3_text: string;
  locked_by: string;
  locked_at: Date;
}

export interface SessionsTable {
  /** What pages, sockets and notices call the session by. */
  id: Generated<string>;
  /** SHA-256 of the cookie's token: whoever reads this table cannot sign in with it. */
  token_hash: string;
  person_id: string;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  user_agent: string | null;
  /** Set: the session is limited to this meeting (JOIN-4). */
  meeting_id: ColumnType<string | null, string | null | undefined, never>;
  method: "link" | "password" | "sso" | "demo" | "passcode";
  /** When whoever holds it last proved who they are. */
  proved_at: Date | null;
}

export interface SignInLinksTable extends UsedByColumn {
  token_hash: string;
  person_id: string;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

interface UsedByColumn {
  /** SHA-256 of the token that names the browser which used it. */
  used_by: ColumnType<string | null, undefined, string | null>;
}

export interface SignInAsksTable {
  id: string;
  browser_hash: string;
  link_hash: string | null;
  code_hash: string | null;
  wrong_tries: Generated<number>;
  expires_at: Date;
}

export interface AdministratorsTable {
  person_id: string;
  created_at: CreatedAt;
}

export interface SetupLinksTable extends UsedByColumn {
  token_hash: string;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

export interface InvitationsTable extends UsedByColumn {
  token_hash: string;
  program_id: string;
  person_id: string;
  created_by: string;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
  /** A newer one was sent, or the person was removed. */
  voided_at: Date | null;
}

export interface AuditChainsTable {
  /** The program's, or the installation's (db/audit-trail.ts). */
  id: string;
  seq: Generated<number>;
  head_hash: string | null;
}

export interface AuditEntriesTable {
  chain_id: string;
  seq: number;
  id: string;
  actor_id: string | null;
  at: Date;
  action: string;
  payload: Json;
  payload_hash: string;
  prev_hash: string | null;
  hash: string;
  outcome: GeneratedAlways<"done" | "refused">;
  person_id: GeneratedAlways<string | null>;
  meeting_id: GeneratedAlways<string | null>;
  applicant_id: GeneratedAlways<string | null>;
}

export interface RetentionRulesTable {
  program_id: string;
  years: number;
}

export interface LegalHoldsTable {
  id: string;
  program_id: string;
  reason: string;
  placed_by: string;
  placed_at: Date;
  lifted_by: string | null;
  lifted_at: Date | null;
  lifted_reason: string | null;
}

export interface JoinCodesTable {
  id: string;
  meeting_id: string;
  code_hash: string;
  /** What opens the door, and is shown to those who may show it; null once it has ended. */
  code: string | null;
  passcode: string | null;
  seat_limit: number;
  wrong_tries: Generated<number>;
  created_by: string;
  created_at: Date;
  expires_at: Date;
  ended_at: Date | null;
  ended_by: string | null;
}

export interface JoinRequestsTable {
  id: string;
  /** Later requests have higher ones. */
  number: ColumnType<number, never, never>;
  code_id: string;
  meeting_id: string;
  /** SHA-256 of the token that the device keeps in a cookie. */
  device_hash: string;
  /** The passcode was right. */
  opened_at: Date;
  person_id: string | null;
  /** Asks for a name that is in use on another device. */
  continues: Generated<boolean>;
  /** The pledge was given, and from here on it waits. */
  asked_at: Date | null;
  outcome: "admitted" | "refused" | "withdrawn" | "replaced" | null;
  decided_at: Date | null;
  decided_by: string | null;
  /** Said with a refusal. */
  sentence: string | null;
  /** The session that the admission gave. */
  session_hash: string | null;
}

export interface JoinTriesTable {
  key: string;
  wrong: number;
  last_at: Date;
  wait_until: Date | null;
}

export interface PledgesTable {
  meeting_id: string;
  person_id: string;
  pledged_at: Date;
}

export interface PasswordsTable {
  person_id: string;
  /** scrypt, with its parameters and its salt (server/auth/password-hash). */
  hash: string;
  changed_at: Date;
}

export interface SsoIdentitiesTable {
  issuer: string;
  subject: string;
  person_id: string;
  /** What the provider calls the account, to be shown to its owner. Nothing is decided by it. */
  label: string;
  linked_at: Date;
}

export interface SsoFlowsTable {
  /** SHA-256 of the token in the browser's cookie: a flow ends in the browser that began it. */
  token_hash: string;
  state: string;
  nonce: string;
  code_verifier: string;
  /** Whom the account will be connected to; null: somebody signs in with one that is connected already. */
  connects_person_id: string | null;
  return_to: string;
  expires_at: Date;
  /** The provider was told to ask for the account, whoever is signed in there. */
  asks_anew: Generated<boolean>;
  /** Of the session that it is to be a proof for; null: it begins one. */
  proves_session_id: ColumnType<string | null, string | null | undefined, never>;
}

export interface OpenCallsTable {
  meeting_id: string;
  call_id: string;
  ends_at: Date;
}

export interface PresenterLinksTable {
  token_hash: string;
  meeting_id: string;
  created_by: string;
  created_at: Date;
  expires_at: Date;
  ended_at: Date | null;
}

export interface SealedBallotsTable {
  id: Generated<string>;
  meeting_id: string;
  round_id: string;
  applicant_id: string;
  choice: string;
  line: string | null;
}

export interface SeasonsTable {
  id: string;
  track_id: string;
  match_year: number;
  draft_id: string | null;
  meeting_id: string | null;
  created_at: CreatedAt;
  /** Off unless the program director says otherwise. */
  photos_shown: Generated<boolean>;
  /** Off unless the program director says otherwise. */
  keeps_equity_facts: Generated<boolean>;
}

export interface ImportsTable {
  id: string;
  season_id: string;
  kind: ImportKind;
  state: "uploaded" | "checking" | "checked" | "committing" | "done" | "undone";
  started_by: string;
  file_name: string;
  headers: Json;
  dropped: Json;
  notes: Json;
  fields: Json;
  progress: Generated<number>;
  stop_asked: Generated<boolean>;
  told: string | null;
  created_at: Date;
  beat_at: Date | null;
  log_id: string | null;
  command_id: string | null;
  deed: Json;
  done_at: Date | null;
  undone_at: Date | null;
  kept: Json;
  taken_back: number | null;
}

export interface ImportRowsTable {
  import_id: string;
  row: number;
  cells: Json;
  outcome: "new" | "changed" | "unchanged" | "bad" | "withheld" | "otherTrack" | null;
  applicant_id: string | null;
  name: string | null;
  changes: Json;
  problems: Json;
}

export interface ImportMappingsTable {
  program_id: string;
  kind: string;
  heading: string;
  field: string | null;
}

export interface ImportedListsTable {
  id: string;
  season_id: string;
  import_id: string;
  protected: string[];
  middle: string[];
  red: string[];
  at: Date;
  taken_back_at: Date | null;
}

export interface PastCyclesTable {
  id: string;
  track_id: string;
  year: number;
  quota: number;
  import_id: string;
  at: Date;
  taken_back_at: Date | null;
}

export interface PastRanksTable {
  cycle_id: string;
  rank: number;
  outcome: PastOutcome;
  signal: string | null;
}

export interface ApplicantPhotosTable {
  id: string;
  season_id: string;
  import_id: string;
  file_name: string;
  aamc_id: string;
  media_type: "image/jpeg" | "image/png" | "image/webp";
  bytes: Buffer;
  applicant_id: string | null;
  at: Date;
  taken_back_at: Date | null;
}

export interface SeasonRecusalsTable {
  season_id: string;
  member_id: string;
  applicant_id: string;
  reason: string | null;
  at: Date;
}

export interface InterviewsTable {
  season_id: string;
  applicant_id: string;
  member_id: string;
  /** ISO date. */
  held_on: string | null;
  removed_at: Date | null;
  removed_by: string | null;
}

export interface InterviewNotesTable {
  id: string;
  season_id: string;
  applicant_id: string;
  author_id: string;
  /** `InterviewNoteContent` of domain/interview-note. */
  content: Json;
  version: number;
  source: "typed" | "imported";
  created_at: Date;
  updated_at: Date;
  struck_at: Date | null;
  struck_reason: string | null;
  struck_by: string | null;
  /** Says, or takes back, "I'd work with them" in a way that the season's meeting has not heard yet. */
  unheard: Generated<boolean>;
}

export interface InterviewNoteVersionsTable {
  note_id: string;
  version: number;
  content: Json;
  at: Date;
  /** What the device that saved it called the save; null for an imported one. */
  save_id: string | null;
}

export interface NoteRemindersTable {
  program_id: string;
  person_id: string;
  /** ISO date, UTC. */
  day: string;
  season_id: string;
  sent_by: string;
  sent_at: Date;
}

export interface VoiceWeightsTable {
  season_id: string;
  member_id: string;
  version: number;
  weight: number;
  reason: string;
  author_id: string;
  at: Date;
}

export interface RubricVersionsTable {
  season_id: string;
  version: number;
  /** `Rubric` of domain/rubric. */
  content: Json;
  reason: string;
  author_id: string;
  at: Date;
}

export interface RubricRatingsTable {
  season_id: string;
  applicant_id: string;
  line: "school" | "lettersAndFit";
  version: number;
  /** Null: taken back. */
  rating: number | null;
  source: string;
  author_id: string;
  at: Date;
}

export interface FloorExceptionsTable {
  id: string;
  season_id: string;
  applicant_id: string;
  reason: string;
  author_id: string;
  at: Date;
  struck_at: Date | null;
  struck_by: string | null;
  struck_reason: string | null;
}

type RoleColumn = "pd" | "associatePd" | "coordinator" | "chief" | "faculty" | "observer";

interface StruckColumns {
  struck_at: ColumnType<Date | null, undefined, Date>;
  struck_by: ColumnType<string | null, undefined, string>;
  struck_reason: ColumnType<string | null, undefined, string>;
}

export interface OpenQuestionsTable extends StruckColumns {
  id: string;
  season_id: string;
  applicant_id: string;
  question: string;
  /** The fact that suggested it (domain/open-questions). */
  fact: string | null;
  owner_id: string;
  asked_by: string;
  asked_at: Date;
  answer: ColumnType<string | null, undefined, string>;
  answered_by: ColumnType<string | null, undefined, string>;
  answered_at: ColumnType<Date | null, undefined, Date>;
}

export interface OutsideContactsTable extends StruckColumns {
  id: string;
  season_id: string;
  applicant_id: string;
  colleague: string;
  /** How the colleague knows the applicant. */
  relation: string;
  /** ISO date. */
  held_on: string;
  provenance: "firstHand" | "secondHand";
  sentence: string;
  logged_by: string;
  logged_at: Date;
}

export interface FunnelCountsTable {
  track_id: string;
  match_year: number;
  /** The highest is what is said now. */
  version: number;
  applied: number | null;
  reviewed: number | null;
  invited: number | null;
  interviewed: number | null;
  ranked: number | null;
  /** What made the cut, in a sentence. */
  criteria: string | null;
  author_id: string;
  at: Date;
}

export interface ClassOutcomesTable {
  track_id: string;
  /** In which its residents matched. */
  match_year: number;
  /** The highest is what is said now. */
  version: number;
  started: number;
  international: number | null;
  on_time: number | null;
  left_early: number | null;
  finished: number | null;
  boards_taken: number | null;
  boards_passed: number | null;
  /** What the program takes from it. */
  review: string | null;
  author_id: string;
  at: Date;
}

export interface RehearsalsTable {
  meeting_id: string;
  /** The meeting or draft that it is a copy of. */
  source_id: string;
  made_by: string;
  made_at: Date;
  /** What the practice members do follows from it and from how many turns they have had. */
  seed: number;
  turn: Generated<number>;
  acts_at: Date;
  paused_at: Date | null;
  closed_at: Date | null;
  closed_by: string | null;
}

export interface EquityFactsTable {
  season_id: string;
  /** Null: imported at the console. */
  import_id: string | null;
  row: number;
  /** Null until the row is imported. */
  applicant_id: string | null;
  /** `EquityFacts` of domain/equity-facts. */
  facts: Json;
  at: Date;
}

export interface EquityChecksTable {
  season_id: string;
  /** `Standing` of domain/equity-standing. */
  standing: Json;
}

/** One row. */
export interface WriteChecksTable {
  id: number;
  at: Date;
}
