// The command line of `npm run export:program`. Promises arguments that are complete, or one clear sentence.
import { parseArgs } from "node:util";

export type ExportArguments =
  | { kind: "arguments"; program: string; out: string }
  | { kind: "help"; text: string }
  | { kind: "refused"; message: string };

const usage = `Usage: npm run export:program -- --program ID|NAME --out FOLDER

Writes everything of a program as JSON and CSV: one file a table, one a meeting's log, and a manifest with counts and SHA-256.

  --program ID|NAME   the program, by its id or its name
  --out FOLDER        a folder that is not there yet, or is empty
  --help              this text

Ctrl-C stops it and leaves nothing behind. That an export was started is in the audit trail.
`;

export function parseExportArguments(argv: readonly string[]): ExportArguments {
  const text = { type: "string" } as const;
  try {
    const options = { program: text, out: text, help: { type: "boolean", short: "h" } } as const;
    const { program, out, help } = parseArgs({ args: [...argv], options }).values;
    if (help) return { kind: "help", text: usage };
    if (!program?.trim()) return refused("--program ID|NAME is missing.");
    if (!out?.trim()) return refused("--out FOLDER is missing.");
    return { kind: "arguments", program: program.trim(), out };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split(". ")[0] ?? error.message) : String(error);
    return refused(`${reason.replace(/\.$/, "")}.`);
  }
}

const refused = (sentence: string): ExportArguments => ({
  kind: "refused",
  message: `${sentence} See npm run export:program -- --help.`,
});
