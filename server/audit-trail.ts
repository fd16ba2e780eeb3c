// Writes the audit trail (AUDIT-1). `record` resolves when the entry is durable, so that whoever must not act off the record
// awaits it first. Entries that wait are written together in one transaction: a wave of sign-ins is a few commits.
import type { Kysely } from "kysely";
import { appendAudit, type NewAuditEntry } from "../db/audit-trail";
import { listProgramsOf } from "../db/programs";
import type { Database } from "../db/schema";
import type { AuditAction, AuditSubject } from "../domain/audit";
import type { MemberId, ProgramId } from "../domain/ids";
import type { Clock } from "./clock";
import { failureOf } from "./failure";
import type { Logger } from "./log";

export type AuditRecord = Omit<NewAuditEntry, "at">;

export interface AuditTrail {
  /** @throws when it could not be written. */
  record(entry: AuditRecord): Promise<void>;
  /** Of the installation, and of every program that the person belongs to. */
  recordOfPerson(personId: MemberId, entry: Omit<AuditRecord, "programId">): Promise<void>;
  /** Before a file leaves. False when it could not be written: then the file must not leave either (AUDIT-1). */
  recordExport(entry: AuditRecord): Promise<boolean>;
  /** Somebody read something. The same reading is one entry in ten minutes, however often the page asks. */
  recordReading(reading: Reading): Promise<void>;
}

export interface Reading {
  programId: ProgramId | null;
  actorId: MemberId;
  action: Extract<AuditAction, "meetingRead" | "applicantRead" | "notesRead" | "equityCheckRead">;
  subject: AuditSubject;
}

const sameReading = 10 * 60 * 1000;
/** Readings remembered, oldest forgotten first: a forgotten one is written once more, and nothing is lost. */
const MAX_READINGS = 20_000;
/** Entries that one transaction takes. */
const BATCH = 500;

interface Waiting {
  entries: NewAuditEntry[];
  resolve(): void;
  reject(error: unknown): void;
}

/** Why a file was not given out. */
export const notOnRecord =
  "The file was not given out, because that could not be put on record just now. Please try again in a moment.";

export function createAuditTrail(parts: { db: Kysely<Database>; clock: Clock; log: Logger }): AuditTrail {
  const { db, clock, log } = parts;
  const queue: Waiting[] = [];
  let isWriting = false;
  const readings = new Map<string, { at: number; written: Promise<void> }>();

  function write(entries: NewAuditEntry[]): Promise<void> {
    return new Promise((resolve, reject) => {
      queue.push({ entries, resolve, reject });
      if (!isWriting) void work();
    });
  }

  async function work(): Promise<void> {
    isWriting = true;
    // Let everything that arrived in this turn of the event loop into the first batch.
    await new Promise(setImmediate);
    while (queue.length > 0) await take(queue.splice(0, BATCH));
    isWriting = false;
  }

  async function take(batch: Waiting[]): Promise<void> {
    try {
      const entries = batch.flatMap((waiting) => waiting.entries);
      await db.transaction().execute((trx) => appendAudit(trx, entries));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      // An entry that the database cannot store must not take its neighbours down.
      if (batch.length > 1 && !failureOf(error).retry) for (const waiting of batch) await take([waiting]);
      else for (const { reject } of batch) reject(error);
    }
  }

  const record = (entry: AuditRecord): Promise<void> => write([{ ...entry, at: clock() }]);

  return {
    record,

    async recordOfPerson(personId, entry) {
      const at = clock();
      const programs = await listProgramsOf(db, personId);
      await write([null, ...programs.map(({ id }) => id)].map((programId) => ({ ...entry, programId, at })));
    },

    recordExport: (entry) =>
      record(entry).then(
        () => true,
        (error: unknown) => {
          log.error({ action: entry.action, err: error }, "an export could not be put on record, so it was refused");
          return false;
        },
      ),

    recordReading({ programId, actorId, action, subject }) {
      const key = [actorId, action, subject.meetingId, subject.applicantId].join(" ");
      const now = clock().getTime();
      const known = readings.get(key);
      // Who asks while the first entry is being written waits for it too.
      if (known && now - known.at < sameReading) return known.written;
      const written = record({ programId, actorId, action, subject, detail: {}, outcome: "done" });
      // A Map keeps the order of insertion, so the first key is the oldest reading.
      readings.delete(key);
      readings.set(key, { at: now, written });
      written.catch(() => readings.delete(key));
      const oldest = readings.keys().next().value;
      if (readings.size > MAX_READINGS && oldest !== undefined) readings.delete(oldest);
      return written;
    },
  };
}
