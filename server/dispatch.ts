// THE pipeline: every write of a meeting, from a socket, a form or an import, passes through here (PIPE-1).
// Commands that wait for one meeting are taken together: one transaction, one packet. Nothing leaves before commit.
import type { Kysely, Transaction } from "kysely";
import { append, appendIfAt } from "../db/append";
import { type LogHead, lockHead } from "../db/event-log";
import { giveTime } from "../db/limits";
import { type Applied, isOrderOnly, project } from "../db/projection";
import { takeMeeting } from "../db/purge";
import { addSealedBallots, readSealedBallots } from "../db/room";
import type { Database } from "../db/schema";
import type { Command } from "../domain/commands";
import type { MeetingEvent } from "../domain/events";
import type { MeetingId } from "../domain/ids";
import type { MeetingState } from "../domain/meeting";
import type { CommandAnswer } from "../domain/protocol";
import { sentenceOf } from "../domain/rejection";
import type { Clock } from "./clock";
import { failureOf, internal, meetingUnknown, stopped, unavailable } from "./failure";
import { Ledger, type Request } from "./ledger";
import type { LiveMeetings } from "./live-meetings";
import type { Logger } from "./log";
import { auditMeeting } from "./meeting-audit";
import type { MeetingMetrics } from "./meeting-metrics";
import { headWord } from "./noted-head";
import type { WriteWatch } from "./write-watch";

/** What a committed batch did, in order; `before` is the state that the first event was applied to. */
export interface Committed {
  meetingId: MeetingId;
  before: MeetingState;
  applied: Applied[];
}

interface Waiting extends Request {
  resolve(answer: CommandAnswer): void;
  since: number;
}

interface Answered {
  waiting: Waiting;
  answer: CommandAnswer;
}

interface Batch {
  answers: Answered[];
  head?: LogHead;
  committed?: Committed | undefined;
}

export interface DispatcherParts {
  db: Kysely<Database>;
  live: LiveMeetings;
  clock: Clock;
  log: Logger;
  metrics: MeetingMetrics;
  /** Called in the tick after commit, in the order of commits of one meeting, when memory has them. Must not throw. */
  broadcast(committed: Committed): void;
  /** Hears whether batches are saved. */
  writes?: Pick<WriteWatch, "passed" | "failed">;
}

/** How many commands one transaction takes. */
const BATCH = 200;
/** Beyond this many waiting commands a meeting answers `unavailable` at once, so that memory is bounded. */
const MAX_WAITING = 5000;
/** So long a command may have waited behind one that could not be saved. */
const LATE_MS = 1000;

export class Dispatcher {
  private readonly queues = new Map<MeetingId, Waiting[]>();
  private readonly workers = new Map<MeetingId, Promise<void>>();
  /** Where the log of a meeting stood after our last write, with its hash: what the next link hangs on. */
  private readonly heads = new Map<MeetingId, LogHead>();

  constructor(private readonly parts: DispatcherParts) {}

  /** Resolves when the answer is durable. Never rejects: a fault is an answer too. */
  dispatch(request: Request): Promise<CommandAnswer> {
    const queue = this.queues.get(request.meetingId) ?? [];
    if (queue.length >= MAX_WAITING) return Promise.resolve(unavailable);
    return new Promise((resolve) => {
      queue.push({ ...request, resolve, since: performance.now() });
      this.queues.set(request.meetingId, queue);
      if (!this.workers.has(request.meetingId)) {
        this.workers.set(request.meetingId, this.work(request.meetingId, queue));
      }
    });
  }

  /** Resolves when all that waits now is answered. */
  async drain(): Promise<void> {
    while (this.workers.size > 0) await Promise.all(this.workers.values());
  }

  private async work(meetingId: MeetingId, queue: Waiting[]): Promise<void> {
    // Let everything that arrived in this turn of the event loop into the first batch.
    await new Promise(setImmediate);
    while (queue.length > 0) await this.take(meetingId, queue.splice(0, BATCH));
    // In one turn with the look at the queue: a command that arrives next starts a worker of its own.
    this.queues.delete(meetingId);
    this.workers.delete(meetingId);
  }

  private async take(meetingId: MeetingId, batch: Waiting[]): Promise<void> {
    const { live, log, metrics, broadcast } = this.parts;
    const start = performance.now();
    try {
      const done = (await this.tryShort(meetingId, batch)) ?? (await this.run(meetingId, batch));
      const { answers, committed, head } = done;
      if (head) this.heads.set(meetingId, head);
      if (committed) this.parts.writes?.passed();
      if (committed) {
        live.advance(meetingId, committed.applied);
        broadcast(committed);
        this.noteHead(committed, head);
      }
      for (const { waiting, answer } of answers) waiting.resolve(answer);
      metrics.batch(batch.length, performance.now() - start);
      for (const { waiting, answer } of answers) {
        metrics.command(waiting.command.type, answer.ok ? "accepted" : answer.code, performance.now() - waiting.since);
      }
    } catch (error) {
      if (error instanceof GivenUp) return this.goOnWithout(meetingId, batch);
      // Whether it was committed is not known. What is in memory anew, later, asks all clients to compare their seq.
      live.forget(meetingId);
      this.heads.delete(meetingId);
      const failure = failureOf(error);
      // One command that the database cannot store must not take its neighbours down.
      if (!failure.retry && batch.length > 1) {
        for (const waiting of batch) await this.take(meetingId, [waiting]);
        return;
      }
      const answer = failure.retry ? unavailable : internal(log, error, { meetingId, commandId: batch[0]?.commandId });
      const unanswered = failure.retry ? [...batch, ...this.takeLate(meetingId)] : batch;
      if (failure.retry) {
        this.parts.writes?.failed();
        log.warn({ meetingId, commands: unanswered.length, reason: failure.reason }, "database unavailable");
      }
      for (const waiting of unanswered) {
        waiting.resolve(answer);
        metrics.command(waiting.command.type, answer.code, performance.now() - waiting.since);
      }
    }
  }

