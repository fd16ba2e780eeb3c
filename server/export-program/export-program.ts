// Everything of a program, from one moment, into a folder that is there whole or not at all. It is written beside, under a
// name of its own, and takes its place when the manifest is in it; stopped halfway, nothing stays.
import { mkdir, readdir, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Kysely, sql, type Transaction } from "kysely";
import { appendAudit, readAuditHead } from "../../db/audit-trail";
import { readHead } from "../../db/event-log";
import type { Database } from "../../db/schema";
import type { Clock } from "../clock";
import { headWord } from "../noted-head";
import type { Progress } from "./progress";
import { type Row, type WrittenFile, writeTableFiles } from "./table-files";
import { type ExportedTable, tablesOf } from "./tables";

export interface ExportParts {
  db: Kysely<Database>;
  clock: Clock;
  program: { id: string; name: string };
  out: string;
  signal: AbortSignal;
  progress: Progress;
}

export interface ExportedProgram {
  files: WrittenFile[];
  rows: number;
}

/** Something is in the way that a person can put right: a sentence. */
export class ExportRefused extends Error {}

/** Rows that one read takes. */
const PAGE = 1000;
/** In a folder of ours that was not finished. */
const marker = ".unfinished-export";

/** @throws ExportRefused, or the signal's reason when it was stopped. */
export async function exportProgram(parts: ExportParts): Promise<ExportedProgram> {
  const { db, clock, program, out } = parts;
  await refuseTakenFolder(out);
  const draft = await openDraft(`${path.resolve(out)}.part`);
  try {
    // Before anything leaves; so the export holds the entry about itself (AUDIT-1).
    const entry = { actorId: null, action: "programExported", detail: {}, outcome: "done", at: clock() } as const;
    const subject = { programId: program.id };
    await db.transaction().execute((trx) =>
      appendAudit(
        trx,
        [program.id, null].map((programId) => ({ ...entry, programId, subject })),
      ),
    );
    const exported = await db
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute((trx) => writeTables(trx, draft, parts));
    parts.signal.throwIfAborted();
    await rm(path.join(draft, marker));
    await rmdir(out).catch(() => {});
    await rename(draft, out);
    return exported;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function refuseTakenFolder(out: string): Promise<void> {
  const entries = await readdir(out).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    if (error.code === "ENOTDIR") throw new ExportRefused(`${out} is a file. Name a folder that is not there yet.`);
    throw new ExportRefused(`The folder ${out} cannot be read (${error.code}).`);
  });
  if (entries.length > 0) throw new ExportRefused(`The folder ${out} is not empty. Name one that is not there yet.`);
}

async function openDraft(draft: string): Promise<string> {
  // Left by an export that was killed: ours to remove, because it says so.
  if (await isThere(path.join(draft, marker))) await rm(draft, { recursive: true });
  try {
    await mkdir(path.dirname(draft), { recursive: true });
    await mkdir(draft, { mode: 0o700 });
    await writeFile(path.join(draft, marker), "");
    return draft;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ExportRefused(`The folder ${draft} cannot be made (${code}). Name another with --out.`);
  }
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

async function writeTables(
  trx: Transaction<Database>,
  draft: string,
  { program, clock, signal, progress }: ExportParts,
): Promise<ExportedProgram> {
  await sql`SET LOCAL TimeZone = 'UTC'`.execute(trx);
  const meetingIds = await meetingIdsOf(trx, program.id);
  const tables = tablesOf(program.id, meetingIds);
  let total = 0;
  for (const table of tables) total += await countRows(trx, table);
  progress.begin(total);
  const files: WrittenFile[] = [];
  for (const table of tables) {
    const file = table.file ?? table.table;
    const pages = readPages(trx, table, { signal, onRows: (count) => progress.advance(file, count) });
    files.push(...(await writeTableFiles(draft, { file, columns: await columnsOf(trx, table), pages })));
  }
  const auditTrail = await readAuditHead(trx, program.id);
  const logs = await readHeads(trx, meetingIds);
  const manifest = { format: 1, program, exportedAt: clock().toISOString(), rows: total, auditTrail, logs, files };
  await writeFile(path.join(draft, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  progress.end();
  return { files, rows: total };
}

/** Where each log stood, for `audit:verify -- --head`. */
async function readHeads(trx: Kysely<Database>, meetingIds: readonly string[]): Promise<string[]> {
  const heads: string[] = [];
  for (const id of meetingIds) {
    const head = await readHead(trx, id);
    if (head?.hash) heads.push(headWord(id, { seq: head.seq, hash: head.hash }));
  }
  return heads;
}

async function meetingIdsOf(trx: Kysely<Database>, programId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom("meetings")
    .innerJoin("tracks", "tracks.id", "meetings.track_id")
    .select("meetings.id")
    .where("tracks.program_id", "=", programId)
    .orderBy("meetings.id")
    .execute();
  return rows.map(({ id }) => id);
}

async function countRows(trx: Kysely<Database>, { table, where }: ExportedTable): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*) FROM ${sql.table(table)} t WHERE ${where}`.execute(trx);
  return rows[0]?.count ?? 0;
}

async function columnsOf(trx: Kysely<Database>, { table, columns }: ExportedTable): Promise<readonly string[]> {
  if (columns) return columns;
  const { rows } = await sql<{ name: string }>`
    SELECT column_name AS name FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name = ${table} ORDER BY ordinal_position`.execute(trx);
  return rows.map(({ name }) => name);
}

/** Through a cursor of the database, so that a log of any length is read in pieces. */
async function* readPages(
  trx: Kysely<Database>,
  { table, where, orderBy, columns, isChain }: ExportedTable,
  { signal, onRows }: { signal: AbortSignal; onRows: (count: number) => void },
): AsyncGenerator<Row[]> {
  const selected = columns ? sql.join(columns.map((column) => sql.ref(`t.${column}`))) : sql`t.*`;
  const order = sql.join(orderBy.map((column) => sql.ref(`t.${column}`)));
  await sql`DECLARE exported NO SCROLL CURSOR FOR SELECT to_jsonb(r) AS row FROM (
    SELECT ${selected} FROM ${sql.table(table)} t WHERE ${where} ORDER BY ${order}) r`.execute(trx);
  for (;;) {
    signal.throwIfAborted();
    const { rows } = await sql<{ row: Row }>`FETCH FORWARD ${sql.lit(PAGE)} FROM exported`.execute(trx);
    if (rows.length > 0) yield rows.map(({ row }) => (isChain ? { ...row, at: chainTime(row.at) } : row));
    onRows(rows.length);
    if (rows.length < PAGE) break;
  }
  await sql`CLOSE exported`.execute(trx);
}

const chainTime = (at: unknown): string => new Date(String(at)).toISOString();
