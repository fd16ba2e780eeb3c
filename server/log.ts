// The log: JSON lines with ids, never a name, an e-mail address, a query string or a token.
import { DatabaseError } from "pg";
import { type Logger, pino } from "pino";

export type { Logger };

export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeError } });
}

/**
 * Only these fields: PostgreSQL's `detail`, `where`, `query` and `parameters` quote rows, and rows hold names. The
 * message can quote a value too, so a database error is told by its code and what it touched.
 */
function describeError(thrown: unknown): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { message: "Something that is not an Error was thrown." };
  const { code, severity, table_name, constraint_name, routine } = thrown as Error & Record<string, unknown>;
  const frames = thrown.stack?.slice(thrown.stack.indexOf("\n    at ") + 1);
  if (thrown instanceof DatabaseError)
    return { name: thrown.name, code, severity, table_name, constraint_name, routine, stack: frames };
  return { name: thrown.name, code, message: thrown.message, stack: frames };
}

/** The path as the log may hold it: the token of such a link is a password while it lasts, and a join link opens a door. */
export function loggablePath(path: string): string {
  return path
    .replace(/^\/(sign-in|setup|invitations)\/[^/.]+/i, "/$1/[token]")
    .replace(/^\/join\/[^/.]+/i, "/join/[code]");
}
