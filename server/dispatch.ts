// THE pipeline: every write of a meeting, from a socket, a form or an import, passes through here (PIPE-1).
// Commands that wait for one meeting are taken together: one transaction, one packet. Nothing leaves before commit.
import type { Kysely, Transaction } from "kysely";
import { append, type CommandRow, type LockedHead, type LogHead, lockHead } from "../db/event-log";
import { type ChainedEvent, chain, sha256 } from "../db/hash-chain";
import { type Applied, lockedText, project } from "../db/projection";
import type { Database } from "../db/schema";
import { apply } from "../domain/apply";
import type { Command } from "../domain/commands";
import { decide } from "../domain/decide";
import type { EventBody, MeetingEvent } from "../domain/events";
import type { CommandId, MeetingId } from "../domain/ids";
import type { MeetingState } from "../domain/meeting";
import type { Actor } from "../domain/policy";
import type { CommandAnswer } from "../domain/protocol";
import { redactState, viewOf } from "../domain/redact";
import { type Rejection, sentenceOf } from "../domain/rejection";
import { failureOf, internal, unavailable } from "./failure";
import type { LiveMeetings } from "./live-meetings";
import type { Logger } from "./log";
import type { MeetingMetrics } from "./meeting-metrics";

export interface Request {
  meetingId: MeetingId;
  commandId: CommandId;
  command: Command;
  actor: Actor;
}

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
  committed: Committed | undefined;
}

export interface DispatcherParts {
  db: Kysely<Database>;
  live: LiveMeetings;
  clock: () => Date;
  log: Logger;
  metrics: MeetingMetrics;
  /** Called in the tick after commit, in the order of commits of one meeting. Must not throw. */
  broadcast(committed: Committed): void;
  /** The database answers again after commands failed: a commit whose answer was lost may not have been broadcast. */
  recovered?(meetingId: MeetingId): void;
}

/** How many commands one transaction takes. */
const BATCH = 200;
/** Beyond this many waiting commands a meeting answers `unavailable` at once, so that memory is bounded. */
const MAX_WAITING = 5000;

export class Dispatcher {
  private readonly queues = new Map<MeetingId, Waiting[]>();
  private readonly workers = new Map<MeetingId, Promise<void>>();
  /** Meetings whose last transaction ended in the dark. */
  private readonly inDoubt = new Set<MeetingId>();

  constructor(private readonly parts: DispatcherParts) {}

