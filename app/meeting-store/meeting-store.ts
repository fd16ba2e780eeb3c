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
  isAccepted: boolean;
  acceptedSeq: number;
}

const RETRY_MS = 1000;
const quietDoor: DoorStanding = { waiting: 0, asksAsMe: false };

export class MeetingStore {
  private readonly meetingId: MeetingId;
  private confirmed: MeetingState;
  private view: string | undefined;
  private pending: Pending[] = [];
  private snapshot: MeetingSnapshot;
  private arrived: MeetingEvent[] = [];
  private isCatchUp = false;
  private isHeld = false;
  private isScheduled = false;
  private isJoined = false;
  private isJoining = false;
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
      clockSkew: 0,
    };
  }

  /** Connects; returns what disconnects. */
  start(): () => void {
    const { socket } = this.parts;
    const onConnect = () => {
      this.publish({ door: quietDoor });
      this.join();
    };
    const onDisconnect = (reason: string) => {
      this.isJoined = false;
      this.isJoining = false;
      // Shown out: the server has told us before it cut, and there is nothing to come back to (ROSTER-2).
      if (this.snapshot.connection === "gone") return;
      this.setConnection("reconnecting");
      // After a deliberate cut the library waits for us: the handshake will tell whether we are still welcome.
      if (reason === "io server disconnect") socket.connect();
    };
    const onConnectError = (error: Error & { data?: { code?: string } }) => {
      const code = error.data?.code;
      if (code === "protocolMismatch") return this.setConnection("updated");
      if (code === "notSignedIn") return this.setConnection("signedOut");
      this.setConnection(this.wasLive ? "reconnecting" : "connecting");
      // The library does not try again after a refusal in words; after a network failure it does.
      if (code !== undefined) setTimeout(() => socket.connect(), RETRY_MS);
    };
    const onEvents = (packet: { meetingId: MeetingId; events: ViewEvent[] }) => {
      if (packet.meetingId === this.meetingId) this.receive(packet.events);
    };
    const onPresence = (packet: { meetingId: MeetingId; here: Here[] }) => {
      if (packet.meetingId === this.meetingId) this.publish({ here: packet.here });
    };
    const onDoor = ({ meetingId, ...door }: { meetingId: MeetingId } & DoorStanding) => {
      if (meetingId === this.meetingId) this.publish({ door });
    };
    const onResync = (packet: { meetingId: MeetingId }) => {
      if (packet.meetingId === this.meetingId) this.join();
    };
    socket.on("connect", onConnect);
    socket.on("disconnect", onDisconnect);
    socket.on("connect_error", onConnectError);
    socket.on("events", onEvents);
    socket.on("presence", onPresence);
    socket.on("door", onDoor);
    socket.on("resync", onResync);
    socket.connect();
    return () => {
      socket.off("connect", onConnect);
      socket.off("disconnect", onDisconnect);
      socket.off("connect_error", onConnectError);
      socket.off("events", onEvents);
      socket.off("presence", onPresence);
      socket.off("door", onDoor);
      socket.off("resync", onResync);
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
      const entry: Pending = { id: this.parts.newId(), command, at, settle, isAccepted: false, acceptedSeq: 0 };
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
    if (this.isJoining || !this.parts.socket.connected) return;
    this.isJoining = true;
    const known = this.view === undefined ? {} : { since: this.confirmed.seq, view: this.view };
    this.parts.socket.emit("join", { meetingId: this.meetingId, ...known }, (answer) => this.joined(answer));
  }

  private joined(answer: JoinAnswer): void {
    this.isJoining = false;
    if (!answer.ok) {
      if (answer.code === "meetingUnknown") this.setConnection("gone");
      else if (answer.code === "pledgeNeeded") this.setConnection("unpledged");
      else setTimeout(() => this.join(), RETRY_MS);
      return;
    }
    this.isCatchUp = this.wasLive;
    this.publish({ clockSkew: Date.parse(answer.now) - this.parts.now().getTime() });
    this.view = answer.view;
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
    this.setConnection("live");
    if (isReturn) for (const entry of this.pending) this.transmit(entry);
  }

  private receive(events: readonly ViewEvent[]): void {
    const fresh = events.filter((event) => event.seq > this.confirmed.seq);
    const first = fresh[0];
    if (!first) return;
    // Something is missing in between: ask for it instead of guessing.
    if (first.seq !== this.confirmed.seq + 1) {
      this.join();
      return;
    }
    this.confirmed = applyAll(this.confirmed, fresh);
    for (const event of fresh) {
      if (event.type === "withheld" || event.type === "ballotCounted") continue;
      const own = this.pending.findIndex((entry) => entry.id === event.commandId);
      if (own < 0) this.arrived.push(event);
      else this.pending[own] = { ...(this.pending[own] as Pending), isAccepted: true, acceptedSeq: event.seq };
    }
    this.settleAccepted();
    this.publishSoon();
  }

  private transmit(entry: Pending): void {
    const envelope = { ...entry.command, id: entry.id, meetingId: this.meetingId };
    this.parts.socket.emit("command", envelope, (answer) => this.answered(entry, answer));
  }

  private answered(entry: Pending, answer: CommandAnswer): void {
    if (!answer.ok && answer.retry) {
      setTimeout(() => {
        if (this.isJoined && this.pending.some(({ id }) => id === entry.id)) this.transmit(entry);
      }, RETRY_MS);
      return;
    }
    if (answer.ok) {
      this.pending = this.pending.map((other) =>
        other.id === entry.id ? { ...other, isAccepted: true, acceptedSeq: answer.seq } : other,
      );
      this.settleAccepted();
    } else {
      this.pending = this.pending.filter(({ id }) => id !== entry.id);
    }
    this.publishNow();
    entry.settle(answer);
  }

  /** A pending command goes when its events are in the confirmed state, so that nothing flickers in between. */
  private settleAccepted(): void {
    for (const entry of this.pending) {
      // The answer itself may have been lost with a connection; the events are as good.
      if (entry.isAccepted && entry.acceptedSeq <= this.confirmed.seq)
        entry.settle({ ok: true, seq: entry.acceptedSeq });
    }
    this.pending = this.pending.filter((entry) => !entry.isAccepted || entry.acceptedSeq > this.confirmed.seq);
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
