// One session with PostgreSQL: what it relies on it sets itself, and nothing waits for ever.
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { openDatabase } from "../../db/client";
import { connect, withConnection } from "../../db/connection";
import { type Limits, patiently } from "../../db/limits";
import { migrateToLatest } from "../../db/migrate";
import { demoSeason } from "../../server/demo/season";
import { failureOf } from "../../server/failure";
import { LiveMeetings } from "../../server/live-meetings";
import { createLog } from "../../server/log";
import { quietDispatcher } from "../../server/quiet-dispatcher";
import { importSeason } from "../../server/season-import";
import { verifyMeeting } from "../../server/verify-log";
import { aDatabase } from "../support/database";
import { aDatabaseProxy } from "../support/database-proxy";

const hostile = {
  DateStyle: "'SQL, DMY'",
  IntervalStyle: "sql_standard",
  TimeZone: "'Asia/Kolkata'",
  client_encoding: "LATIN1",
  standard_conforming_strings: "off",
  bytea_output: "escape",
  extra_float_digits: "'-15'",
  array_nulls: "off",
  transform_null_equals: "on",
  default_transaction_isolation: "serializable",
  default_transaction_deferrable: "on",
  statement_timeout: "1000",
  lock_timeout: "1000",
  idle_in_transaction_session_timeout: "1000",
  idle_session_timeout: "1000",
  synchronous_commit: "off",
  search_path: "nowhere",
};

describe("a database whose defaults are not ours", () => {
  test("is migrated, imported into and read back as any other", async () => {
    const { url } = await aDatabase({ isMigrated: false });
    const name = new URL(url).pathname.slice(1);
    await withConnection(url, async (connection) => {
      for (const [setting, value] of Object.entries(hostile)) {
        await connection.query(`ALTER DATABASE ${name} SET ${setting} = ${value}`);
      }
    });
    const { db, close } = openDatabase(url, { max: 2 });
    await migrateToLatest(db);
    const live = new LiveMeetings();
    const dispatcher = quietDispatcher({ db, live, log: createLog("silent") });
    const { meetingId, answer } = await importSeason(demoSeason(), { db, live, dispatcher });
    expect(answer).toMatchObject({ ok: true });
    expect(await verifyMeeting(db, meetingId)).toMatchObject({ ok: true });

    const said = await sql<Record<string, unknown>>`SELECT
      current_setting('DateStyle') AS "DateStyle", current_setting('TimeZone') AS "TimeZone",
      current_setting('client_encoding') AS client_encoding, current_setting('search_path') AS search_path,
      current_setting('standard_conforming_strings') AS strings, current_setting('synchronous_commit') AS commit,
      current_setting('default_transaction_isolation') AS isolation, current_setting('statement_timeout') AS statement,
      current_setting('lock_timeout') AS lock, current_setting('idle_in_transaction_session_timeout') AS pause,
      current_setting('idle_session_timeout') AS idle,
      '2027-03-04 05:06:07.089+00'::timestamptz AS at, '\\x00ff'::bytea AS bytes, 0.1::float8 + 0.2 AS number,
      'ł ø 李' AS text`.execute(db);
    expect(said.rows[0]).toEqual({
      DateStyle: "ISO, MDY",
      TimeZone: "UTC",
      client_encoding: "UTF8",
      search_path: "public",
      strings: "on",
      commit: "on",
      isolation: "read committed",
      statement: "5s",
      lock: "3s",
      pause: "15s",
      idle: "0",
      at: new Date("2027-03-04T05:06:07.089Z"),
      bytes: Buffer.from([0, 255]),
      number: 0.30000000000000004,
      text: "ł ø 李",
    });
    await close();
  });

  test("tables in a schema of their own are found when the search path is changed to nothing", async () => {
    const { url } = await aDatabase({ isMigrated: false });
    const name = new URL(url).pathname.slice(1);
    await withConnection(url, (connection) =>
      connection.query(`CREATE SCHEMA ranking; ALTER DATABASE ${name} SET search_path = ranking`),
    );
    const first = openDatabase(url, { max: 1 });
    await migrateToLatest(first.db);
    await first.close();
    await withConnection(url, (connection) => connection.query(`ALTER DATABASE ${name} SET search_path = ''`));
    const again = openDatabase(url, { max: 1 });
    expect(await migrateToLatest(again.db)).toEqual([]);
    expect(await again.db.selectFrom("people").selectAll().execute()).toEqual([]);
    await again.close();
  });
});