  /** Resolves when the answer is durable. Never rejects: a fault is an answer too. */
  dispatch(request: Request): Promise<CommandAnswer> {
    const queue = this.queues.get(request.meetingId) ?? [];
    if (queue.length >= MAX_WAITING) return Promise.resolve(unavailable);
    return new Promise((resolve) => {
      queue.push({ ...request, resolve, since: performance.now() });
      this.queues.set(request.meetingId, queue);
      if (!this.workers.has(request.meetingId)) {
        const worker = this.work(request.meetingId, queue).finally(() => this.workers.delete(request.meetingId));
        this.workers.set(request.meetingId, worker);
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
    this.queues.delete(meetingId);
  }

  private async take(meetingId: MeetingId, batch: Waiting[]): Promise<void> {
    const { live, log, metrics, db, broadcast } = this.parts;
    const start = performance.now();
    try {
      const { answers, committed } = await db.transaction().execute((trx) => this.run(trx, meetingId, batch));
      if (committed) {
        live.advance(meetingId, committed.applied);
        broadcast(committed);
      }
      for (const { waiting, answer } of answers) waiting.resolve(answer);
      if (this.inDoubt.delete(meetingId)) this.parts.recovered?.(meetingId);
      metrics.batch(batch.length, performance.now() - start);
      for (const { waiting, answer } of answers) {
        metrics.command(waiting.command.type, answer.ok ? "accepted" : answer.code, performance.now() - waiting.since);
      }
    } catch (error) {
      live.forget(meetingId);
      this.inDoubt.add(meetingId);
      const failure = failureOf(error);
      // One command that the database cannot store must not take its neighbours down.
      if (!failure.retry && batch.length > 1) {
        for (const waiting of batch) await this.take(meetingId, [waiting]);
        return;
      }
      const answer = failure.retry ? unavailable : internal(log, error, { meetingId, commandId: batch[0]?.commandId });
      if (failure.retry)
        log.warn({ meetingId, commands: batch.length, reason: failure.reason }, "database unavailable");
      for (const waiting of batch) {
        waiting.resolve(answer);
        metrics.command(waiting.command.type, answer.code, performance.now() - waiting.since);
      }
    }
  }

  private async run(trx: Transaction<Database>, meetingId: MeetingId, batch: Waiting[]): Promise<Batch> {
    const ids = batch.map((waiting) => waiting.commandId);
    const head = await lockHead(trx, meetingId, ids);
    if (!head) return { answers: batch.map((waiting) => ({ waiting, answer: meetingUnknown })), committed: undefined };
    const before = await this.parts.live.at(trx, meetingId, head.seq);
    const ledger = new Ledger(meetingId, before, head, this.parts);
    const answers = batch.map((waiting) => ({ waiting, answer: ledger.enter(waiting) }));
    await append(trx, meetingId, ledger.commands, ledger.links, ledger.state);
    await project(trx, meetingId, ledger.applied);
    const { applied } = ledger;
    return { answers, committed: applied.length > 0 ? { meetingId, before, applied } : undefined };
  }
}

const meetingUnknown: CommandAnswer = {
  ok: false,
  code: "meetingUnknown",
  message: "There is no such meeting, or you are not on its roster.",
};

/** One batch being decided: pure but for the stamp of time. What it holds is written by `append` and `project`. */
class Ledger {
  readonly commands: CommandRow[] = [];
  readonly links: ChainedEvent[] = [];
  readonly applied: Applied[] = [];
  private head: LogHead;
  private readonly seen: Map<CommandId, { actorId: string | null; answer: CommandAnswer }>;

  constructor(
    private readonly meetingId: MeetingId,
    public state: MeetingState,
    locked: LockedHead,
    private readonly parts: Pick<DispatcherParts, "clock" | "log">,
  ) {
    this.head = locked;
    this.seen = new Map(
      locked.answered.map(({ commandId, actorId, answer }) => [commandId, { actorId, answer: answer as CommandAnswer }]),
    );
  }

  /** IDEM-1: the same id gets the same answer and has one effect; another person's id is refused without a hint. */
  enter({ commandId, command, actor }: Request): CommandAnswer {
    const actorId = actor.kind === "member" ? actor.memberId : null;
    const earlier = this.seen.get(commandId);
    if (earlier) {
      return earlier.actorId === actorId ? earlier.answer : this.refuse({ code: "commandIdTaken" }, actor);
    }
    // A stranger leaves no trace in a meeting's tables, and learns no more than that there is nothing for them.
    if (actor.kind === "member" && !this.state.members[actor.memberId]) return meetingUnknown;
    const at = this.parts.clock().toISOString();
    const answer = this.decideOne(commandId, command, actor, at);
    if (!answer.ok && answer.code === "internal") return answer;
    this.seen.set(commandId, { actorId, answer });
    this.commands.push({ command_id: commandId, actor_id: actorId, type: command.type, answer, at });
    return answer;
  }

  private decideOne(commandId: CommandId, command: Command, actor: Actor, at: string): CommandAnswer {
    try {
      const decision = decide(this.state, command, actor, commandId);
      if (!decision.ok) return this.refuse(decision.rejection, actor);
      for (const body of decision.events) this.record(body, commandId, actor, at);
      return { ok: true, seq: this.state.seq };
    } catch (error) {
      return internal(this.parts.log, error, { meetingId: this.meetingId, commandId });
    }
  }

  private record(body: EventBody, commandId: CommandId, actor: Actor, at: string): void {
    const by = actor.kind === "member" ? actor.memberId : null;
    const stamped: MeetingEvent = { ...this.seal(body), seq: this.state.seq + 1, at, by, commandId };
    const link = chain(this.meetingId, stamped, this.head.hash);
    this.state = apply(this.state, stamped);
    this.head = { seq: stamped.seq, hash: link.hash };
    this.links.push(link);
    this.applied.push({ event: stamped, after: this.state });
  }

  /** LOCK-4: the lock is signed with the hash of the list it freezes. */
  private seal(body: EventBody): EventBody {
    return body.type === "listLocked" ? { ...body, sha256: sha256(lockedText(this.state)) } : body;
  }

  /** In the words and the rank numbers of the one who asked (RECUSE-3). */
  private refuse(rejection: Rejection, actor: Actor): CommandAnswer {
    const view = actor.kind === "member" ? viewOf(this.state, actor.memberId) : undefined;
    const seen = view && actor.kind === "member" ? redactState(this.state, view, actor.memberId) : this.state;
    return { ok: false, code: rejection.code, message: sentenceOf(rejection, seen) };
  }
}
