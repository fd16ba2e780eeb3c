// How every program of the server begins and ends: settings from the environment, one sentence and exit code 1 for what a
// person can put right, and a stack only for our own faults or at LOG_LEVEL=debug.
import { BootProblem } from "./boot-problem";
import { type Config, readConfig } from "./config";
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

function sentenceFor(error: unknown): string {
  if (error instanceof BootProblem) return error.message;
  const reason = error instanceof Error ? error.message : "an unknown reason";
  return `Rank Room stopped because of a fault of its own (${reason}). Start it with LOG_LEVEL=debug for the details.`;
}
