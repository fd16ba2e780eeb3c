// What is wrong with a database for our purposes is said at the start, in a sentence that says what to do.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../../db/client";
import { withConnection } from "../../db/connection";
import { migrateDatabase, reachDatabase } from "../../server/database";
import { createLog } from "../../server/log";
import { clusterOf } from "../../server/postgres/home";
import { aDatabase, aPostgresServer } from "../support/database";
import { aDatabaseProxy } from "../support/database-proxy";
import { databaseUrlOf } from "../support/database-url";
import { aTransactionPooler } from "../support/transaction-pooler";

const reach = (databaseUrl: string) =>
  reachDatabase({ databaseUrl, dataDir: "" }, createLog("silent"), { asServer: false }).then(
    () => "reached",
    (error: Error) => error.message,
  );
const run = (url: string, statement: string) => withConnection(url, (connection) => connection.query(statement));

let url: string;
let name: string;
beforeAll(async () => {
  url = (await aDatabase()).url;
  name = new URL(url).pathname.slice(1);
});

describe("a database that cannot be used", () => {
  test.each(["SQL_ASCII", "LATIN1"])("text kept as %s", async (encoding) => {
    const other = `${name}_${encoding.toLowerCase()}`;
    await run(
      url,
      `CREATE DATABASE ${other} ENCODING '${encoding}' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0`,
    );
    const said = await reach(databaseUrlOf(url, other));
    expect(said).toMatch(new RegExp(`keeps text as ${encoding}.*ENCODING 'UTF8'`));
    await run(url, `DROP DATABASE ${other}`);
  });

  test("read only by its settings", async () => {
    await run(url, `ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    expect(await reach(url)).toMatch(/is set to read only \(default_transaction_read_only\)/);
    // From elsewhere: here nothing can be changed any more.
    await run(databaseUrlOf(url, "postgres"), `ALTER DATABASE ${name} RESET default_transaction_read_only`);
    expect(await reach(url)).toBe("reached");
  });

  test("its search path names a schema that is not the tables'", async () => {
    await run(url, `CREATE SCHEMA other; ALTER DATABASE ${name} SET search_path = other`);
    expect(await reach(url)).toMatch(
      /tables of Rank Room are in the schema "public".*search path of its user names "other"/,
    );
    await run(url, `ALTER DATABASE ${name} RESET search_path`);
  });

  test("without the right to create tables: what its administrator has to run", async () => {
    const { url: empty } = await aDatabase({ isMigrated: false });
    const role = `guest_${name}`;
    await run(empty, `CREATE ROLE ${role} LOGIN PASSWORD 'guest'`);
    const asGuest = new URL(empty);
    asGuest.username = role;
    asGuest.password = "guest";
    const { db, close } = openDatabase(asGuest.href, { max: 1 });
    await expect(migrateDatabase(db)).rejects.toThrow(`GRANT USAGE, CREATE ON SCHEMA "public" TO "${role}"`);
    await close();
    await run(empty, `GRANT USAGE, CREATE ON SCHEMA public TO ${role}`);
    const again = openDatabase(asGuest.href, { max: 1 });
    expect((await migrateDatabase(again.db)).length).toBeGreaterThan(0);
    await again.close();
    await run(empty, `DROP OWNED BY ${role}; DROP ROLE ${role}`);
  });

  test("a name that nobody knows, and a server that says nothing", async () => {
    expect(await reach("postgres://rank@no-such-server.invalid/rank")).toMatch(/is not known by that name|looked up/);
    const proxy = await aDatabaseProxy(url);
    proxy.freezeNewToo();
    expect(await reach(proxy.url)).toMatch(/did not answer as PostgreSQL|does not answer/);
  });
});

describe("a pooler in front", () => {
  test.each([1, 4])("in transaction mode with %i connections: refused, and what to do", async (size) => {
    const server = await aPostgresServer();
    const rules = path.join(clusterOf(server.home), "pg_hba.conf");
    // Passwords are between a pooler and its clients, and not what this is about.
    await writeFile(rules, `host all all 127.0.0.1/32 trust\n${await readFile(rules, "utf8")}`);
    await run(server.databaseUrl, "SELECT pg_reload_conf()");
    const pooler = await aTransactionPooler(server.databaseUrl, { size });
    expect(await reach(pooler)).toMatch(/pooler in transaction mode.*session mode/);
    expect(await reach(server.databaseUrl)).toBe("reached");
  });
});
