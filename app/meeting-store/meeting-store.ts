// One meeting in the browser: confirmed state from the server, and my own pending commands decided again on top (SYNC-2).
// No React in here. Order comes from the server alone; a gap, a sleep or a lost connection is closed by sequence (SYNC-1).
import { applyAll } from "../../domain/apply";
import type { MemberCommand } from "../../domain/commands";
import type { MeetingEvent, ViewEvent } from "../../domain/events";
import type { ApplicantId, CommandId, MeetingId, MemberId } from "../../domain/ids";
import type { MeetingState } from "../../domain/meeting";
import type { CommandAnswer, DoorStanding, Here, JoinAnswer } from "../../domain/protocol";
import { type PendingCommand, rebase } from "../../domain/rebase";
import type { MeetingSocket } from "./connect";

export type Connection =
  | "connecting" // not live yet since the page was opened
  | "live"
  | "reconnecting"
  | "updated" // the server speaks a newer protocol: the page must be reloaded
  | "signedOut"
  | "unpledged" // the meeting asks for my pledge first
  | "gone"; // the meeting is no longer mine to see

export interface MeetingSnapshot {
  memberId: MemberId;
  /** What the screen shows: confirmed, with my pending commands on top. */
  state: MeetingState;
  connection: Connection;
  here: readonly Here[];
  door: DoorStanding;
  /** Commands that the server has not answered yet. */
  pendingCount: number;
  /** Changes that wait because I am dragging. */
  heldBack: number;
  /** The server's time when the page was made, in ms: what the first render shows, on both sides. */
  openedAt: number;
  /** What to add to this browser's clock to have the server's, in ms. */
  clockSkew: number;
}

/** What others did, for screens that show it travel; `before` is what the screen showed until now. */
export interface Arrival {
  events: readonly MeetingEvent[];
  before: MeetingState;
  after: MeetingState;
  /** They came as one after the connection was lost: so many changes were missed. */
  isCatchUp: boolean;
}

export interface OpenedMeeting {
  seq: number;
  view: string;
  memberId: MemberId;
  /** The server's time when it was opened. */
  now: string;
  state: MeetingState;
}

export interface MeetingStoreParts {
  opened: OpenedMeeting;
  socket: MeetingSocket;
  newId: () => CommandId;
  now: () => Date;
  /** Runs the publication at the next good moment (a frame); at once in tests. */
  schedule: (publish: () => void) => void;
}

interface Pending extends PendingCommand {
  settle(answer: CommandAnswer): void;
  /** Where the log stood after it; never reached while the server has not accepted it. */
  acceptedSeq: number;
}

const RETRY_MS = 1000;
const quietDoor: DoorStanding = { waiting: 0, asksAsMe: false };

export class MeetingStore {
  private readonly meetingId: MeetingId;
  private confirmed: MeetingState;
  private view: string;
  private pending: Pending[] = [];
  private snapshot: MeetingSnapshot;
  private arrived: MeetingEvent[] = [];
  private isCatchUp = false;
  private isHeld = false;
  private isScheduled = false;
  private isJoined = false;
  private isJoining = false;
  /** The latest seq that the server has spoken of: below it something is missing, and it is not forgotten. */
  private heard = 0;
  /** Something was noticed while a join was under way, whose answer may not have it. */
  private mustJoinAgain = false;
  /** Joins in a row that have left something missing. */
  private vainJoins = 0;
  private wasLive = false;
  private readonly listeners = new Set<() => void>();
  private readonly arrivalListeners = new Set<(arrival: Arrival) => void>();

  constructor(private readonly parts: MeetingStoreParts) {
    const { opened } = parts;
    this.meetingId = opened.state.id;
    this.confirmed = opened.state;
    this.view = opened.view;
    this.snapshot = {
      memberId: opened.memberId,
      state: opened.state,
      connection: "connecting",
      here: [],
      door: quietDoor,
      pendingCount: 0,
      heldBack: 0,
      openedAt: Date.parse(opened.now),
      clockSkew: Date.parse(opened.now) - parts.now().getTime(),
    };
  }

