// `npm run export:program`: everything of a program as JSON and CSV, beside a running server or without one. Ctrl-C stops it and
// leaves nothing behind.

import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Database } from "../../db/schema";
import { counted } from "../../domain/count-words";
import { systemClock } from "../clock";
import { runWithDatabase } from "../command";
import { isUuid } from "../uuid";
import { parseExportArguments } from "./arguments";
import { ExportRefused, exportProgram } from "./export-program";
import { terminalProgress } from "./progress";

const parsed = parseExportArguments(process.argv.slice(2));
if (parsed.kind === "help") console.log(parsed.text);
else if (parsed.kind === "refused") refuse(parsed.message);
else await runExport(parsed);

function refuse(message: string): void {
  process.exitCode = 1;
  console.error(message);
}

async function runExport({ program: wanted, out }: { program: string; out: string }): Promise<void> {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop.abort());
  await runWithDatabase(async ({ db }) => {
    try {
      const program = await findWanted(db, wanted);
      const progress = terminalProgress(process.stderr);
      const { files, rows } = await exportProgram({
        db,
        clock: systemClock,
        program,
        out,
        signal: stop.signal,
        progress,
      });
      console.log(`${program.name}: ${counted(rows, "row")} in ${counted(files.length, "file")} written to ${out}.`);
      console.log(
        "manifest.json has their counts and SHA-256. Only you can read them; they hold what the program holds.",
      );
    } catch (error) {
      if (stop.signal.aborted) {
        process.exitCode = 130;
        return console.error("\nStopped. Nothing was left behind.");
      }
      if (!(error instanceof ExportRefused)) throw error;
      refuse(error.message);
    }
  });
}

/** By id, or by a name that only one program has. */
async function findWanted(db: Kysely<Database>, wanted: string): Promise<{ id: string; name: string }> {
  const named = isUuid(wanted) ? sql<boolean>`id = ${wanted}` : sql<boolean>`lower(name) = lower(${wanted})`;
  const programs = await db.selectFrom("programs").select(["id", "name"]).where(named).orderBy("id").execute();
  const [program, ...others] = programs;
  if (program && others.length === 0) return program;
  if (program) {
    const ids = programs.map(({ id }) => id).join(", ");
    throw new ExportRefused(`${programs.length} programs are called “${wanted}”. Name one by its id: ${ids}.`);
  }
  const all = await db.selectFrom("programs").select("name").orderBy("name").execute();
  const known = all.length > 0 ? `There are: ${all.map(({ name }) => name).join(", ")}.` : "There are none yet.";
  throw new ExportRefused(`There is no program “${wanted}”. ${known}`);
}
