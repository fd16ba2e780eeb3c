// The tables as Kysely sees them; columns keep their names in PostgreSQL. The last migration and this file say the same.
// What may be changed is in the projections: `meeting_events` and `locked_lists` refuse it by trigger.
import type { ColumnType, Generated } from "kysely";

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
  passwords: PasswordsTable;
  sso_identities: SsoIdentitiesTable;
  sso_flows: SsoFlowsTable;
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
}

export interface TracksTable {
  id: string;
  program_id: string;
  code: string;
  name: string;
}

export interface MembershipsTable {
  program_id: string;
  person_id: string;
  role: RoleColumn;
  created_at: CreatedAt;
}

export interface MeetingsTable {
  id: string;
  track_id: string;
  title: string;
  match_year: number;
  quota: number;
  seq: Generated<number>;
  head_hash: string | null;
  phase: Generated<"open" | "locked">;
  list_version: Generated<number>;
  created_at: CreatedAt;
}

export interface MeetingCommandsTable {
  meeting_id: string;
  command_id: string;
  actor_id: string | null;
  type: string;
  answer: Json;
  at: Date;
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
  method: "link" | "password" | "sso" | "demo";
}

export interface SignInLinksTable {
  token_hash: string;
  person_id: string;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
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
}

type RoleColumn = "pd" | "associatePd" | "coordinator" | "chief" | "faculty" | "observer";