  /** Connects; returns what disconnects. */
  start(): () => void {
    const { socket } = this.parts;
    socket.on("connect", () => {
      this.publish({ door: quietDoor });
      this.join();
    });
    socket.on("disconnect", (reason) => {
      this.isJoined = false;
      this.isJoining = false;
      // Shown out: the server has told us before it cut, and there is nothing to come back to (ROSTER-2).
      if (this.snapshot.connection === "gone") return;
      this.setConnection("reconnecting");
      // After a deliberate cut the library waits for us: the handshake will tell whether we are still welcome.
      if (reason === "io server disconnect") socket.connect();
    });
    socket.on("connect_error", (error: Error & { data?: { code?: string } }) => {
      const code = error.data?.code;
      if (code === "protocolMismatch") return this.setConnection("updated");
      if (code === "notSignedIn") return this.setConnection("signedOut");
      this.setConnection(this.wasLive ? "reconnecting" : "connecting");
      // The library does not try again after a refusal in words; after a network failure it does.
      if (code) setTimeout(() => socket.connect(), RETRY_MS);
    });
    socket.on("events", ({ meetingId, events }) => {
      if (meetingId === this.meetingId) this.receive(events);
    });
    socket.on("presence", ({ meetingId, here }) => {
      if (meetingId === this.meetingId) this.publish({ here });
    });
    socket.on("door", ({ meetingId, ...door }) => {
      if (meetingId === this.meetingId) this.publish({ door });
    });
    socket.on("resync", ({ meetingId }) => {
      if (meetingId === this.meetingId) this.join();
    });
    socket.connect();
    return () => {
      socket.off();
      socket.disconnect();
    };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  onArrival = (listener: (arrival: Arrival) => void): (() => void) => {
    this.arrivalListeners.add(listener);
    return () => this.arrivalListeners.delete(listener);
  };

  getSnapshot = (): MeetingSnapshot => this.snapshot;

  /** What the server has said, without my pending commands. */
  getConfirmed = (): MeetingState => this.confirmed;

  /**
   * Shows the command at once and sends it; resolves to the server's answer. Over a lost connection it is sent again with
   * the same id when the connection is back, so it has one effect (IDEM-1).
   */
  send(command: MemberCommand): Promise<CommandAnswer> {
    return new Promise((settle) => {
      const at = this.parts.now().toISOString();
      const entry: Pending = { id: this.parts.newId(), command, at, settle, acceptedSeq: Number.POSITIVE_INFINITY };
      this.pending.push(entry);
      this.publishNow();
      if (this.isJoined) this.transmit(entry);
    });
  }

  /** Tells the others which row I hold. */
  hold(applicantId: ApplicantId | null): void {
    if (this.isJoined) this.parts.socket.emit("hold", { meetingId: this.meetingId, applicantId });
  }

  /** While I drag, the list stands still; what arrives waits. */
  holdBack(): void {
    this.isHeld = true;
  }

  /** Lets in what waited; resolves to how many changes of others that were. */
  letIn(): number {
    const count = this.arrived.length;
    this.isHeld = false;
    this.publishNow();
    return count;
  }

  /** After a sleep, or when the page comes back to the front: is anything missing? */
  check(): void {
    if (this.parts.socket.connected) this.join();
  }

  private join(): void {
    this.mustJoinAgain = this.isJoining;
    if (this.isJoining || !this.parts.socket.connected) return;
    this.isJoining = true;
    const { meetingId, view, confirmed } = this;
    const request = { meetingId, view, since: confirmed.seq, whole: this.vainJoins > 1 };
    this.parts.socket.patient().emit("join", request, (lost, answer) => (lost ? this.lose() : this.joined(answer)));
  }

  private joined(answer: JoinAnswer): void {
    if (!answer.ok) {
      this.isJoining = false;
      if (answer.code === "meetingUnknown") this.setConnection("gone");
      else if (answer.code === "pledgeNeeded") this.setConnection("unpledged");
      else setTimeout(() => this.join(), RETRY_MS);
      return;
    }
    this.isCatchUp = this.wasLive;
    this.view = answer.view;
    // Asked for the whole, the server has the last word.
    this.heard = this.vainJoins > 1 ? answer.seq : Math.max(this.heard, answer.seq);
    if ("state" in answer) {
      this.confirmed = answer.state;
      this.settleAccepted();
      this.publishSoon();
    } else {
      this.receive(answer.events);
    }
    const isReturn = !this.isJoined;
    this.isJoined = true;
    this.wasLive = true;
    const clockSkew = Date.parse(answer.now) - this.parts.now().getTime();
    this.publish({ connection: "live", clockSkew });
    if (isReturn) for (const entry of this.pending) this.transmit(entry);
    this.isJoining = false;
    const isBehind = this.confirmed.seq < this.heard;
    this.vainJoins = isBehind ? this.vainJoins + 1 : 0;
    if (isBehind || this.mustJoinAgain) this.join();
  }

  private receive(events: readonly ViewEvent[]): void {
    const fresh = events.filter((event) => event.seq > this.confirmed.seq);
    const [first] = fresh;
    if (!first) return;
    this.heard = Math.max(this.heard, fresh.at(-1)?.seq ?? 0);
    // Something is missing in between: ask for it instead of guessing.
    if (first.seq !== this.confirmed.seq + 1) {
      this.join();
      return;
    }
    this.confirmed = applyAll(this.confirmed, fresh);
    for (const event of fresh) {
      if (event.type === "withheld" || event.type === "ballotCounted") continue;
      const own = this.pending.find(({ id }) => id === event.commandId);
      if (own) own.acceptedSeq = event.seq;
      else this.arrived.push(event);
    }
    this.settleAccepted();
    this.publishSoon();
  }

  private transmit(entry: Pending): void {
    const envelope = { ...entry.command, id: entry.id, meetingId: this.meetingId };
    this.parts.socket
      .patient()
      .emit("command", envelope, (lost, answer) => (lost ? this.lose() : this.answered(entry, answer)));
  }

  /** An answer is late. Where the connection was lost before that, it is on its way back already. */
  private lose(): void {
    if (this.parts.socket.connected) this.parts.socket.makeAnew();
  }

  private answered(entry: Pending, answer: CommandAnswer): void {
    if (!answer.ok && answer.retry) {
      setTimeout(() => {
        if (this.isJoined && this.pending.some(({ id }) => id === entry.id)) this.transmit(entry);
      }, RETRY_MS);
      return;
    }
    if (answer.ok) {
      entry.acceptedSeq = answer.seq;
      this.settleAccepted();
    } else {
      this.pending = this.pending.filter(({ id }) => id !== entry.id);
    }
    this.publishNow();
    entry.settle(answer);
  }

  /** A pending command goes when its events are in the confirmed state, so that nothing flickers in between. */
  private settleAccepted(): void {
    this.pending = this.pending.filter(({ settle, acceptedSeq: seq }) => {
      const isWaiting = seq > this.confirmed.seq;
      // The answer itself may have been lost with a connection; the events are as good.
      if (!isWaiting) settle({ ok: true, seq });
      return isWaiting;
    });
  }

  private setConnection(connection: Connection): void {
    if (this.snapshot.connection !== connection) this.publish({ connection });
  }

  private publishSoon(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    this.parts.schedule(() => {
      this.isScheduled = false;
      this.publishNow();
    });
  }

  private publishNow(): void {
    if (this.isHeld) {
      if (this.snapshot.heldBack !== this.arrived.length) this.publish({ heldBack: this.arrived.length });
      return;
    }
    const before = this.snapshot.state;
    const state = rebase(this.confirmed, this.pending, this.snapshot.memberId);
    const events = this.arrived;
    const { isCatchUp } = this;
    this.arrived = [];
    this.isCatchUp = false;
    if (events.length > 0) {
      const arrival = { events, before, after: state, isCatchUp };
      for (const listener of this.arrivalListeners) listener(arrival);
    }
    this.publish({ state, heldBack: 0, pendingCount: this.pending.length });
  }

  private publish(part: Partial<MeetingSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...part };
    for (const listener of this.listeners) listener();
  }
}
