// One session with a PostgreSQL server: what it relies on it sets itself, whatever the database or the role has as a default, and
// nothing waits for ever. A session that does not answer in time is thrown away, and so are those of its pool that were silent
// meanwhile: they go through the same network.
import pg from "pg";
import { CONNECT_MS, GOODBYE_MS, type Limits, ordinaryLimits, patientLimits } from "./limits";
import { connectionTo } from "./tls";

/** Nothing was heard from the server. What was asked may have happened. */
export class LateAnswer extends Error {
  override name = "LateAnswer";
  readonly code = "ETIMEDOUT";
  constructor() {
    super("the database server did not answer in time");
  }
}

/**
 * What the rest of the program takes for granted. `synchronous_commit` is among it because what is acknowledged must be kept,
 * and the time-outs that end a session by themselves because ours are kept open. Whether a database may be written to is its
 * administrator's word and left as it is.
 */
const settings = ({ statement, lock, pause }: Limits): Record<string, string> => ({
  client_encoding: "UTF8",
  standard_conforming_strings: "on",
  DateStyle: "ISO, MDY",
  IntervalStyle: "postgres",
  TimeZone: "UTC",
  bytea_output: "hex",
  extra_float_digits: "1",
  array_nulls: "on",
  transform_null_equals: "off",
  default_transaction_isolation: "read committed",
  default_transaction_deferrable: "off",
  statement_timeout: `${statement}`,
  lock_timeout: `${lock}`,
  idle_in_transaction_session_timeout: `${pause}`,
  idle_session_timeout: "0",
  transaction_timeout: "0",
  tcp_keepalives_idle: "10",
  tcp_keepalives_interval: "5",
  tcp_keepalives_count: "3",
});

/** Where our tables are; a database without them gets them where its search path says, or in `public`. */
const ourSchema = `
  SELECT quote_ident(coalesce(
    (SELECT n.nspname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relname = 'meeting_events' AND EXISTS (
       SELECT FROM pg_catalog.pg_class k WHERE k.relname = 'kysely_migration' AND k.relnamespace = n.oid)
     ORDER BY n.nspname = current_schema() DESC NULLS LAST, n.nspname LIMIT 1),
    nullif(current_schema(), 'pg_catalog'),
    'public'))`;

/** In one round trip. A setting that this PostgreSQL does not know yet is left out. */
function settingStatement(limits: Limits): string {
  const rows = Object.entries(settings(limits)).map(([name, value]) => `('${name}', '${value}')`);
  return `SELECT set_config(name, value, false) FROM (VALUES ${rows.join(", ")}) AS ours (name, value)
      WHERE current_setting(name, true) IS NOT NULL;
    SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
    SELECT set_config('search_path', (${ourSchema}), false)`;
}

export interface SessionOptions extends pg.ClientConfig {
  limits?: Limits;
  /** The sessions of one pool know each other. */
  peers?: Set<Session>;
}

type Ask = (...args: unknown[]) => Promise<unknown>;

export class Session extends pg.Client {
  /** Its own of node-postgres, which does not tell the types of it. */
  declare readonly connection: pg.Connection;
  private readonly limits: Limits;
  private readonly peers: Set<Session>;
  private isPatient = false;
  private heardAt = 0;

  constructor({ limits = ordinaryLimits, peers = new Set(), connectionString, ...options }: SessionOptions = {}) {
    super({
      ...{ connectionTimeoutMillis: CONNECT_MS, keepAlive: true, keepAliveInitialDelayMillis: 10_000, ...options },
      ...(connectionString !== undefined && connectionTo(connectionString)),
    });
    this.limits = limits;
    this.peers = peers;
    // A break is told to whoever asks, and by "end"; an error event without a listener would end the process.
    this.on("error", () => {});
    this.once("connect", () => peers.add(this));
    this.once("end", () => peers.delete(this));
  }

  /** To be awaited once, before anything else is asked. */
  async begin(): Promise<void> {
    await this.query(settingStatement(this.limits));
  }

  /**
   * Prepares the statements of the hot path once per connection: those that begin with a name in a comment, `/* append *\/`.
   * The name must stand for one text only. Kysely has no word for this, so it is told in the statement.
   */
  override query(...args: unknown[]): never {
    const [text, values, ...rest] = args;
    const name = typeof text === "string" ? /^\/\* (\w+) \*\//.exec(text)?.[1] : undefined;
    if (this.getTransactionStatus() === "I") this.isPatient = false;
    if (name === "patient") this.isPatient = true;
    const ask = super.query.bind(this) as Ask;
    const asked = name === undefined ? ask(...args) : ask({ name, text, values }, ...rest);
    this.watch(asked);
    return asked as never;
  }

  /** Without waiting for ever for a server that does not hear it. */
  override end(...args: []): never {
    const timer = setTimeout(() => this.connection.stream.destroy(), GOODBYE_MS);
    this.once("end", () => clearTimeout(timer));
    const end = super.end as (...args: unknown[]) => unknown;
    return end.apply(this, args) as never;
  }

  private watch(asked: Promise<unknown>): void {
    const askedAt = performance.now();
    const { answer } = this.isPatient ? patientLimits : this.limits;
    let isAnswered = false;
    const timer = setTimeout(() => {
      // Timers come before what has arrived: after a long turn of the event loop the answer may be here already.
      setImmediate(() => setImmediate(() => isAnswered || this.giveUp(askedAt)));
    }, answer);
    const heard = () => {
      isAnswered = true;
      clearTimeout(timer);
      this.heardAt = performance.now();
    };
    asked.then(heard, heard);
  }

  private giveUp(askedAt: number): void {
    for (const peer of [...this.peers]) {
      if (peer !== this && peer.heardAt < askedAt && !peer.isPatient) peer.drop();
    }
    this.drop();
  }

  private drop(): void {
    this.peers.delete(this);
    this.connection.stream.destroy(new LateAnswer());
  }
}
