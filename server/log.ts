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

/** Paths whose next part opens something for whoever knows it. */
const secrets: [path: RegExp, what: string][] = [
  [/^\/(sign-in|setup|invitations|present)\/(?!(?:password|sso)(?:[/.]|$))[^/.]+/i, "/$1/[token]"],
  [/^\/join\/[^/.]+/i, "/join/[code]"],
];
/** As long as a token and no id of ours: nothing that has an address here, and too much like a secret to write down. */
const longPart = /(?<=\/)(?![0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:[./]|$))[\w~%+=-]{20,}/gi;

/** The path as the log may hold it: what opens something is a password while it lasts (`tests/server/log.test.ts` knows every route). */
export function loggablePath(path: string): string {
  const plain = decoded(path).replace(/\/{2,}/g, "/");
  const masked = secrets.reduce((so, [pattern, instead]) => so.replace(pattern, instead), plain);
  return masked.replace(longPart, "[…]").slice(0, 300);
}

/** Pages are found by the decoded path too. What cannot be decoded finds none. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
