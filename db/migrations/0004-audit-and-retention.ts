// Frozen: the audit trail, retention and purges. The log of a meeting and its locked lists go on refusing every change but the
// one that a purge makes.
import { type Kysely, sql } from "kysely";

const statements = [
  // One chain a program, which has the program's id, and one of the installation, whose id is all zeros.
  `create table audit_chains (
    id uuid primary key,
    seq int not null default 0,
    head_hash text
  )`,
  `create table audit_entries (
    chain_id uuid not null references audit_chains (id),
    seq int not null check (seq > 0),
    id uuid not null,
    actor_id uuid,
    at timestamptz not null,
    action text not null,
    payload jsonb not null,
    payload_hash text not null,
    prev_hash text,
    hash text not null,
    -- Read off the payload, which is what the hash covers.
    outcome text not null generated always as (payload ->> 'outcome') stored,
    person_id uuid generated always as ((payload #>> '{subject,personId}')::uuid) stored,
    meeting_id uuid generated always as ((payload #>> '{subject,meetingId}')::uuid) stored,
    applicant_id uuid generated always as ((payload #>> '{subject,applicantId}')::uuid) stored,
    primary key (chain_id, seq)
  )`,
  `create index audit_entries_actor on audit_entries (chain_id, actor_id, seq)`,
  `create trigger audit_entries_refuse_change before update or delete or truncate on audit_entries
    for each statement execute function refuse_change('The audit trail')`,
  `create trigger audit_chains_refuse_change before delete or truncate on audit_chains
    for each statement execute function refuse_change('The audit trail')`,
  // Hiring records are kept at least two years.
  `create table retention_rules (
    program_id uuid primary key references programs (id),
    years int not null check (years between 2 and 50)
  )`,
  `create table legal_holds (
    id uuid primary key,
    program_id uuid not null references programs (id),
    reason text not null,
    placed_by uuid not null references people (id),
    placed_at timestamptz not null,
    lifted_by uuid references people (id),
    lifted_at timestamptz,
    lifted_reason text,
    check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_reason is null))
  )`,
  `create unique index legal_holds_one_at_a_time on legal_holds (program_id) where lifted_at is null`,
  `alter table meetings drop constraint meetings_phase_check`,
  `alter table meetings add constraint meetings_phase_check check (phase in ('open', 'locked', 'purged'))`,
  // The purge names its meeting in a setting that lives as long as its transaction. Whoever else sets it can do no more than
  // make the very same change, which the audit tells from a purge.
  `create function refuse_all_but_purge() returns trigger language plpgsql as $$
  begin
    if current_setting('rank_room.purging', true) = old.meeting_id::text then
      if tg_table_name = 'meeting_events' then
        if new.payload = '{"purged": true}' and to_jsonb(new) - 'payload' = to_jsonb(old) - 'payload' then
          return new;
        end if;
      elsif new.entries = '[]' and new.r3_text = ''
        and to_jsonb(new) - 'entries' - 'r3_text' = to_jsonb(old) - 'entries' - 'r3_text' then
        return new;
      end if;
    end if;
    raise exception '% cannot be changed', tg_argv[0] using errcode = 'restrict_violation';
  end
  $$`,
  ...[
    ["meeting_events", "The log of a meeting"],
    ["locked_lists", "A locked list"],
  ].flatMap(([table, words]) => [
    `drop trigger ${table}_refuse_change on ${table}`,
    `create trigger ${table}_refuse_change before delete or truncate on ${table}
      for each statement execute function refuse_change('${words}')`,
    `create trigger ${table}_refuse_all_but_purge before update on ${table}
      for each row execute function refuse_all_but_purge('${words}')`,
  ]),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
