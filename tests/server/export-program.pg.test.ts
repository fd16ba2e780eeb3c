// A program as files: all of it, none of another's, whole or not at all, and on record.
import { spawnSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { canonicalJson, linkHash, sha256 } from "../../db/hash-chain";
import { systemClock } from "../../server/clock";
import { demoSeason } from "../../server/demo/season";
import { parseExportArguments } from "../../server/export-program/arguments";
import { exportProgram } from "../../server/export-program/export-program";
import { type Progress, progressLine } from "../../server/export-program/progress";
import { leftOut, tablesOf } from "../../server/export-program/tables";
import { LiveMeetings } from "../../server/live-meetings";
import { createLog } from "../../server/log";
import { quietDispatcher } from "../../server/quiet-dispatcher";
import { importSeason } from "../../server/season-import";
import { aDatabase, aFolder, type TestDatabase } from "../support/database";

let database: TestDatabase;
let program: { id: string; name: string };
let meetingId: string;

const quiet: Progress = { begin() {}, advance() {}, end() {} };

beforeAll(async () => {
  database = await aDatabase();
  const { db } = database;
  const live = new LiveMeetings();
  const parts = { db, live, dispatcher: quietDispatcher({ db, live, log: createLog("silent") }) };
  ({ meetingId } = await importSeason(demoSeason(), parts));
  program = await db.selectFrom("programs").select(["id", "name"]).executeTakeFirstOrThrow();
  const other = { ...demoSeason(), programCode: "2000140C0" };
  other.applicants = other.applicants.map(({ facts, ...row }) => ({
    ...row,
    facts: { ...facts, name: `Elsewhere, ${facts.name}`, tracks: [] },
  }));
  await importSeason(other, parts);
});

const aPlace = async () => path.join(await aFolder(), "export");
const run = (out: string, { signal = new AbortController().signal, progress = quiet } = {}) =>
  exportProgram({ db: database.db, clock: systemClock, program, out, signal, progress });
const json = async (out: string, file: string) =>
  JSON.parse(await readFile(path.join(out, "json", `${file}.json`), "utf8")) as Record<string, unknown>[];
const everything = async (out: string): Promise<Map<string, string>> => {
  const names = await readdir(out, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, "utf8")] as const)));
};

describe("an export", () => {
  test("has all of the program and nothing of another, and its manifest is right", async () => {
    const out = await aPlace();
    const { rows } = await run(out);
    const manifest = JSON.parse(await readFile(path.join(out, "manifest.json"), "utf8"));
    expect(manifest).toMatchObject({ format: 1, program, rows });
    for (const { name, sha256: hash, bytes, rows: count } of manifest.files) {
      const content = await readFile(path.join(out, name));
      expect([name, createHash("sha256").update(content).digest("hex"), content.byteLength]).toEqual([
        name,
        hash,
        bytes,
      ]);
      if (name.endsWith(".json")) expect(JSON.parse(content.toString())).toHaveLength(count);
    }
    expect(await json(out, "applicants")).toHaveLength(168);
    expect((await json(out, "meetings")).map(({ id }) => id)).toEqual([meetingId]);
    expect(await json(out, "people")).toHaveLength(22);
    for (const [file, text] of await everything(out)) {
      expect(text.includes("Elsewhere"), file).toBe(false);
      expect(text.includes("2000140C0"), file).toBe(false);
    }
    expect((await stat(path.join(out, "json", "people.json"))).mode & 0o077, "for its owner alone").toBe(0);
    expect(await readdir(out)).not.toContain(".unfinished-export");
  });

  test("[LOG-2] the log in it proves itself, without the database", async () => {
    const out = await aPlace();
    await run(out);
    type Link = Parameters<typeof linkHash>[1] & { hash: string; payload: unknown };
    let previous: string | null = null;
    for (const link of (await json(out, `logs/${meetingId}`)) as unknown as Link[]) {
      expect(sha256(canonicalJson(link.payload))).toBe(link.payload_hash);
      expect([link.prev_hash, linkHash(meetingId, link)]).toEqual([previous, link.hash]);
      previous = link.hash;
    }
    expect(previous).not.toBeNull();
  });

  test("[AUDIT-1] is on record in the program's trail and the installation's before anything is written", async () => {
    const out = await aPlace();
    await run(out);
    const own = (await json(out, "audit_entries")).filter(({ action }) => action === "programExported");
    expect(own.at(-1)).toMatchObject({ actor_id: null, outcome: "done" });
    const manifest = JSON.parse(await readFile(path.join(out, "manifest.json"), "utf8"));
    for (const { id, seq, head_hash: hash } of await json(out, "meetings")) {
      expect(manifest.logs).toContain(`${id}:${seq}:${hash}`);
    }
    expect(manifest.auditTrail.hash).toBe((await json(out, "audit_entries")).at(-1)?.hash);
    const elsewhere = await database.db
      .selectFrom("audit_entries")
      .select("chain_id")
      .distinct()
      .where("action", "=", "programExported")
      .execute();
    expect(elsewhere).toHaveLength(2);
  });

  test("runs no cell as a formula", async () => {
    const out = await aPlace();
    const name = "=HYPERLINK(1)";
    await database.db.updateTable("tracks").set({ name }).where("program_id", "=", program.id).execute();
    await run(out);
    expect((await json(out, "tracks"))[0]).toMatchObject({ name });
    const csv = await readFile(path.join(out, "csv", "tracks.csv"), "utf8");
    expect(csv).toContain("'=HYPERLINK(1)");
  });

  test("knows every table there is: a new one is exported, or left out for a reason", async () => {
    const { rows } = await sql<{ name: string }>`
      SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`.execute(database.db);
    const exported = tablesOf(randomUUID(), [randomUUID()]).map(({ table }) => table);
    expect(rows.map(({ name }) => name).sort()).toEqual([...exported, ...Object.keys(leftOut)].sort());
  });
});

