// Compares what the server has answered to joins with the log: the state as the member may see it at that seq, or exactly the events
// after the one that they had. Answers are kept as hashes until the log is read up to them.
import type { Kysely } from "kysely";
import { readEvents } from "../../db/event-log";
import { canonicalJson, sha256 } from "../../db/hash-chain";
import type { Database } from "../../db/schema";
import { statesAfter } from "../../domain/apply";
import type { MeetingEvent } from "../../domain/events";
import type { MeetingId, MemberId } from "../../domain/ids";
import { emptyMeeting, type MeetingState } from "../../domain/meeting";
import type { JoinAnswer } from "../../domain/protocol";
import { redactEvent, redactState, viewOf } from "../../domain/redact";

interface Waiting {
  memberId: MemberId;
  since: number;
  seq: number;
  kind: "state" | "events";
  hash: string;
}

/** Logs of soaks are long; answers come soon after what they tell. */
const KEPT_STATES = 5000;

export class Judge {
  judged = 0;
  readonly wrong: string[] = [];
  private waiting: Waiting[] = [];
  /** States after each event, the last ones; and the events. `first` is the seq of the first state. */
  private states: MeetingState[];
  private events: MeetingEvent[] = [];
  private first = 0;

  constructor(
    readonly db: Kysely<Database>,
    readonly meetingId: MeetingId,
  ) {
    this.states = [emptyMeeting(meetingId)];
  }

  get head(): MeetingState {
    return this.states.at(-1) as MeetingState;
  }

  answered(memberId: MemberId, since: number, answer: JoinAnswer): void {
    if (!answer.ok) return;
    const [kind, told] = "state" in answer ? (["state", answer.state] as const) : (["events", answer.events] as const);
    this.waiting.push({ memberId, since, seq: answer.seq, kind, hash: hashOf(told) });
  }

  /** Reads the log on, and judges what has been answered. */
  async look(): Promise<void> {
    const waiting = this.waiting.splice(0);
    const missing = await readEvents(this.db, this.meetingId, this.head.seq);
    this.states.push(...statesAfter(this.head, missing));
    this.events.push(...missing);
    for (const answer of waiting) {
      const fault = this.faultOf(answer);
      this.judged += 1;
      if (fault) this.wrong.push(`${fault} (${answer.kind}, seq ${answer.seq} since ${answer.since})`);
    }
    const spare = this.states.length - KEPT_STATES;
    if (spare > 0) {
      this.states.splice(0, spare);
      this.events.splice(0, spare);
      this.first += spare;
    }
  }

  private faultOf({ memberId, since, seq, kind, hash }: Waiting): string | undefined {
    const state = this.states[seq - this.first];
    if (!state) return seq > this.head.seq ? "an answer ahead of the log" : "an answer far behind the log";
    const view = viewOf(state, memberId);
    if (!view) return "an answer to a stranger";
    const right =
      kind === "state"
        ? redactState(state, view, memberId)
        : this.events
            .slice(since - this.first, seq - this.first)
            .map((event, index) => redactEvent(event, this.states[since - this.first + index] as MeetingState, view));
    return hash === hashOf(right) ? undefined : "an answer that is not the log's";
  }
}

const hashOf = (told: unknown): string => sha256(canonicalJson(told));
