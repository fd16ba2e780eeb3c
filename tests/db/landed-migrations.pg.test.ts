// A database of any version that has ever landed is carried over, whatever was landed beside it and in which order.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type Kysely, type Migration, Migrator, sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { migrateToLatest } from "../../db/migrate";
import type { Database } from "../../db/schema";
import { BootProblem } from "../../server/boot-problem";
import { migrateDatabase } from "../../server/database";
import { aDatabase } from "../support/database";
import { earlierTexts, landedMigrations, landedStates } from "./landed-migrations";

const folder = path.join(process.cwd(), "db", "migrations");
const numberOf = (name: string) => name.slice(0, 4);
const files = (await readdir(folder)).map((file) => path.parse(file).name).sort();

describe("migrations are added at the end and never changed", () => {
  test.each(Object.entries(landedMigrations))("%s is as it landed", async (name, hash) => {
    const text = await readFile(path.join(folder, `${name}.ts`), "utf8");
    expect(createHash("sha256").update(text).digest("hex")).toBe(hash);
  });

  test("a new one has a number of its own, after all that have landed", () => {
    const newest = Object.keys(landedMigrations).map(numberOf).sort().at(-1) ?? "";
    const added = files.filter((name) => !(name in landedMigrations));
    const early = added.filter((name) => numberOf(name) <= newest);
    expect(early, "databases have run later ones: give these numbers after them").toEqual([]);
    expect(new Set(files.map(numberOf)).size).toBe(files.length);
  });
});

let db: Kysely<Database>;
let fresh: unknown;
beforeAll(async () => {
  fresh = await shapeOf((await aDatabase()).db);
  db = (await aDatabase({ isMigrated: false })).db;
});
/** One database, emptied: making one takes as long as migrating it. */
beforeEach(async () => {
  await sql`DROP SCHEMA public CASCADE`.execute(db);
  await sql`CREATE SCHEMA public`.execute(db);
});

describe("a database of every version that has landed is carried over", () => {
  test.each(landedStates)("made with %s", async (state) => {
    await migrateAsThen(state.split(" "));
    await migrateToLatest(db);
    expect(await shapeOf(db)).toEqual(fresh);
    expect(await migrateToLatest(db)).toEqual([]);
  });

  const early = earlierTexts.flatMap(({ name, what, undo }) =>
    // The first state that had it, and the last.
    [landedStates.find((one) => one.includes(name)) ?? "", landedStates.at(-1) ?? ""].map((state) => ({
      ...{ name, what, undo, state },
    })),
  );
  test.each(early)("made with $state while $name was $what", async ({ undo, state }) => {
    await migrateAsThen(state.split(" "));
    for (const statement of undo) await sql.raw(statement).execute(db);
    await migrateToLatest(db);
    expect(await shapeOf(db)).toEqual(fresh);
  });

  test("one of a newer version is left alone, and what to do is said in a sentence", async () => {
    await migrateToLatest(db);
    await sql`INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-later', '2030-01-01')`.execute(db);
    const refused = await migrateDatabase(db).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(BootProblem);
    expect((refused as BootProblem).message).toMatch(/newer version of Rank Room.*9999-later.*Start the newer version/);
  });
});

async function migrateAsThen(numbers: readonly string[]): Promise<void> {
  const names = files.filter((name) => numbers.includes(numberOf(name)));
  expect(names.map(numberOf)).toEqual(numbers);
  const modules = await Promise.all(
    names.map(async (name) => [name, (await import(`../../db/migrations/${name}.ts`)) as Migration] as const),
  );
  const provider = { getMigrations: async () => Object.fromEntries(modules) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
}

/** Tables, columns, constraints, indexes, triggers and functions, in an order of their own. */
async function shapeOf(of: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    SELECT format('column %s.%s %s %s default %s storage %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
        a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attstorage) AS line
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (c.oid, a.attnum)
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v') AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL SELECT format('constraint %s %s', conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    ORDER BY 1`.execute(of);
  return rows.map(({ line }) => line);
}