describe("nothing waits for ever", () => {
  const short: Limits = { statement: 60_000, lock: 60_000, pause: 60_000, answer: 300 };

  test("a connection that is silent is thrown away, those that were idle with it, and the next works", async () => {
    const { url } = await aDatabase();
    const proxy = await aDatabaseProxy(url);
    const { db, close } = openDatabase(proxy.url, { max: 3, limits: short });
    const ask = () => sql`SELECT 1`.execute(db);
    await Promise.all([ask(), ask(), ask()]);
    expect(proxy.opened).toBe(3);
    proxy.freeze();
    const failure = await ask().catch(failureOf);
    expect(failure).toEqual({ retry: true, reason: "ETIMEDOUT" });
    // Not one of the others is tried, which would take as long each.
    await Promise.all([ask(), ask(), ask()]);
    expect(proxy.opened).toBe(6);
    await close();
  });

  test("a transaction on a silent connection ends, and says that the database is away", async () => {
    const { url } = await aDatabase();
    const proxy = await aDatabaseProxy(url);
    const { db, close } = openDatabase(proxy.url, { max: 1, limits: short });
    const failure = await db
      .transaction()
      .execute(async (trx) => {
        await sql`SELECT 1`.execute(trx);
        proxy.freeze();
        await sql`SELECT 2`.execute(trx);
      })
      .catch(failureOf);
    expect(failure).toMatchObject({ retry: true });
    expect((await sql<{ n: number }>`SELECT 3 AS n`.execute(db)).rows).toEqual([{ n: 3 }]);
    await close();
  });

  test("a server that takes the connection and says nothing is given up", async () => {
    const { url } = await aDatabase();
    const proxy = await aDatabaseProxy(url);
    proxy.freezeNewToo();
    expect(await connect(proxy.url, { patience: 200 }).catch(failureOf)).toMatchObject({ retry: true });
  });

  test("closing does not wait for a server that does not hear it", async () => {
    const { url } = await aDatabase();
    const proxy = await aDatabaseProxy(url);
    const { db, close } = openDatabase(proxy.url, { max: 1 });
    await sql`SELECT 1`.execute(db);
    proxy.freeze();
    await close();
  });

  test("PostgreSQL itself ends a statement, a wait for a lock and a transaction that stands still", async () => {
    const { url } = await aDatabase();
    const limits: Limits = { statement: 2_000, lock: 100, pause: 700, answer: 5_000 };
    const { db, close } = openDatabase(url, { max: 3, limits });
    expect(await sql`SELECT pg_sleep(30)`.execute(db).catch(failureOf)).toEqual({ retry: true, reason: "57014" });
    const told = await db.transaction().execute(async (holder) => {
      await sql`LOCK TABLE people`.execute(holder);
      return db.selectFrom("people").selectAll().execute().catch(failureOf);
    });
    expect(told).toEqual({ retry: true, reason: "55P03" });
    const still = db.transaction().execute(async (trx) => {
      await sql`SELECT 1`.execute(trx);
      await sql`SELECT pg_sleep(1)`.execute(db);
      await sql`SELECT 1`.execute(trx);
    });
    expect(await still.catch(failureOf)).toMatchObject({ retry: true });
    await close();
  });

  test("imports, exports and purges have the time that they need, and only their transaction has", async () => {
    const { url } = await aDatabase();
    const limits: Limits = { statement: 100, lock: 100, pause: 100, answer: 250 };
    const { db, close } = openDatabase(url, { max: 1, limits });
    await patiently(db, (trx) => sql`SELECT pg_sleep(0.4)`.execute(trx));
    expect(await sql`SELECT pg_sleep(30)`.execute(db).catch(failureOf)).toEqual({ retry: true, reason: "57014" });
    await close();
  });
});
