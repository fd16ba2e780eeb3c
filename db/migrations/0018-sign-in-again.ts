// Frozen: links that a double press does not break, codes beside them, when somebody last proved who they are, and names of one line.
import { type Kysely, sql } from "kysely";

/** Names could hold breaks of the line, which ended in the subjects of mails. */
const onOneLine = (table: string, column: string) =>
  `update ${table} set ${column} = coalesce(nullif(btrim(regexp_replace(${column}, '[\\u0001-\\u001F\\u007F-\\u009F\\u2028\\u2029]+', ' ', 'g')), ''), '?')
    where ${column} ~ '[\\u0001-\\u001F\\u007F-\\u009F\\u2028\\u2029]'`;

const statements = [
  // SHA-256 of the token that names the browser which used the link: pressed again there, it is answered the same.
  ...["sign_in_links", "invitations", "setup_links"].map((table) => `alter table ${table} add column used_by text`),
  // One row for every time a link was asked for, whether or not the address is anybody's.
  `create table sign_in_asks (
    id uuid primary key,
    browser_hash text not null,
    -- Null: the address is nobody's, or the mail could not be sent.
    link_hash text references sign_in_links (token_hash) on delete set null,
    -- Hashed with the browser's token, which is not kept: eight digits alone could be guessed from a hash.
    code_hash text,
    wrong_tries integer not null default 0,
    expires_at timestamptz not null
  )`,
  `create index sign_in_asks_browser on sign_in_asks (browser_hash)`,
  `create index sign_in_asks_expires_at on sign_in_asks (expires_at)`,
  `create index sign_in_asks_link on sign_in_asks (link_hash)`,
  `alter table sessions add column proved_at timestamptz`,
  `update sessions set proved_at = created_at where method in ('link', 'password', 'demo')`,
  // The provider was asked to ask for the account anew, and for whose session that is a proof.
  `alter table sso_flows add column asks_anew boolean not null default false`,
  `alter table sso_flows add column proves_session_id uuid`,
  onOneLine("programs", "name"),
  onOneLine("tracks", "name"),
  onOneLine("people", "name"),
  onOneLine("memberships", "name"),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
