// How every program of the server begins and ends: settings from the environment, one sentence and exit code 1 for what a
// person can put right, and a stack only for our own faults or at LOG_LEVEL=debug.

import path from "node:path";
import { type OpenDatabase, openDatabase } from "../db/client";
import { patientLimits } from "../db/limits";
import { BootProblem } from "./boot-problem";
import { type Config, readConfig } from "./config";
import { migrateDatabase, reachDatabase } from "./database";
import { createLog, type Logger } from "./log";

export async function runCommand(command: (config: Config, log: Logger) => Promise<void>): Promise<void> {
  try {
    const config = readConfig(process.env);
    await command(config, createLog(config.logLevel));
  } catch (error) {
    process.exitCode = 1;
    console.error(sentenceFor(error));
    if (process.env.LOG_LEVEL === "debug") console.error(error);
  }
}

/** For programs that read or mend: beside a running server or without one, on a database that is up to date. */
export const runWithDatabase = (command: (database: OpenDatabase, config: Config, log: Logger) => Promise<void>) =>
  runCommand(async (config, log) => {
    const reached = await reachDatabase(config, log, { asServer: false });
    try {
      const database = openDatabase(reached.url, { max: 2, limits: patientLimits });
      try {
        await migrateDatabase(database.db);
        await command(database, config, log);
      } finally {
        await database.close();
      }
    } finally {
      await reached.leave();
    }
  });

/** Was this program started by that name, rather than imported by a test? */
export const isProgram = (name: string): boolean => path.parse(process.argv[1] ?? "").name === name;

function sentenceFor(error: unknown): string {
  if (error instanceof BootProblem) return error.message;
  const reason = error instanceof Error ? error.message : "an unknown reason";
  return `Rank Room stopped because of a fault of its own (${reason}). Start it with LOG_LEVEL=debug for the details.`;
}
