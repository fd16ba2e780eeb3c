// Work on a file, in this process and in nobody's request: it goes on when the tab is closed, says how far it is, and can be
// stopped until it is saved. One a season at a time, which the database sees to (0008-imports).
import type { Kysely } from "kysely";
import pLimit from "p-limit";
import {
  type BeginWork,
  beat,
  beginWork,
  findWorker,
  type ImportPatch,
  type ImportState,
  listSilent,
  patchImport,
  readAnswer,
} from "../../db/imports";
import type { Database } from "../../db/schema";
import type { Clock } from "../clock";
import { failureOf, internal } from "../failure";
import type { Logger } from "../log";
import { CannotGoOn, Stopped } from "./work";

/** How often work is heard of, and looks whether it is to stop. */
const BEAT_MS = 250;
/** A process that is not heard of for so long is gone. */
const SILENT_MS = 20_000;

/** Of several seasons; each holds its whole file. */
const JOBS_AT_ONCE = 2;

export interface Job {
  importId: string;
  seasonId: string;
  begin: Omit<BeginWork, "at">;
  /** Where the import is when the work does not come to its end. */
  back: ImportState;
  /** Resolves to what is then true of the import; undefined where the work has saved that itself. */
  work(going: Going): Promise<ImportPatch | undefined>;
}

export interface Going {
  step(done: number): Promise<void>;
  isWanted(): boolean;
}

export interface ImportJobs {
  /** Resolves when the work has begun, to a sentence when it has not. */
  run(job: Job): Promise<string | undefined>;
  /** Makes good what a process that is gone has left halfway. */
  recover(seasonId: string): Promise<void>;
  /** Resolves when nothing is under way here. */
  settled(): Promise<void>;
}

export function createImportJobs(parts: { db: Kysely<Database>; clock: Clock; log: Logger }): ImportJobs {
  const { db, clock, log } = parts;
  const running = new Set<Promise<void>>();
  const inTurn = pLimit(JOBS_AT_ONCE);

  async function goOn({ importId, back, work }: Job): Promise<void> {
    let isStopped = false;
    let progress = 0;
    let beating: Promise<void> = Promise.resolve();
    const look = async () => {
      isStopped ||= await beat(db, importId, Math.round(progress * 100), clock()).catch(() => false);
    };
    const timer = setInterval(() => {
      beating = beating.then(look);
    }, BEAT_MS);
    const going: Going = {
      isWanted: () => !isStopped,
      async step(done) {
        progress = done;
        await new Promise(setImmediate);
        if (isStopped) throw new Stopped();
      },
    };
    let patch: ImportPatch | undefined;
    try {
      // It is heard of while it waits, and can be stopped.
      patch = await inTurn(() => {
        if (isStopped) throw new Stopped();
        return work(going);
      });
    } catch (error) {
      patch = { state: back, told: sentenceOf(error, importId) };
    }
    clearInterval(timer);
    await beating;
    if (patch) await patchImport(db, importId, patch);
  }

  function sentenceOf(error: unknown, importId: string): string {
    if (error instanceof Stopped) return "Stopped. Nothing was changed.";
    if (error instanceof CannotGoOn) return error.message;
    if (failureOf(error).retry)
      return "The database was not there for a moment. Nothing was changed; please try again.";
    return internal(log, error, { importId }).message;
  }

  return {
    async run(job) {
      const begun = await beginWork(db, job.importId, { ...job.begin, at: clock() });
      if (begun === "gone") return "This import is at another step by now. Look at it again.";
      if (begun === "busy") {
        const name = await findWorker(db, job.seasonId);
        const who = name ? ` (${name})` : "";
        return `Another import of this season is at work${who}. Go on when it is done: two at once could change the same applicants.`;
      }
      const going = goOn(job)
        .catch((error) => void log.error({ err: error, importId: job.importId }, "an import could not be ended"))
        .finally(() => running.delete(going));
      running.add(going);
      return undefined;
    },

    async recover(seasonId) {
      const since = new Date(clock().getTime() - SILENT_MS);
      for (const { id, state, kind, logId, commandId } of await listSilent(db, seasonId, since)) {
        // A commit of tables is one transaction that says so itself; of a log, the log says whether it happened.
        const isInLog = state === "committing" && kind === "applicants" && logId !== null && commandId !== null;
        const isDone = isInLog && (await readAnswer(db, logId, commandId));
        const told = isDone
          ? null
          : "The server was restarted in the middle of this. Nothing was changed; please try again.";
        const back = state === "checking" ? "uploaded" : "checked";
        await patchImport(db, id, isDone ? { state: "done", told, doneAt: clock() } : { state: back, told });
      }
    },

    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
