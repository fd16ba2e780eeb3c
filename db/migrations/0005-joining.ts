// Joining a meeting: its link and passcode, who asks at the door, who has pledged, wrong tries, and sessions limited to one
// meeting.
import { type Kysely, sql } from "kysely";

const statements = [
  // The hash finds a link that has ended too, so that "ended" is told apart from "never existed"; what opens the door is there
  // only while it does.
  `create table join_codes (
    id uuid primary key,
    meeting_id uuid not null references meetings (id),
    code_hash text not null unique,
    code text,
    passcode text,
    seat_limit int not null check (seat_limit between 1 and 500),
    wrong_tries int not null default 0,
    created_by uuid not null references people (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid references people (id),
    check ((ended_at is null) = (code is not null and passcode is not null))
  )`,
  `create unique index join_codes_live on join_codes (meeting_id) where ended_at is null`,
  // `number` tells a device's requests apart by age, however fast they follow each other.
  `create table join_requests (
    id uuid primary key,
    number bigint generated always as identity,
    code_id uuid not null references join_codes (id),
    meeting_id uuid not null references meetings (id),
    device_hash text not null,
    opened_at timestamptz not null,
    person_id uuid references people (id),
    continues boolean not null default false,
    asked_at timestamptz,
    outcome text check (outcome in ('admitted', 'refused', 'withdrawn', 'replaced')),
    decided_at timestamptz,
    decided_by uuid references people (id),
    sentence text,
    session_hash text,
    check (asked_at is null or person_id is not null),
    check ((outcome is null) = (decided_at is null))
  )`,
  `create index join_requests_device on join_requests (device_hash, code_id)`,
  `create index join_requests_waiting on join_requests (meeting_id) where asked_at is not null and outcome is null`,
  `create index join_requests_admitted on join_requests (meeting_id, person_id) where outcome = 'admitted'`,
  `create table join_tries (
    key text primary key,
    wrong int not null,
    last_at timestamptz not null,
    wait_until timestamptz
  )`,
  `create table pledges (
    meeting_id uuid not null references meetings (id),
    person_id uuid not null references people (id),
    pledged_at timestamptz not null,
    primary key (meeting_id, person_id)
  )`,
  `alter table sessions add column meeting_id uuid references meetings (id)`,
  `create index sessions_meeting on sessions (meeting_id, person_id) where meeting_id is not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
