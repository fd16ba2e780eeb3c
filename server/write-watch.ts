// Whether writes pass. Asked by /readyz, it writes; and it hears from the pipeline how that fares, because what stops commands
// need not stop a check: a lock that somebody holds on the log, say.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema";
import { checkWriting } from "../db/write-checks";
import { failureOf } from "./failure";

/** So long an answer is good for everybody who asks. */
const FRESH_MS = 1_000;
/** So long a check may take. */
const PATIENCE_MS = 3_000;
/** So long commands that could not be saved are held against the server, unless one is saved meanwhile. */
const FAILED_MS = 10_000;

export interface WriteWatch {
  /** Commands were saved. */
  passed(): void;
  /** Commands could not be saved. */
  failed(): void;
  /** Why writes do not pass; undefined: they do. */
  problem(): Promise<string | undefined>;
}

const silent = "the database does not answer";

export function createWriteWatch(db: Kysely<Database>): WriteWatch {
  let failedAt = Number.NEGATIVE_INFINITY;
  let checked: { at: number; problem: Promise<string | undefined> } | undefined;
  let underWay: Promise<string | undefined> | undefined;

  /** One at a time, however many ask: checks that hang must not use up the pool. */
  function check(): Promise<string | undefined> {
    if (underWay) return Promise.resolve(silent);
    const asked = checkWriting(db).then(
      () => undefined,
      (error: unknown) => {
        const { retry, reason } = failureOf(error);
        return retry && reason.length !== 5 ? silent : `the database takes no writes (${reason})`;
      },
    );
    underWay = asked.finally(() => {
      underWay = undefined;
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS, silent);
    });
    return Promise.race([asked, late]).finally(() => clearTimeout(timer));
  }

  return {
    passed() {
      failedAt = Number.NEGATIVE_INFINITY;
    },
    failed() {
      failedAt = performance.now();
    },
    async problem() {
      const now = performance.now();
      if (!checked || now - checked.at > FRESH_MS) checked = { at: now, problem: check() };
      const problem = await checked.problem;
      if (problem !== undefined) return problem;
      return performance.now() - failedAt < FAILED_MS ? "commands are not being saved" : undefined;
    },
  };
}
