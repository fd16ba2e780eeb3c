// Frozen: beside an applicant's facts, open questions with an owner and calls with colleagues outside; and the counts of a track's
// match year from applications to ranks. Nothing is overwritten: an answer comes once, a call and a question are struck, and a
// change of the counts is another row.
import { type Kysely, sql } from "kysely";

const struck = `struck_at timestamptz,
    struck_by uuid references people (id),
    struck_reason text,
    check ((struck_at is null) = (struck_by is null) and (struck_at is null) = (struck_reason is null))`;

const statements = [
  `create table open_questions (
    id uuid primary key,
    season_id uuid not null references seasons (id),
    applicant_id uuid not null,
    question text not null,
    -- The fact that suggested it; it is not suggested again.
    fact text,
    owner_id uuid not null references people (id),
    asked_by uuid not null references people (id),
    asked_at timestamptz not null,
    answer text,
    answered_by uuid references people (id),
    answered_at timestamptz,
    ${struck},
    check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
  )`,
  `create index open_questions_applicant on open_questions (season_id, applicant_id)`,
  `create unique index open_questions_fact on open_questions (season_id, applicant_id, fact)`,
  `create table outside_contacts (
    id uuid primary key,
    season_id uuid not null references seasons (id),
    applicant_id uuid not null,
    colleague text not null,
    relation text not null,
    held_on text not null check (held_on ~ '^\\d{4}-\\d{2}-\\d{2}$'),
    provenance text not null check (provenance in ('firstHand', 'secondHand')),
    sentence text not null,
    logged_by uuid not null references people (id),
    logged_at timestamptz not null,
    ${struck}
  )`,
  `create index outside_contacts_applicant on outside_contacts (season_id, applicant_id)`,
  // By track and year, not by season: years before the first season here are typed too.
  `create table funnel_counts (
    track_id uuid not null references tracks (id),
    match_year int not null,
    version int not null check (version > 0),
    applied int check (applied >= 0),
    reviewed int check (reviewed >= 0),
    invited int check (invited >= 0),
    interviewed int check (interviewed >= 0),
    ranked int check (ranked >= 0),
    criteria text,
    author_id uuid not null references people (id),
    at timestamptz not null,
    primary key (track_id, match_year, version)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
