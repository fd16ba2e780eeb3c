// One batch of commands being decided against one state: pure but for the stamp of time. What it holds afterwards is written by
// `append` and `project`, or not at all.
import type { Links } from "../db/append";
import type { LockedHead, LogHead } from "../db/event-log";
import { answersChain, type ChainedEvent, chain, linkAfter, sha256 } from "../db/hash-chain";
import { type Applied, lockedText } from "../db/projection";
import type { SealedBallot } from "../db/room";
import { statesAfter } from "../domain/apply";
import type { Command } from "../domain/commands";
import { decide } from "../domain/decide";
import type { EventBody, MeetingEvent } from "../domain/events";
import type { CommandId, MeetingId } from "../domain/ids";
import { asksForProof } from "../domain/lock-proof";
import type { MeetingState } from "../domain/meeting";
import { type Actor, actorId, refusalOf } from "../domain/policy";
import type { CommandAnswer } from "../domain/protocol";
import { redactState, viewOf } from "../domain/redact";
import { type Rejection, sentenceOf } from "../domain/rejection";
import type { Clock } from "./clock";
import { internal, meetingUnknown, proofNeeded } from "./failure";
import type { Logger } from "./log";

export interface Request {
  meetingId: MeetingId;
  commandId: CommandId;
  command: Command;
  actor: Actor;
  /** False: whoever asked wants it no more. Looked at until the commit; from then on it has happened. */
  isWanted?: () => boolean;
}

export class Ledger {
  /** What the batch adds to the chains of the meeting. */
  readonly links: Links = { answers: [], events: [] };
  readonly applied: Applied[] = [];
  head: LogHead;
  /** What the anonymous ballots of this batch say, to be kept apart from the log (ROUND-4). */
  readonly sealed: SealedBallot[] = [];
  private readonly seen: Map<CommandId, { actorId: string | null; answer: CommandAnswer }>;

  constructor(
    private readonly meetingId: MeetingId,
    public state: MeetingState,
    locked: LockedHead,
    private readonly parts: { clock: Clock; log: Logger },
    /** Those of before, of rounds that this batch would reveal. */
    private readonly alreadySealed: readonly SealedBallot[] = [],
  ) {
    this.head = locked;
    this.seen = new Map(
      locked.answered.map(({ commandId, actorId, answer }) => [
        commandId,
        { actorId, answer: answer as CommandAnswer },
      ]),
    );
  }

  /** IDEM-1: the same id gets the same answer and has one effect; another person's id is refused without a hint. */
  enter({ commandId, command, actor }: Request): CommandAnswer {
    const by = actorId(actor);
    const earlier = this.seen.get(commandId);
    if (earlier) {
      return earlier.actorId === by ? earlier.answer : this.refuse({ code: "commandIdTaken" }, actor);
    }
    // A stranger leaves no trace in a meeting's tables, and learns no more than that there is nothing for them.
    if (actor.kind === "member" && !this.state.members[actor.memberId]) return meetingUnknown;
    if (this.lacksProof(command, actor)) return proofNeeded;
    const at = this.parts.clock().toISOString();
    const answer = this.decideOne(commandId, command, actor, at);
    if (!answer.ok && answer.code === "internal") return answer;
    this.seen.set(commandId, { actorId: by, answer });
    this.keep({ command_id: commandId, actor_id: by, type: command.type, payload: { ...answer }, at });
    return answer;
  }

  /** LOG-5: an answer is a link of the answers' chain, which the next event hangs on too. */
  private keep(answer: Pick<ChainedEvent, "command_id" | "actor_id" | "type" | "payload" | "at">): void {
    const { number, hash } = this.head.answers;
    const link = linkAfter(hash, answersChain(this.meetingId), { ...answer, seq: number + 1 });
    this.head = { ...this.head, answers: { number: link.seq, hash: link.hash } };
    this.links.answers.push(link);
  }

  /** LOCK-6: of whoever may ask at all. It is not kept as an answer, so the same command may come again after the proof. */
  private lacksProof(command: Command, actor: Actor): boolean {
    if (actor.kind !== "member" || actor.isProved !== false) return false;
    return asksForProof(command.type, this.state.kind) && refusalOf(this.state, command, actor) === undefined;
  }

  private decideOne(commandId: CommandId, command: Command, actor: Actor, at: string): CommandAnswer {
    try {
      const decision = decide(this.state, this.withSealed(command), actor, commandId);
      if (!decision.ok) return this.refuse(decision.rejection, actor);
      this.seal(command, decision.events);
      this.record(decision.events, commandId, actor, at);
      return { ok: true, seq: this.state.seq };
    } catch (error) {
      return internal(this.parts.log, error, { meetingId: this.meetingId, commandId });
    }
  }

  private record(bodies: readonly EventBody[], commandId: CommandId, actor: Actor, at: string): void {
    const by = actorId(actor);
    const stamped = bodies.map((body): MeetingEvent => {
      const event = { ...this.sign(body), seq: this.head.seq + 1, at, by, commandId };
      const link = chain(this.meetingId, event, this.head);
      this.head = { ...this.head, seq: event.seq, hash: link.hash };
      this.links.events.push(link);
      return event;
    });
    const states = statesAfter(this.state, stamped);
    for (const [index, after] of states.entries()) this.applied.push({ event: stamped[index] as MeetingEvent, after });
    this.state = states.at(-1) ?? this.state;
  }

  /** A reveal is decided on what the sealed ballots say, whatever was sent with it. */
  private withSealed(command: Command): Command {
    if (command.type !== "revealRound") return command;
    const { roundId } = command;
    const sealed = [...this.alreadySealed, ...this.sealed].flatMap((one) =>
      one.roundId === roundId ? [one.ballot] : [],
    );
    return { ...command, sealed };
  }

  private seal(command: Command, events: readonly EventBody[]): void {
    if (command.type !== "castBallot" || !events.some(({ type }) => type === "ballotSealed")) return;
    const { roundId, applicantId, choice, line } = command;
    this.sealed.push({ roundId, ballot: { applicantId, memberId: null, choice, ...(line && { line }) } });
  }

  /** LOCK-4: the lock is signed with the hash of the list it freezes. It is the only event of its command. */
  private sign(body: EventBody): EventBody {
    return body.type === "listLocked" ? { ...body, sha256: sha256(lockedText(this.state)) } : body;
  }

  /** In the words and the rank numbers of the one who asked (RECUSE-3). */
  private refuse(rejection: Rejection, actor: Actor): CommandAnswer {
    const view = actor.kind === "member" ? viewOf(this.state, actor.memberId) : undefined;
    const seen = view && actor.kind === "member" ? redactState(this.state, view, actor.memberId) : this.state;
    return { ok: false, code: rejection.code, message: sentenceOf(rejection, seen) };
  }
}
