// Interview notes as they are written: a save is known by the id its device gave it, a struck note makes room for a new one, an
// interview is taken back without being deleted, and who was reminded of unwritten notes on which day.
import { type Kysely, sql } from "kysely";

const statements = [
  // Every save is a version here, the one that stands too; imported ones have no id.
  `alter table interview_note_versions add column save_id uuid`,
  `create unique index interview_note_versions_saves on interview_note_versions (note_id, save_id) where save_id is not null`,
  `alter table interview_notes add column struck_by uuid references people (id)`,
  `alter table interview_notes drop constraint interview_notes_season_id_applicant_id_author_id_key`,
  `create unique index interview_notes_standing on interview_notes (season_id, applicant_id, author_id)
    where struck_at is null`,
  `create index interview_notes_author on interview_notes (season_id, author_id)`,
  // Taken back, it stays on record.
  `alter table interviews add column removed_at timestamptz, add column removed_by uuid references people (id)`,
  `create index interviews_member on interviews (season_id, member_id)`,
  // One mail a day for each person of a program, whichever of its seasons it is about.
  `create table note_reminders (
    program_id uuid not null references programs (id),
    person_id uuid not null references people (id),
    day text not null check (day ~ '^\\d{4}-\\d{2}-\\d{2}$'),
    season_id uuid not null references seasons (id),
    sent_by uuid not null references people (id),
    sent_at timestamptz not null,
    primary key (program_id, person_id, day)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