describe("stopped halfway", () => {
  test("it leaves nothing, and run again it is whole", async () => {
    const out = await aPlace();
    for (const wanted of ["applicants", `logs/${meetingId}`]) {
      const stop = new AbortController();
      const progress: Progress = { ...quiet, advance: (file) => file === wanted && stop.abort() };
      await expect(run(out, { signal: stop.signal, progress }), wanted).rejects.toThrow();
      expect(await readdir(path.dirname(out)), wanted).toEqual([]);
    }
    await run(out);
    expect(await readdir(path.dirname(out))).toEqual(["export"]);
    expect(await json(out, "applicants")).toHaveLength(168);
  });

  test("by a kill, what it left is removed by the next run; what is somebody else's is not", async () => {
    const out = await aPlace();
    await mkdir(`${out}.part/json`, { recursive: true });
    await writeFile(`${out}.part/json/people.json`, "[{");
    await expect(run(out)).rejects.toThrow(/cannot be made \(EEXIST\)/);
    await writeFile(`${out}.part/.unfinished-export`, "");
    await run(out);
    expect(await json(out, "people")).toHaveLength(22);
    await expect(run(out), "a folder with something in it").rejects.toThrow("is not empty");
  });
});

test("its command line is complete, or one sentence", () => {
  const kinds = (...argv: string[]) => parseExportArguments(argv);
  expect(kinds("--program", "Internal Medicine", "--out", "x")).toEqual({
    kind: "arguments",
    program: "Internal Medicine",
    out: "x",
  });
  for (const argv of [
    [],
    ["--program", "x"],
    ["--out", "x"],
    ["--program", " ", "--out", "x"],
    ["--nonsense"],
    ["x"],
  ]) {
    expect(kinds(...argv), argv.join(" ")).toMatchObject({
      kind: "refused",
      message: expect.stringMatching(/^\S.*help\.$/),
    });
  }
});

test("its bar fills as rows are written", () => {
  expect(progressLine(1000, 4000, "applicants")).toBe(
    "[######------------------]  25 %  1,000 of 4,000 rows  applicants",
  );
  expect(progressLine(0, 0, "x")).toContain("100 %");
});

test("as people run it: found by name, and a name that is nobody's is answered with those there are", async () => {
  const out = await aPlace();
  const command = (...argv: string[]) =>
    spawnSync(process.execPath, [path.join("build", "server-app", "export.js"), ...argv], {
      env: { ...process.env, DATABASE_URL: database.url, NODE_ENV: "production" },
      encoding: "utf8",
    });
  const wrong = command("--program", "Surgery", "--out", out);
  expect([wrong.status, wrong.stderr]).toEqual([
    1,
    expect.stringContaining("There is no program “Surgery”. There are: "),
  ]);
  const done = command("--program", program.name.toUpperCase(), "--out", out);
  expect([done.status, done.stdout]).toEqual([0, expect.stringContaining("manifest.json has their counts")]);
  await database.db.insertInto("programs").values({ id: randomUUID(), name: program.name }).execute();
  const unclear = command("--program", program.name, "--out", out);
  expect([unclear.status, unclear.stderr]).toEqual([1, expect.stringContaining("Name one by its id")]);
});