  /** Those that have waited behind a batch that failed are told with it: a second outage long would be too long. */
  private takeLate(meetingId: MeetingId): Waiting[] {
    const queue = this.queues.get(meetingId) ?? [];
    const until = performance.now() - LATE_MS;
    const firstInTime = queue.findIndex(({ since }) => since > until);
    return queue.splice(0, firstInTime < 0 ? queue.length : firstInTime);
  }

  /** At a lock the head is kept outside the database, so that a log cut off later shows (LOG-4). */
  private noteHead({ meetingId, applied }: Committed, head: LogHead | undefined): void {
    if (!head?.hash || !applied.some(({ event }) => event.type === "listLocked")) return;
    this.parts.log.info({ head: headWord(meetingId, { seq: head.seq, hash: head.hash }) }, "list locked");
  }

  /** Nothing of the batch was committed: those that are wanted no more are answered, the others taken again. */
  private async goOnWithout(meetingId: MeetingId, batch: Waiting[]): Promise<void> {
    const rest = batch.filter((waiting) => !isGivenUp(waiting));
    for (const waiting of batch) if (!rest.includes(waiting)) waiting.resolve(stopped);
    if (rest.length > 0) await this.take(meetingId, rest);
  }

  /**
   * The short way: decided on the state in memory, written by one statement that holds only while the log stands where that
   * state does. Undefined when another process was faster, a command was seen before, or more than the order changes.
   */
  private async tryShort(meetingId: MeetingId, batch: Waiting[]): Promise<Batch | undefined> {
    const before = this.parts.live.current(meetingId);
    const head = this.heads.get(meetingId);
    if (!before || head?.seq !== before.seq) return undefined;
    // What can be given up until its commit is large, and goes the long way.
    if (batch.some(({ isWanted }) => isWanted)) return undefined;
    const ledger = new Ledger(meetingId, before, { ...head, answered: [] }, this.parts);
    const answers = batch.map((waiting) => ({ waiting, answer: ledger.enter(waiting) }));
    if (ledger.applied.some(({ event }) => !isOrderOnly(event))) return undefined;
    const { links, state } = ledger;
    if (links.answers.length > 0 && !(await appendIfAt(this.parts.db, meetingId, head, links, state))) return undefined;
    return this.outcome(meetingId, before, ledger, answers);
  }

  /** The long way: lock, read what is missing, decide, write. Right whatever others do. */
  private run(meetingId: MeetingId, batch: Waiting[]): Promise<Batch> {
    return this.parts.db.transaction().execute((trx) => this.runLocked(trx, meetingId, batch));
  }

  private outcome(meetingId: MeetingId, before: MeetingState, ledger: Ledger, answers: Answered[]): Batch {
    const { applied, head } = ledger;
    return { answers, head, committed: applied.length > 0 ? { meetingId, before, applied } : undefined };
  }

  private async runLocked(trx: Transaction<Database>, meetingId: MeetingId, batch: Waiting[]): Promise<Batch> {
    if (batch.some(isGivenUp)) throw new GivenUp();
    if (batch.some(({ command }) => takesTime.has(command.type))) await giveTime(trx);
    const ids = batch.map((waiting) => waiting.commandId);
    const head = await lockHead(trx, meetingId, ids);
    if (!head) return { answers: batch.map((waiting) => ({ waiting, answer: meetingUnknown })) };
    const before = await this.parts.live.at(trx, meetingId, head.seq);
    const reveals = batch.flatMap(({ command }) => (command.type === "revealRound" ? [command.roundId] : []));
    const sealed = await readSealedBallots(trx, meetingId, reveals);
    const ledger = new Ledger(meetingId, before, head, this.parts, sealed);
    const answers = batch.map((waiting) => ({ waiting, answer: ledger.enter(waiting) }));
    await addSealedBallots(trx, meetingId, ledger.sealed);
    await append(trx, meetingId, ledger.links, ledger.state);
    for (const { event, after } of ledger.applied) {
      if (event.type === "meetingPurged") await purge(trx, event, after);
    }
    await project(trx, meetingId, ledger.applied);
    await auditMeeting(trx, meetingId, before, ledger.applied);
    if (batch.some(isGivenUp)) throw new GivenUp();
    return this.outcome(meetingId, before, ledger, answers);
  }
}

/** Those that write a season's worth at once. */
const takesTime: ReadonlySet<Command["type"]> = new Set([
  "importSeason",
  "importApplicants",
  "undoImport",
  "openFromDraft",
  "purgeMeeting",
]);

/** Thrown to leave the database as it was. */
class GivenUp extends Error {}

const isGivenUp = ({ isWanted }: Waiting): boolean => isWanted?.() === false;

/** KEEP-2: takes what was shown to whoever asked, or fails and leaves everything as it is. */
async function purge(
  trx: Transaction<Database>,
  { at, taken }: Extract<MeetingEvent, { type: "meetingPurged" }>,
  after: MeetingState,
): Promise<void> {
  if (!taken) throw new Error("a purge does not say what it takes");
  const message = sentenceOf({ code: "meetingPurged" }, after);
  await takeMeeting(trx, after.id, { at, expected: taken, answer: { ok: false, code: "meetingPurged", message } });
}
